//! The PostgreSQL that tests may use, which `cargo xtask test` starts and stops.

use std::io::Write as _;

use alongside_core::ports::{Ids as _, SystemIds};

use super::session::Session;

/// The URL of a server on which tests may make schemas.
const VARIABLE: &str = "ALONGSIDE_POSTGRES";

/// The PostgreSQL to run `what` on. Without one, says so on the terminal, where tests' output is not held back.
///
/// # Panics
/// With `CI` set, where nothing may be left out unnoticed.
pub fn find_postgres(what: &str) -> Option<String> {
    let found = std::env::var(VARIABLE).ok().filter(|url| !url.is_empty());
    if found.is_none() {
        assert!(std::env::var_os("CI").is_none(), "{what} needs {VARIABLE}; `cargo xtask test` sets it");
        let line = format!("not run: {what} (it needs {VARIABLE}; `cargo xtask test` sets it)\n");
        let _ = std::io::stderr().write_all(line.as_bytes());
    }
    found
}

/// A URL of a schema that nobody else uses, on the server at `url`. Its connections are called like the schema.
pub fn schema_url(url: &str) -> String {
    let start = if url.contains('?') { '&' } else { '?' };
    let schema = format!("t_{}", SystemIds.uuid().simple());
    format!("{url}{start}options=-c%20search_path%3D{schema}&application_name={schema}")
}

/// Drops the schema of a URL that [`schema_url`] made, with everything in it; for runs that make hundreds.
///
/// # Panics
/// When PostgreSQL refuses it.
pub fn forget_schema(url: &str) {
    let schema =
        url.rsplit_once("application_name=").map(|(_, name)| name).expect("it has a schema of its own");
    Session::open(url).run(&format!("DROP SCHEMA IF EXISTS {schema} CASCADE"));
}
