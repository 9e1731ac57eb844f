//! Names and words that would break a careless page: marks, scripts, other directions, no spaces.

use serde_json::json;

use crate::service::{Service, Sheet};
use crate::serving::Serving;

const SCRIPT: &str = "<script>alert(1)</script>\"'&</bdi></title><img src=x onerror=y>";
const RIGHT_TO_LEFT: &str = "\u{202e}محمد علي";

#[test]
fn marks_in_names_answers_and_comments_stay_words() {
    let service = Service::new();
    let said = json!({
        "instrument": SCRIPT, "version": 1, "discussed": [SCRIPT],
        format!("answer.{SCRIPT}"): {"text": SCRIPT}, format!("comment.{SCRIPT}"): SCRIPT,
    });
    let client = service.add_client(SCRIPT);
    let unknown = service.submit(client, Sheet::of(2, said));
    let mut sheet = Sheet::ons4(1, [1, 2, 3, 4]);
    sheet.said["comment.anxiety"] = json!(SCRIPT);
    let known = service.submit(client, sheet);
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    for path in
        ["/assessments".to_owned(), format!("/assessments/{unknown}"), format!("/assessments/{known}")]
    {
        let page = browser.open(&path);
        assert_eq!(page.status, 200);
        assert!(page.has("&#60;script&#62;alert(1)"), "{path} shows what was written");
        for broken in ["<script", "<img", "onerror=y>", "\"'&<"] {
            assert!(!page.has(broken), "{broken} on {path}");
        }
    }
}

#[test]
fn a_name_in_another_direction_cannot_turn_its_neighbours() {
    let service = Service::new();
    let id = service.submit(service.add_client(RIGHT_TO_LEFT), Sheet::ons4(1, [1, 2, 3, 4]));
    let serving = Serving::plain(&service);
    let mut browser = serving.signed_in();
    let isolated = format!("<bdi>{RIGHT_TO_LEFT}</bdi>");
    assert!(browser.open("/assessments").has(&isolated));
    assert!(browser.open(&format!("/assessments/{id}")).has(&isolated));
}

#[test]
fn signs_and_endless_words_are_shown_whole() {
    let service = Service::new();
    let name = "👩🏽‍🦽 Zoë Nguyễn-O’Brien";
    let endless = "ä".repeat(5_000);
    let mut sheet = Sheet::ons4(1, [1, 2, 3, 4]);
    sheet.said["comment.anxiety"] = json!(endless);
    let id = service.submit(service.add_client(name), sheet);
    let page = Serving::plain(&service).signed_in().open(&format!("/assessments/{id}"));
    assert!(page.has(name) && page.has(&endless));
}
