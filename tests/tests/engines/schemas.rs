//! Two engines, one shape: a migration that was written for one of them only is found here.

use std::collections::BTreeSet;

use alongside_tests::engine::{Engine, Place, Session};

#[test]
fn both_engines_have_the_same_tables_columns_and_indexes() {
    let Some(postgres) = Engine::Postgres.find_place("both_engines_have_the_same_tables_columns_and_indexes")
    else {
        return;
    };
    let sqlite = Engine::Sqlite.find_place("").unwrap();
    assert_eq!(of_sqlite(&sqlite), of_postgres(&postgres));
}

/// `table.column`, with `?` where nothing may stand, and `index` names.
fn of_sqlite(place: &Place) -> BTreeSet<String> {
    drop(place.open());
    let file = rusqlite::Connection::open(place.path()).unwrap();
    let sql = "SELECT m.name || '.' || c.name || iif(c.\"notnull\" OR c.pk, '', '?')
               FROM sqlite_schema m, pragma_table_info(m.name) c WHERE m.type = 'table'
               UNION ALL SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL";
    let mut statement = file.prepare(sql).unwrap();
    let found = statement.query_map([], |row| row.get(0)).unwrap();
    found.collect::<Result<_, _>>().unwrap()
}

fn of_postgres(place: &Place) -> BTreeSet<String> {
    drop(place.open());
    let sql = "SELECT table_name || '.' || column_name || CASE is_nullable WHEN 'YES' THEN '?' ELSE '' END
               FROM information_schema.columns WHERE table_schema = current_schema() AND table_name <> 'schema_version'
               UNION ALL SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()
               AND indexname !~ '(_pkey|_key[0-9]*)$'";
    Session::open(place.url().unwrap()).rows(sql).into_iter().collect()
}
