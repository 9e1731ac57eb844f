//! `cargo run -p alongside-bindgen`: builds the bindings library for this machine and writes what Kotlin, Swift and Python
//! need into `build/`, which git ignores. With `--library FILE` it takes a library that is there already. Knows UniFFI and
//! cargo; knows nothing of what is in the library.

mod error;
mod generate;
mod header;
mod library;

use std::ffi::OsString;
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
    let library = match chosen_library(std::env::args_os().skip(1))? {
        Some(library) => library,
        None => library::build(root)?,
    };
    for made in generate::all(&library, &root.join("build"))? {
        let shown = made.strip_prefix(root).unwrap_or(&made);
        writeln!(out, "made {}", shown.display())?;
    }
    Ok(())
}

/// The library named on the command line; nothing when one is to be built.
fn chosen_library(mut words: impl Iterator<Item = OsString>) -> Result<Option<PathBuf>, BindgenError> {
    match (words.next(), words.next(), words.next()) {
        (None, ..) => Ok(None),
        (Some(flag), Some(file), None) if flag == "--library" => Ok(Some(file.into())),
        _ => Err(BindgenError::Usage),
    }
}

/// The folder of the workspace this program belongs to, from wherever it is called.
fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let here = PathBuf::from(here);
    here.parent().map_or_else(|| here.clone(), Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(words: &[&str]) -> Result<Option<PathBuf>, BindgenError> {
        chosen_library(words.iter().map(OsString::from))
    }

    #[test]
    fn a_library_is_built_unless_one_is_named() {
        assert!(matches!(chosen(&[]), Ok(None)));
        assert_eq!(chosen(&["--library", "a.so"]).unwrap(), Some(PathBuf::from("a.so")));
    }

    #[test]
    fn any_other_words_are_refused() {
        for words in [&["a.so"][..], &["--library"], &["--library", "a.so", "b.so"], &["--help", "x"]] {
            assert!(matches!(chosen(words), Err(BindgenError::Usage)), "{words:?}");
        }
    }
}
