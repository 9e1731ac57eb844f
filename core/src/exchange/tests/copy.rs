//! The copy for the person: complete, decided by a person, and readable in again.

use serde_json::json;

use super::person::{at, held, id, maud};
use crate::exchange::{
    ExchangeError, INVENTORY, PassageDecision, PersonRecord, SetAside, list_passages, read_records,
    subject_access,
};
use crate::model::catalogue::KINDS;
use crate::model::{Audience, Outcome, State, StreamRef, Timestamp};

fn decided(record: &PersonRecord, disclose: bool) -> Vec<PassageDecision> {
    let marks = list_passages(record).into_iter();
    marks
        .map(|passage| PassageDecision {
            mark: passage.mark,
            disclose,
            decided_by: "Ruth Adeyemi".to_owned(),
        })
        .collect()
}

#[test]
fn nothing_is_given_while_a_marked_passage_waits_for_a_person() {
    assert_eq!(subject_access(&maud(), &[]), Err(ExchangeError::Undecided(1)));
    let nobody = PassageDecision { mark: id(53), disclose: true, decided_by: " ".to_owned() };
    assert_eq!(subject_access(&maud(), &[nobody]), Err(ExchangeError::BadDecision));
    let elsewhere = PassageDecision { mark: id(999), disclose: true, decided_by: "Ruth Adeyemi".to_owned() };
    assert_eq!(subject_access(&maud(), &[elsewhere]), Err(ExchangeError::BadDecision));
}

#[test]
fn a_withheld_passage_is_in_neither_file_and_its_place_says_so() {
    let copy = subject_access(&maud(), &decided(&maud(), false)).unwrap();
    let records = String::from_utf8(copy.records).unwrap();
    assert!(!copy.page.contains("who drinks") && !records.contains("who drinks"));
    assert!(copy.page.contains("[a passage about somebody else was left out]"));
}

#[test]
fn two_who_disagree_keep_a_passage_back() {
    let both = [decided(&maud(), true), decided(&maud(), false)].concat();
    assert!(!subject_access(&maud(), &both).unwrap().page.contains("who drinks"));
}

#[test]
fn the_records_read_in_again_are_the_records() {
    let whole = maud();
    let copy = subject_access(&whole, &decided(&whole, true)).unwrap();
    assert_eq!(read_records(&copy.records).unwrap(), whole);
    for nothing in [&b"{}"[..], b"[]", b"\xff", br#"{"form":"alongside-person-record","version":2}"#] {
        assert_eq!(read_records(nothing), Err(ExchangeError::Unreadable));
    }
}

#[test]
fn every_kind_of_the_catalogue_appears_whether_held_or_not() {
    let copy = subject_access(&maud(), &decided(&maud(), true)).unwrap();
    for kind in KINDS {
        let label = INVENTORY.iter().find(|line| line.kind == kind.name).unwrap().label;
        assert!(copy.page.contains(&format!("<th scope=\"row\" dir=\"auto\">{label}</th>")), "{}", kind.name);
        // What is about services and files, and what other people's work brings, is in the inventory all the same.
        let of_a_person = ![Audience::Directory, Audience::Team].contains(&kind.home)
            && !["attachment", "unmet_need"].contains(&kind.name);
        let held = maud().records.iter().any(|held| held.kind == kind.name);
        assert!(held || !of_a_person, "Maud has no {}", kind.name);
    }
}

#[test]
fn every_word_of_every_record_is_in_the_copy() {
    let whole = maud();
    let copy = subject_access(&whole, &decided(&whole, true)).unwrap();
    for held in &whole.records {
        for text in held.fields.values().filter_map(|value| value.as_str()).filter(|text| text.contains(' '))
        {
            assert!(copy.page.contains(&text.replace('\'', "&#39;")), "{}: {text}", held.kind);
        }
    }
}

#[test]
fn drafts_put_away_records_and_set_aside_changes_are_there_and_said_to_be_so() {
    let mut whole = maud();
    let mut draft =
        held(90, "visit_note", &json!({"case": whole.case, "at": at(9), "body": "Half a thought"}));
    (draft.stream, draft.state) = (StreamRef::private(draft.author), State::Active);
    let mut away =
        held(91, "need", &json!({"category": "food", "words": "No breakfast", "raised_at": at(9)}));
    away.state = State::Archived;
    whole.records.extend([draft, away]);
    let fields = json!({"words": "Written too late"}).as_object().unwrap().clone().into_iter().collect();
    let change =
        SetAside { record: id(8), outcome: Outcome::Quarantined, why: None, at: Timestamp(at(10)), fields };
    whole.set_aside.push(change);
    let page = subject_access(&whole, &decided(&whole, true)).unwrap().page;
    for words in ["Half a thought", "A draft: unfinished", "No breakfast", "Put away", "Written too late"] {
        assert!(page.contains(words), "{words}");
    }
}
