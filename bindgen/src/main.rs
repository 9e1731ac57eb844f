//! `cargo run -p alongside-bindgen`: builds the bindings library for this machine and writes what Kotlin, Swift and Python
//! need into `build/`, which git ignores. Knows UniFFI and cargo; knows nothing of what is in the library.

mod error;
mod generate;
mod library;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use error::BindgenError;

fn main() -> ExitCode {
    match make(&root(), &mut std::io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // A closed terminal is no reason to lose the exit code.
            let _ = writeln!(std::io::stderr(), "could not make the bindings: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(root: &Path, out: &mut dyn Write) -> Result<(), BindgenError> {
    let library = library::build(root)?;
    for made in generate::all(&library, &root.join("build"))? {
        let shown = made.strip_prefix(root).unwrap_or(&made);
        writeln!(out, "made {}", shown.display())?;
    }
    Ok(())
}

/// The folder of the workspace this program belongs to, from wherever it is called.
fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = PathBuf::from(here);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}
