//! The table of merge rules in `docs/merge.md` and the tests that are named after its numbers agree, in both directions.

use std::collections::BTreeSet;

use alongside_tests::source_tree::{list_files, root};

/// How many rules there are.
const RULES: u16 = 26;

#[test]
fn every_rule_has_a_test_and_every_test_a_rule() {
    let documented = documented(&read("docs/merge.md"));
    let files = list_files(&root()).expect("the repository can be read");
    let tested: BTreeSet<u16> =
        files.iter().filter(|file| file.ends_with(".rs")).flat_map(|file| tested(&read(file))).collect();
    assert_eq!(documented, (1..=RULES).collect(), "docs/merge.md has a row for each rule");
    assert_eq!(
        documented.difference(&tested).collect::<Vec<_>>(),
        Vec::<&u16>::new(),
        "rules without a test"
    );
    assert_eq!(
        tested.difference(&documented).collect::<Vec<_>>(),
        Vec::<&u16>::new(),
        "tests without a rule"
    );
}

#[test]
fn a_rule_without_a_test_and_a_test_without_a_rule_are_seen() {
    let table = "| # | what |\n|---|---|\n| 3 | Two categories. |\n| 4, 5 | Words. |\n| x | nothing |\n";
    assert_eq!(documented(table), BTreeSet::from([3, 4, 5]));
    let source =
        "#[test]\nfn rule_3_of_two_categories() {}\n#[test]\nfn rule_77_is_new() {}\nfn rule_9_helper() {}\n";
    assert_eq!(tested(source), BTreeSet::from([3, 77]));
}

/// The numbers in the first column of the document's tables.
fn documented(text: &str) -> BTreeSet<u16> {
    let first = text.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next());
    first.flat_map(|numbers| numbers.split(", ").map(str::parse).collect::<Vec<_>>()).flatten().collect()
}

/// The numbers of test functions called `rule_N_…`.
fn tested(source: &str) -> BTreeSet<u16> {
    let mut is_test = false;
    let mut found = BTreeSet::new();
    for line in source.lines().map(str::trim) {
        if let Some(name) = line.strip_prefix("fn rule_").filter(|_| is_test) {
            found.extend(name.split('_').next().and_then(|number| number.parse::<u16>().ok()));
        }
        is_test = line == "#[test]" || (is_test && line.starts_with("#["));
    }
    found
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).expect("a listed file can be read")
}
