//! Calls out of the blue, mainly to get an assessment done (F01, F11, F15, G7), and silence in between (F07).

use super::*;
use crate::journey::assessment_only::{Surroundings, is_assessment_only, is_out_of_the_blue, owes_a_reason};
use crate::journey::finding::Verdict;
use crate::journey::next_contact::{Agreed, NextMissing, next_contact_missing};
use crate::journey::promise::{Promised, open_promises};
use crate::journey::quiet::{Rhythm, quiet_too_long};
use crate::model::kinds::DutyStatus;

fn around(contact: &Contact) -> Surroundings<'_> {
    Surroundings { contact, changed: 0, agreed: &[], in_touch_before: Some(at("2026-06-01")) }
}

#[test]
fn he_did_not_know_who_rang_and_it_was_for_a_form() {
    let call = call_for_questions("2026-11-25");
    assert!(is_assessment_only(&around(&call)) && is_out_of_the_blue(&around(&call)));
}

/// M5 and M6, clause by clause: each change of one fact takes the contact out of one of them, or does not.
#[test]
fn the_definitions_of_m5_and_m6_clause_by_clause() {
    let call = call_for_questions("2026-11-25");
    let both = |contact: &Contact, edit: &dyn Fn(&mut Surroundings<'_>)| {
        let mut surroundings = around(contact);
        edit(&mut surroundings);
        (is_assessment_only(&surroundings), is_out_of_the_blue(&surroundings))
    };
    let as_is: &dyn Fn(&mut Surroundings<'_>) = &|_| ();
    assert_eq!(both(&call, as_is), (true, true));
    let also_listened = Contact { purposes: vec![Purpose::Assessment, Purpose::Listen], ..call.clone() };
    assert_eq!(both(&also_listened, as_is), (false, false));
    let nobody_answered = Contact { outcome: Outcome::NoAnswer, ..call.clone() };
    assert_eq!(both(&nobody_answered, as_is), (false, false));
    let no_time_at_all = Contact { minutes: Some(0), ..call.clone() };
    assert_eq!(both(&no_time_at_all, as_is), (false, false));
    let no_purpose = Contact { purposes: vec![], ..call.clone() };
    assert_eq!(both(&no_purpose, as_is), (false, false));
    assert_eq!(both(&call, &|around| around.changed = 1), (false, false), "a goal was agreed in it");
    let client_rang = Contact { direction: Some(Direction::Client), ..call.clone() };
    assert_eq!(both(&client_rang, as_is), (true, false));
    let carer_rang = Contact { direction: Some(Direction::Carer), ..call };
    assert_eq!(both(&carer_rang, as_is), (true, true), "M6 leaves out what the client began, nobody else");
}

#[test]
fn three_days_either_side_of_an_agreed_date_keep_it_and_the_fourth_does_not() {
    let call = call_for_questions("2026-11-25");
    for (agreed, blue) in [
        ("2026-11-21", true),
        ("2026-11-22", false),
        ("2026-11-25", false),
        ("2026-11-28", false),
        ("2026-11-29", true),
    ] {
        let dates = [at(agreed)];
        let surroundings = Surroundings { agreed: &dates, ..around(&call) };
        assert_eq!(is_out_of_the_blue(&surroundings), blue, "{agreed}");
        assert!(is_assessment_only(&surroundings), "an agreed assessment is still only an assessment");
    }
    let kept = Contact { planned_for: Some(at("2026-11-24")), ..call };
    assert!(!is_out_of_the_blue(&around(&kept)));
}

#[test]
fn twenty_eight_days_of_being_in_touch_are_no_silence_and_twenty_nine_are() {
    let call = call_for_questions("2026-11-25");
    for (before, blue) in [("2026-11-24", false), ("2026-10-28", false), ("2026-10-27", true)] {
        let surroundings = Surroundings { in_touch_before: Some(at(before)), ..around(&call) };
        assert_eq!(is_out_of_the_blue(&surroundings), blue, "{before}");
    }
    assert!(is_out_of_the_blue(&Surroundings { in_touch_before: None, ..around(&call) }));
}

#[test]
fn a_call_for_questions_that_nobody_expected_asks_for_its_reason() {
    let call = call_for_questions("2026-11-25");
    assert!(owes_a_reason(&call, &[]).unwrap().words().contains("say why it was needed now"));
    assert!(
        owes_a_reason(&Contact { outcome: Outcome::NoAnswer, ..call.clone() }, &[]).is_some(),
        "also when nobody answers"
    );
    assert_eq!(owes_a_reason(&Contact { agreed_before: Some(true), ..call.clone() }, &[]), None);
    assert_eq!(owes_a_reason(&Contact { direction: Some(Direction::Client), ..call.clone() }, &[]), None);
    assert_eq!(owes_a_reason(&call, &[at("2026-11-27")]), None);
    assert_eq!(owes_a_reason(&visit("2026-11-25"), &[]), None);
}

#[test]
fn it_was_quiet_for_longer_than_they_agreed() {
    let rhythm = |last: Option<&str>, every_days| Rhythm {
        last_in_touch: last.map(at),
        began: at("2026-09-01"),
        every_days,
        at_rest: false,
    };
    let today = day("2026-11-25");
    assert_eq!(quiet_too_long(&rhythm(Some("2026-11-11"), Some(14)), today), None);
    let quiet = quiet_too_long(&rhythm(Some("2026-11-10"), Some(14)), today).unwrap();
    assert_eq!((quiet.days, quiet.beyond()), (15, 1));
    assert_eq!(quiet.words(), "You last spoke 15 days ago; you agreed to speak every 14 days.");
    assert_eq!(
        quiet_too_long(&rhythm(Some("2026-11-10"), Some(90)), today),
        None,
        "a slow rhythm is allowed"
    );
    let never = quiet_too_long(&rhythm(None, None), today).unwrap();
    assert_eq!(never.words(), "You have not spoken yet; the support began 85 days ago.");
    let resting = Rhythm { at_rest: true, ..rhythm(None, Some(1)) };
    assert_eq!(quiet_too_long(&resting, today), None);
    assert_eq!(quiet_too_long(&rhythm(Some("2026-12-25"), Some(1)), today), None, "a clock that is ahead");
}

#[test]
fn she_should_know_when_she_hears_from_somebody_next() {
    let today = day("2026-11-25");
    let agreed = |next: Option<&str>, none_with_reason| Agreed {
        next_at: next.map(at),
        none_with_reason,
        at_rest: false,
    };
    assert_eq!(next_contact_missing(&agreed(Some("2026-11-25"), false), today), None);
    assert_eq!(next_contact_missing(&agreed(None, false), today), Some(NextMissing::Never));
    let past = next_contact_missing(&agreed(Some("2026-11-24"), false), today).unwrap();
    assert_eq!(
        past.words(),
        "The next contact was to be on 24 November 2026. Agree a new one with the client."
    );
    assert_eq!(next_contact_missing(&agreed(None, true), today), None);
    assert_eq!(next_contact_missing(&Agreed { at_rest: true, ..agreed(None, false) }, today), None);
}

#[test]
fn what_was_promised_last_time_comes_first_until_it_is_kept() {
    let promised =
        |number, on, words: &str, duty| Promised { note: id(number), at: at(on), words: words.into(), duty };
    let all = [
        promised(1, "2026-10-01", "ring the council", Some(DutyStatus::Done)),
        promised(2, "2026-10-08", "find a choir", None),
        promised(3, "2026-11-22", "bring the form", Some(DutyStatus::Open)),
        promised(4, "2026-11-23", "  ", None),
        promised(5, "2026-10-09", "ask about the bus", Some(DutyStatus::Released)),
    ];
    let open = open_promises(&all, day("2026-11-25"));
    assert_eq!(open.iter().map(|promise| promise.note).collect::<Vec<_>>(), [id(3), id(2)]);
    assert_eq!(open[0].words(), "You promised 3 days ago: bring the form");
}
