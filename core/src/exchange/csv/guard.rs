//! A spreadsheet program runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end as a formula, and a formula can send
//! a person's record away: <https://owasp.org/www-community/attacks/CSV_Injection>. Such a text gets an apostrophe in front, and so
//! does one that begins with an apostrophe, so that reading takes exactly the one away again.

const MARK: char = '\'';

/// What a program may take for the beginning of a formula; the last four are the wide forms that some read the same way.
const BEGINNINGS: [char; 11] =
    ['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// The text as it may stand in a cell.
pub(super) fn guarded(text: &str) -> String {
    let first = text.chars().find(|letter| *letter != ' ' && *letter != '\u{feff}');
    let risky = first.is_some_and(|first| BEGINNINGS.contains(&first)) || text.starts_with(MARK);
    if risky { format!("{MARK}{text}") } else { text.to_owned() }
}

/// The text as it was before.
pub(super) fn bare(cell: &str) -> &str {
    cell.strip_prefix(MARK).unwrap_or(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_be_a_formula_is_a_text() {
        for text in [
            "=1+1",
            "+44 191",
            "-",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            " =1",
            "\u{ff1d}1",
            "'=1",
            "\u{feff}=1",
        ] {
            let cell = guarded(text);
            assert!(cell.starts_with(MARK), "{text:?}");
            assert_eq!(bare(&cell), text);
        }
        assert_eq!(guarded("Tea with Ada = nice"), "Tea with Ada = nice");
        assert_eq!(guarded("0191 496 0001"), "0191 496 0001");
    }
}
