//! Let go for "lost engagement" though she was keen: fear of the gym, a father who was ill, no money for the bus (F05, G4).

use super::*;
use crate::journey::finding::Verdict;
use crate::journey::lost_contact::{NotTriedYet, Reaching, not_tried_yet};

fn left(contacts: &[Contact], preferred: Option<Mode>, blocked: &[Mode]) -> Vec<NotTriedYet> {
    not_tried_yet(&Reaching { contacts, preferred, blocked })
}

/// Enough: a call, a kind message, a letter, three weeks.
fn enough() -> Vec<Contact> {
    vec![
        attempt("2026-11-02", Mode::Phone, true),
        attempt("2026-11-10", Mode::Message, false),
        attempt("2026-11-16", Mode::Letter, true),
    ]
}

#[test]
fn three_tries_two_ways_two_weeks_and_a_kind_word_are_enough() {
    assert_eq!(left(&enough(), Some(Mode::Message), &[]), []);
}

/// Each thing left out is named.
#[test]
fn each_thing_that_was_not_tried_is_named() {
    let close = [
        attempt("2026-11-02", Mode::Phone, true),
        attempt("2026-11-08", Mode::Message, false),
        attempt("2026-11-15", Mode::Letter, true),
    ];
    assert_eq!(left(&close, None, &[]), [NotTriedYet::Span(13)]);
    let calls = [
        attempt("2026-11-02", Mode::Phone, true),
        attempt("2026-11-09", Mode::Phone, true),
        attempt("2026-11-16", Mode::Phone, true),
    ];
    assert_eq!(left(&calls, None, &[]), [NotTriedYet::Ways(1), NotTriedYet::KindWord]);
    assert_eq!(left(&enough()[..2], None, &[]), [NotTriedYet::Attempts(2), NotTriedYet::Span(8)]);
    assert_eq!(left(&enough(), Some(Mode::Home), &[]), [NotTriedYet::Preferred(Mode::Home)]);
    let all = left(&[], Some(Mode::Message), &[]);
    assert_eq!(all.len(), 5);
    assert!(all.iter().all(|missing| missing.words().ends_with('.')));
}

#[test]
fn calls_to_a_deaf_client_do_not_count() {
    let calls = [
        attempt("2026-11-02", Mode::Phone, true),
        attempt("2026-11-10", Mode::Message, false),
        attempt("2026-11-16", Mode::Letter, true),
    ];
    let missing = left(&calls, Some(Mode::Phone), &[Mode::Phone]);
    assert_eq!(missing, [NotTriedYet::Attempts(2), NotTriedYet::Span(6), NotTriedYet::Blocked(1)]);
}

#[test]
fn calls_to_an_unsafe_number_stand_in_nobodys_way_once_enough_else_was_tried() {
    let mut contacts = enough();
    contacts.push(attempt("2026-11-05", Mode::Home, true));
    assert_eq!(left(&contacts, None, &[Mode::Home]), []);
}

#[test]
fn five_calls_in_an_afternoon_are_one_attempt() {
    let calls: Vec<_> = (0..5).map(|_| attempt("2026-11-02", Mode::Phone, true)).collect();
    assert!(left(&calls, None, &[]).contains(&NotTriedYet::Attempts(1)));
}

#[test]
fn once_she_answers_the_counting_begins_again() {
    let mut contacts = enough();
    contacts.push(visit("2026-11-12"));
    assert!(left(&contacts, None, &[]).contains(&NotTriedYet::Attempts(1)));
    let said_nothing = Contact { minutes: Some(0), ..visit("2026-11-12") };
    contacts.pop();
    contacts.push(said_nothing);
    assert_eq!(left(&contacts, None, &[]), [], "a call of no time at all is not being in touch");
}

#[test]
fn a_reminder_is_no_kind_word() {
    let mut contacts = enough();
    contacts[1].demanding = Some(true);
    assert_eq!(left(&contacts, None, &[]), [NotTriedYet::KindWord]);
    contacts[1].demanding = None;
    assert_eq!(left(&contacts, None, &[]), [NotTriedYet::KindWord]);
}
