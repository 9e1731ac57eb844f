//! Lines that cannot be taken. Each is named by its number and stops nothing else.

use alongside_core::model::MAX_TEXT_BYTES;
use serde_json::{Value, json};

use super::service::{Service, answer, assessment, client, contact, file, goal, id, line, line_of};
use crate::import::{Fault, MAX_LINE_BYTES, Remark};

/// A caseload with `bad` as its sixth line, between lines that can be taken.
#[track_caller]
fn fault_of(bad: &[u8]) -> Fault {
    let service = Service::new();
    let before = [
        client(1),
        contact(2),
        goal(3),
        assessment(4, "final"),
        line("referral", 5, None, json!({"to": "a", "why": "b"})),
    ];
    let mut bytes = file(&before).into_bytes();
    bytes.extend(bad);
    bytes.push(b'\n');
    bytes.extend(file(&[line("note", 60, Some(2), json!({"body": "After"}))]).bytes());
    let done = service.import_bytes(&bytes);
    assert_eq!(done.counts(), (6, 0, 1));
    assert!(service.find(60).is_some(), "the line after it was lost");
    assert!(service.find(50).is_none(), "the bad line left something behind");
    match done.remarks.as_slice() {
        [Remark::Refused { line: 6, fault }] => *fault,
        other => panic!("{other:?}"),
    }
}

fn changed(mut line: Value, key: &str, value: Value) -> Value {
    line[key] = value;
    line
}

fn without(mut line: Value, key: &str) -> Value {
    line.as_object_mut().unwrap().remove(key);
    line
}

#[test]
fn what_is_no_record_at_all_is_named() {
    let whole = contact(50).to_string();
    for (bytes, fault) in [
        (&b"not JSON"[..], Fault::NotJson),
        (&whole.as_bytes()[..whole.len() - 9], Fault::NotJson),
        (format!("{whole} {whole}").as_bytes(), Fault::NotJson),
        (b"[]", Fault::NotJson),
        (b"null", Fault::NotJson),
        ("[".repeat(100_000).as_bytes(), Fault::NotJson),
        (b"{\"k\":\"note\",\"body\":\"\xff\xfe\"}", Fault::NotUtf8),
        ("x".repeat(MAX_LINE_BYTES + 1).as_bytes(), Fault::LineTooLong),
    ] {
        assert_eq!(fault_of(bytes), fault);
    }
}

#[test]
fn a_head_that_does_not_fit_is_named() {
    for (bad, fault) in [
        (without(contact(50), "k"), Fault::MissingKey("k")),
        (changed(contact(50), "k", json!(7)), Fault::WrongType("k")),
        (changed(contact(50), "k", json!("Contact")), Fault::UnknownKind),
        (without(contact(50), "id"), Fault::MissingKey("id")),
        (changed(contact(50), "id", json!("fifty")), Fault::WrongType("id")),
        (changed(contact(50), "id", Value::Null), Fault::WrongType("id")),
        (changed(contact(50), "c", json!(1)), Fault::WrongType("c")),
        (without(contact(50), "p"), Fault::MissingKey("p")),
        (changed(contact(50), "p", json!(false)), Fault::WrongType("p")),
        (without(contact(50), "at"), Fault::MissingKey("at")),
        (changed(contact(50), "at", json!(1_700_000_000)), Fault::WrongType("at")),
        (changed(contact(50), "at", json!("2024-13-01T00:00:00Z")), Fault::ImpossibleDate),
        (changed(contact(50), "at", json!("2024-04-31T00:00:00Z")), Fault::ImpossibleDate),
        (changed(contact(50), "at", json!("0024-04-30T00:00:00Z")), Fault::OutOfRange("at")),
    ] {
        assert_eq!(fault_of(bad.to_string().as_bytes()), fault, "{bad}");
    }
}

#[test]
fn a_value_that_does_not_fit_is_named_by_the_files_own_key() {
    let step = |key: &str, value| {
        changed(line("step", 50, Some(3), json!({"seq": 1, "title": "Go", "done": true})), key, value)
    };
    let check_in = |key: &str, value| {
        changed(line("checkin", 50, Some(3), json!({"by": "client", "score": 5, "note": ""})), key, value)
    };
    let status = |key: &str, value| {
        changed(line("refstatus", 50, Some(5), json!({"status": "made", "note": ""})), key, value)
    };
    for (bad, fault) in [
        (changed(contact(50), "mins", json!("45")), Fault::WrongType("mins")),
        (changed(contact(50), "mins", json!(4.5)), Fault::WrongType("mins")),
        (changed(contact(50), "mins", Value::Null), Fault::WrongType("mins")),
        (changed(contact(50), "mins", json!(1441)), Fault::OutOfRange("mins")),
        (changed(contact(50), "mode", json!("carrier pigeon")), Fault::UnknownWord("mode")),
        (changed(contact(50), "kept", json!("yes")), Fault::WrongType("kept")),
        (changed(contact(50), "mood", json!("calm")), Fault::UnknownKey),
        (without(contact(50), "kept"), Fault::MissingKey("kept")),
        (changed(goal(50), "state", json!("done")), Fault::UnknownWord("state")),
        (step("seq", json!(4_000_000_000_i64)), Fault::OutOfRange("seq")),
        (step("done", json!(1)), Fault::WrongType("done")),
        (check_in("score", json!(11)), Fault::OutOfRange("score")),
        (check_in("score", json!(-1)), Fault::OutOfRange("score")),
        (check_in("by", json!("neighbour")), Fault::UnknownWord("by")),
        (status("status", json!("lost")), Fault::UnknownWord("status")),
        (changed(assessment(50, "final"), "ver", json!(0)), Fault::OutOfRange("ver")),
        (changed(assessment(50, "final"), "tool", json!("")), Fault::OutOfRange("tool")),
        (assessment(50, "half"), Fault::UnknownWord("state")),
        (answer(50, 4, "Home Life", 3), Fault::UnknownWord("domain")),
        (answer(50, 4, "", 3), Fault::UnknownWord("domain")),
        (changed(answer(50, 4, "home", 3), "score", json!(u64::MAX)), Fault::WrongType("score")),
        (changed(line_of(50, "client", 50, None, client(1)), "id", json!(id(50))), Fault::NotItsOwn),
    ] {
        assert_eq!(fault_of(bad.to_string().as_bytes()), fault, "{bad}");
    }
}

#[test]
fn a_text_of_64_kib_is_taken_and_one_byte_more_is_not() {
    let note = |bytes: usize| line("note", 50, Some(2), json!({"body": "x".repeat(bytes)}));
    let service = Service::new();
    let done = service.import(&[client(1), contact(2), note(MAX_TEXT_BYTES)]);
    assert_eq!(done.counts(), (3, 0, 0));
    assert_eq!(fault_of(note(MAX_TEXT_BYTES + 1).to_string().as_bytes()), Fault::TooLong("body"));
    assert_eq!(fault_of(note(1024 * 1024).to_string().as_bytes()), Fault::LineTooLong);
    let comment = changed(answer(50, 4, "home", 3), "comment", json!("x".repeat(MAX_TEXT_BYTES + 1)));
    assert_eq!(fault_of(comment.to_string().as_bytes()), Fault::TooLong("comment"));
}

#[test]
fn a_line_that_belongs_to_nothing_known_is_named() {
    let note = |under| line("note", 50, under, json!({"body": "x"}));
    for (bad, fault) in [
        (
            line_of(77, "contact", 50, None, json!({"mode": "home", "mins": 5, "kept": true})),
            Fault::UnknownClient,
        ),
        (
            line_of(77, "assessment", 50, None, json!({"tool": "t", "ver": 1, "state": "final"})),
            Fault::UnknownClient,
        ),
        (note(Some(99)), Fault::UnknownParent),
        (note(Some(3)), Fault::UnknownParent),
        (line("step", 50, Some(2), json!({"seq": 1, "title": "Go", "done": true})), Fault::UnknownParent),
        (line("step", 50, None, json!({"seq": 1, "title": "Go", "done": true})), Fault::NeedsParent),
        (changed(contact(50), "p", json!(id(3))), Fault::NeedsNoParent),
        (answer(50, 99, "home", 3), Fault::UnknownParent),
        (changed(answer(50, 4, "home", 3), "p", Value::Null), Fault::NeedsParent),
    ] {
        assert_eq!(fault_of(bad.to_string().as_bytes()), fault, "{bad}");
    }
}

#[test]
fn nothing_hangs_under_another_clients_record() {
    let service = Service::new();
    let step = line_of(9, "step", 50, Some(2), json!({"seq": 1, "title": "Go", "done": true}));
    let done = service.import(&[client(1), goal(2), client(9), step]);
    assert_eq!(done.faults(), [(4, Fault::UnknownParent)]);
}

#[test]
fn an_id_belongs_to_one_record() {
    let service = Service::new();
    let done = service.import(&[
        client(1),
        contact(2),
        contact(2),
        changed(contact(2), "mins", json!(50)),
        line("goal", 2, None, json!({"title": "x", "state": "open"})),
        assessment(2, "final"),
        answer(11, 2, "home", 3),
    ]);
    assert_eq!(done.counts(), (2, 1, 4));
    let numbers = done.faults();
    assert_eq!(numbers, [4, 5, 6, 7].map(|line| (line, Fault::DuplicateId)));
    assert_eq!(service.fields(2)["minutes"], json!(45));
}

#[test]
fn a_remark_says_the_number_and_nothing_of_what_the_line_says() {
    let mut secret = contact(50);
    secret["mode"] = json!("Whitfield Terrace");
    let done = Service::new().import(&[client(1), secret]);
    let said: Vec<String> = done.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(said, ["line 2: unknown_word, mode is not one of the words it may be"]);
}
