//! The command as an administrator runs it.

use std::path::PathBuf;

use clap::Parser;
use serde_json::json;

use super::service::{Service, entry};
use crate::directory::{DirectoryArgs, run};

#[derive(Parser)]
struct Line {
    #[command(flatten)]
    directory: DirectoryArgs,
}

fn arguments(words: &[&str]) -> Result<DirectoryArgs, clap::Error> {
    Line::try_parse_from([&["import"], words].concat()).map(|line| line.directory)
}

/// The exit code, the summary and the remarks.
fn import(service: &Service, file: PathBuf) -> (u8, String, String) {
    let arguments = DirectoryArgs { file: Some(file), ..arguments(&["--file", "x"]).unwrap() };
    let (mut out, mut notes) = (Vec::new(), Vec::new());
    let code = run(&arguments, &*service.store, &service.organisation, &service.clock, &mut out, &mut notes)
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (code, text(out), text(notes))
}

#[test]
fn the_exit_code_says_whether_all_of_the_feed_was_taken() {
    let service = Service::new();
    let file = service.folder.path().join("feed.json");
    for (content, code, out, notes) in [
        (json!([entry(1, json!({}))]).to_string(), 0, "1 added", ""),
        (json!([entry(1, json!({})), {"id": 7}]).to_string(), 2, "1 refused", "missing_id"),
        ("{".to_owned(), 2, "not read to its end", "page 1: truncated"),
    ] {
        std::fs::write(&file, content).unwrap();
        let (ended, summary, remarks) = import(&service, file.clone());
        assert_eq!(ended, code);
        assert!(summary.contains(out), "{summary}");
        assert!(remarks.contains(notes), "{remarks}");
    }
    let (ended, summary, remarks) = import(&service, service.folder.path().join("nowhere.json"));
    assert_eq!((ended, summary.as_str()), (1, ""));
    assert!(remarks.starts_with("directory: the file cannot be read"), "{remarks}");
}

#[test]
fn a_feed_is_an_address_or_a_file() {
    assert!(arguments(&[]).is_err());
    assert!(arguments(&["--url", "https://a.example", "--file", "b"]).is_err());
    assert!(arguments(&["--url", "https://a.example", "--per-page", "0"]).is_err());
    assert!(arguments(&["--url", "https://a.example", "--per-page", "50"]).is_ok());
}

#[test]
fn an_address_that_is_none_is_refused() {
    use crate::directory::Source;
    for address in ["", "choirs", "ftp://a.example", "https://", "https://ruth:secret@a.example"] {
        assert!(Source::url(address, None).is_err(), "{address}");
    }
    let plain = Source::url("https://a.example/api", None).unwrap();
    for address in ["https://a.example/api/", "https://a.example/api/services/?page=4#top"] {
        assert_eq!(Source::url(address, None).unwrap(), plain, "{address}");
    }
}
