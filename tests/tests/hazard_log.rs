//! The hazard log and the README name tests, and each of them is there: a control whose evidence has vanished is no control.

use alongside_tests::source_tree::{list_files, root};

const LOG: &str = "docs/clinical-safety.md";

#[test]
fn every_test_that_the_hazard_log_names_is_in_the_tree() {
    let log = std::fs::read_to_string(root().join(LOG)).expect("the log can be read");
    let named = tests_named(&log);
    assert!(named.len() > 25, "only {} tests were seen in {LOG}", named.len());
    let missing = missing(&named, &sources());
    assert!(missing.is_empty(), "{LOG} names tests that are not there: {}", missing.join(", "));
}

/// What was seen in the studied service, F01 to F37, each with what stands against it.
#[test]
fn every_test_that_the_readme_names_is_in_the_tree() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README can be read");
    for failure in (1..=37).map(|n| format!("| F{n:02} |")) {
        assert!(readme.contains(&failure), "{failure} has no line");
    }
    let missing = missing(&tests_named(&readme), &sources());
    assert!(missing.is_empty(), "README.md names tests that are not there: {}", missing.join(", "));
}

#[test]
fn a_test_that_is_not_there_is_caught() {
    let log = "| H1 | x | y | z | `a_note_is_kept` `a_test_of_nothing` | |\n`not_in_a_table`";
    let named = tests_named(log);
    assert_eq!(named, ["a_note_is_kept", "a_test_of_nothing"]);
    assert_eq!(missing(&named, &["async fn a_note_is_kept() {".to_owned()]), ["a_test_of_nothing"]);
}

#[test]
fn every_hazard_of_the_two_lists_has_a_line() {
    let log = std::fs::read_to_string(root().join(LOG)).expect("the log can be read");
    let ids = (1..=15).map(|n| format!("H{n}")).chain((1..=13).map(|n| format!("Z-{n:02}")));
    for id in ids {
        let heads = log.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
        assert!(heads.flat_map(|head| head.split(", ")).any(|head| head == id), "{id} has no line");
    }
}

/// The names between backticks in the log's tables.
fn tests_named(log: &str) -> Vec<&str> {
    let rows = log.lines().filter(|line| line.starts_with("| "));
    let words = rows.flat_map(|line| line.split('`').skip(1).step_by(2));
    words
        .filter(|word| {
            word.contains('_')
                && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        })
        .collect()
}

fn missing<'a>(named: &[&'a str], sources: &[String]) -> Vec<&'a str> {
    let is_there = |name: &str| {
        sources
            .iter()
            .any(|text| text.contains(&format!("fn {name}(")) || text.contains(&format!("def {name}(")))
    };
    named.iter().copied().filter(|name| !is_there(name)).collect()
}

fn sources() -> Vec<String> {
    let files = list_files(&root()).expect("the repository can be read").into_iter();
    let sources = files.filter(|file| file.ends_with(".rs") || file.ends_with(".py"));
    sources
        .map(|file| std::fs::read_to_string(root().join(file)).expect("a listed file can be read"))
        .collect()
}
