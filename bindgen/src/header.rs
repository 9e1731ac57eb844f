//! Makes the Swift module's C header one that a C compiler takes.
//!
//! The generator copies the names of parameters into it as they are, and `case` is a word of C. A parameter's name in a
//! declaration means nothing to whoever calls, so such a name gets an underscore and nothing else changes.

use std::path::Path;

/// Names that our methods use, or may, and C keeps for itself.
const WORDS_OF_C: [&str; 8] = ["case", "default", "register", "return", "short", "switch", "union", "while"];

/// Rewrites the headers among a folder's files.
pub(crate) fn mend(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "h") {
            let text = std::fs::read_to_string(&path)?;
            std::fs::write(&path, mended(&text))?;
        }
    }
    Ok(())
}

fn mended(header: &str) -> String {
    WORDS_OF_C.iter().fold(header.to_owned(), |text, word| {
        [",", ")"]
            .iter()
            .fold(text, |text, after| text.replace(&format!(" {word}{after}"), &format!(" {word}_{after}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_parameter_named_by_a_word_of_c_gets_an_underscore_and_nothing_else_changes() {
        let header = "RustBuffer notes(uint64_t ptr, RustBuffer case, RustBuffer case_id);\nvoid end(RustBuffer case)\n";
        let fit = "RustBuffer notes(uint64_t ptr, RustBuffer case_, RustBuffer case_id);\nvoid end(RustBuffer case_)\n";
        assert_eq!(mended(header), fit);
    }
}
