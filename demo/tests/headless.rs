//! The program as it is called without a browser: one JSON object and 0, or a reason and 1.

use std::process::{Command, Output};

use serde_json::Value;

#[cfg(test)]
fn demo(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside-demo")).args(arguments).output().unwrap()
}

#[test]
fn the_story_holds_and_its_figures_agree_with_each_other() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("demo");
    let ended = demo(&["--headless", "--clients", "3", "--seed", "5", "--folder", folder.to_str().unwrap()]);
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));

    let report: Value = serde_json::from_slice(&ended.stdout).expect("standard output is one JSON object");
    let number = |name: &str| report[name].as_u64().unwrap_or_else(|| panic!("{name} is a number"));
    assert_eq!(number("clients"), 3);
    assert_eq!(number("records_loaded"), number("records_on_phone"));
    assert!(number("records_loaded") > 100);
    assert!(number("ops_synced") >= number("ops_offline") && number("ops_offline") >= 8);
    assert_eq!(number("assessments_received"), 1);
    assert!(number("bytes_down") > number("bytes_up") && number("bytes_up") > 0 && number("requests") > 0);
    assert!(number("first_page_ms") <= number("first_caseload_ms"));
    assert!(number("first_caseload_ms") <= number("milliseconds"));
    assert!(folder.join("phones/link-worker/alongside.db").is_file(), "a folder that was named is kept");
}

#[test]
fn a_folder_in_use_ends_with_1_and_a_reason() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("letter"), "dear").unwrap();
    let ended = demo(&["--headless", "--folder", home.path().to_str().unwrap()]);
    assert_eq!(ended.status.code(), Some(1));
    assert!(ended.stdout.is_empty());
    assert!(String::from_utf8_lossy(&ended.stderr).contains("not empty"));
}
