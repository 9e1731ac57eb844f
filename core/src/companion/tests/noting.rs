use super::*;
use crate::model::MAX_TEXT_BYTES;

#[test]
fn a_note_is_typed_saved_signed_and_read_with_no_signal() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "Ada would like to sing again.").unwrap();
    phone.core.promise(note, "Ring the choir on Friday.").unwrap();
    assert_eq!(phone.core.note(note).unwrap().state, NoteState::Draft);
    phone.core.save_note(note).unwrap();
    let signed = phone.core.sign_note(note).unwrap();
    let notes = phone.core.notes(case).unwrap();
    assert_eq!((notes.len(), notes[0].id, notes[0].author.as_str()), (1, signed, "Wren Okafor"));
    assert_eq!(notes[0].note.promised.as_deref(), Some("Ring the choir on Friday."));
    assert!(phone.core.drafts().unwrap().is_empty());
    assert_eq!(phone.core.note(note).unwrap().state, NoteState::Signed);
}

#[test]
fn a_note_that_is_only_typed_is_there_after_the_app_was_killed() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    assert_eq!(phone.core.type_note(note, "A").unwrap(), Typed::Saved);
    assert_eq!(phone.core.type_note(note, "Ad").unwrap(), Typed::SaveWithin(1000));
    let again = Companion::open(setup(phone.folder.path(), &phone.clock, &phone.wire)).unwrap();
    assert_eq!(again.note(note).unwrap().note.body, "A");
    assert_eq!(again.drafts().unwrap()[0].id, note);
}

#[test]
fn typed_text_is_saved_at_the_twentieth_character_and_after_a_second() {
    let phone = worker();
    let note = phone.core.start_note(add_ada(&phone), None).unwrap();
    phone.core.type_note(note, "a").unwrap();
    assert_eq!(phone.core.type_note(note, &"a".repeat(20)).unwrap(), Typed::SaveWithin(1000));
    assert_eq!(phone.core.type_note(note, &"a".repeat(21)).unwrap(), Typed::Saved);
    phone.clock.advance(999);
    assert_eq!(phone.core.type_note(note, &"a".repeat(22)).unwrap(), Typed::SaveWithin(1));
    phone.clock.advance(1);
    assert_eq!(phone.core.type_note(note, &"a".repeat(22)).unwrap(), Typed::Saved);
}

#[test]
fn an_empty_note_is_not_signed() {
    let phone = worker();
    let note = phone.core.start_note(add_ada(&phone), None).unwrap();
    assert_eq!(reason(phone.core.sign_note(note)), ("body".into(), Reason::Empty));
    phone.core.keep_note(note, "  \n").unwrap();
    assert_eq!(reason(phone.core.sign_note(note)), ("body".into(), Reason::Empty));
}

#[test]
fn a_note_one_byte_too_long_is_refused_and_what_was_saved_stays() {
    let phone = worker();
    let note = phone.core.start_note(add_ada(&phone), None).unwrap();
    let fits = "x".repeat(MAX_TEXT_BYTES);
    phone.core.keep_note(note, &fits).unwrap();
    assert_eq!(reason(phone.core.keep_note(note, &format!("{fits}x"))), ("body".into(), Reason::TooLong));
    assert_eq!(phone.core.note(note).unwrap().note.body, fits);
}

#[test]
fn a_note_is_signed_once() {
    let phone = worker();
    let note = phone.core.start_note(add_ada(&phone), None).unwrap();
    phone.core.keep_note(note, "Tea with Ada.").unwrap();
    phone.core.sign_note(note).unwrap();
    assert_eq!(reason(phone.core.sign_note(note)), ("visit_note".into(), Reason::AlreadySealed));
    assert_eq!(reason(phone.core.type_note(note, "x")), ("visit_note".into(), Reason::AlreadySealed));
}

#[test]
fn words_of_any_script_come_back_as_they_were_typed() {
    let phone = worker();
    let note = phone.core.start_note(add_ada(&phone), None).unwrap();
    let words = "Siân · Żółć · محمد · বাংলা · 👩🏾‍🦽 · e\u{301} · a\u{0}b · \u{202e}rtl";
    phone.core.keep_note(note, words).unwrap();
    let signed = phone.core.sign_note(note).unwrap();
    assert_eq!(phone.core.note(signed).unwrap().note.body, words);
}

#[test]
fn a_discarded_draft_is_gone_from_the_list() {
    let phone = worker();
    let case = add_ada(&phone);
    for saved in [false, true] {
        let note = phone.core.start_note(case, None).unwrap();
        phone.core.keep_note(note, "Not needed.").unwrap();
        if saved {
            phone.core.save_note(note).unwrap();
        }
        phone.core.discard_draft(note).unwrap();
        assert!(phone.core.drafts().unwrap().is_empty(), "saved: {saved}");
    }
}

#[test]
fn a_record_of_another_kind_is_no_note_and_no_assessment() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    let sheet = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap().assessment;
    for id in [EntityId(case.0), sheet] {
        assert!(matches!(phone.core.note(id), Err(CompanionError::NotFound)));
    }
    for id in [EntityId(case.0), note] {
        assert!(matches!(phone.core.assessment(id), Err(CompanionError::NotFound)));
    }
}
