// Which engine the suite runs on: a file, or, with `ALONGSIDE_ENGINE=postgres`, a schema of its own in the database that
// `ALONGSIDE_POSTGRES` names. `cargo xtask test` runs it on both. The suite of the pages includes
// this file.

use std::path::Path;

use alongside_core::ports::{Ids as _, SystemIds};
use alongside_server::settings::{DatabaseUrl, Settings};

/// Settings of a server whose data is nobody else's.
pub(crate) fn settings(file: &Path) -> Settings {
    let mut settings = Settings::default();
    settings.store.path = file.to_path_buf();
    settings.store.url = match std::env::var("ALONGSIDE_ENGINE").as_deref() {
        Err(_) | Ok("" | "sqlite") => None,
        Ok("postgres") => Some(DatabaseUrl(schema_url())),
        Ok(other) => panic!("ALONGSIDE_ENGINE is sqlite or postgres, not {other}"),
    };
    settings
}

fn schema_url() -> String {
    let url = std::env::var("ALONGSIDE_POSTGRES").expect("ALONGSIDE_POSTGRES names a database");
    let start = if url.contains('?') { '&' } else { '?' };
    format!("{url}{start}options=-c%20search_path%3Dt_{}", SystemIds.uuid().simple())
}
