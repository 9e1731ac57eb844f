//! Handing a record on from a phone.

use super::*;
use crate::exchange::{ExportForm, PassageDecision, check_bundle, read_records};
use crate::model::kinds::PassageReason;

const SAID: &str = "She spoke of her neighbour Tom, who drinks, and of the garden.";

fn signed_note(phone: &Phone, case: CaseId) -> EntityId {
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, SAID).unwrap();
    phone.core.sign_note(note).unwrap();
    phone.core.notes(case).unwrap()[0].id
}

fn text(phone: &Phone, case: CaseId, form: ExportForm) -> String {
    String::from_utf8(phone.core.export(case, form).unwrap().bytes).unwrap()
}

#[test]
fn every_export_works_with_no_signal_and_holds_no_draft() {
    let phone = worker();
    let case = add_ada(&phone);
    signed_note(&phone, case);
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, "Half a thought about marmalade").unwrap();
    phone.core.save_note(draft).unwrap();
    for form in ExportForm::ALL {
        assert!(!text(&phone, case, form).contains("marmalade"), "{form:?}");
    }
    let bundle = serde_json::from_str(&text(&phone, case, ExportForm::Bundle)).unwrap();
    assert_eq!(check_bundle(&bundle), []);
}

#[test]
fn a_copy_for_the_person_holds_their_drafts_saved_and_unsaved() {
    let phone = worker();
    let case = add_ada(&phone);
    let saved = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(saved, "Half a thought about marmalade").unwrap();
    phone.core.save_note(saved).unwrap();
    let open = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(open, "Typed and not saved").unwrap();
    let files = phone.core.subject_access(case, &[]).unwrap();
    let page = String::from_utf8(files[0].bytes.clone()).unwrap();
    assert!(page.contains("marmalade") && page.contains("Typed and not saved"));
    let again = read_records(&files[1].bytes).unwrap();
    assert_eq!((again.case, again.records.len()), (case, 3));
}

#[test]
fn a_marked_passage_stays_behind_until_a_person_decides() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = signed_note(&phone, case);
    let mark =
        phone.core.mark_passage(note, "her neighbour Tom, who drinks", PassageReason::ThirdParty).unwrap();
    assert_eq!(reason(phone.core.subject_access(case, &[])), ("decisions".into(), Reason::Undecided));
    let [passage] = &phone.core.passages(case).unwrap()[..] else { panic!("one passage") };
    assert_eq!((passage.mark, passage.record, passage.label.as_str()), (mark, note, "Visit note"));
    let decide = |disclose| PassageDecision { mark, disclose, decided_by: "Ruth Adeyemi".into() };
    for disclose in [false, true] {
        let files = phone.core.subject_access(case, &[decide(disclose)]).unwrap();
        assert_eq!(String::from_utf8(files[0].bytes.clone()).unwrap().contains("who drinks"), disclose);
    }
    phone.core.lift_passage_mark(mark).unwrap();
    assert!(phone.core.passages(case).unwrap().is_empty());
}

#[test]
fn a_mark_needs_words_that_are_there_and_no_draft() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = signed_note(&phone, case);
    let mark = |record, words: &str| phone.core.mark_passage(record, words, PassageReason::HarmRisk);
    assert_eq!(reason(mark(note, "words nobody wrote")), ("passage".into(), Reason::Unknown));
    assert_eq!(reason(mark(note, "a ")), ("passage".into(), Reason::Empty));
    let draft = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(draft, SAID).unwrap();
    phone.core.save_note(draft).unwrap();
    assert_eq!(reason(mark(draft, "garden")), ("record".into(), Reason::WrongType));
}

#[test]
fn only_who_may_hands_a_record_on() {
    let phone = worker();
    assert!(matches!(
        phone.core.export(CaseId(Uuid::from_u128(9)), ExportForm::Summary),
        Err(CompanionError::NotFound)
    ));
    for role in [Role::Supervisor, Role::Client] {
        let other = super::phone(role);
        let refused = other.core.export(CaseId(Uuid::from_u128(9)), ExportForm::Bundle);
        assert!(matches!(refused, Err(CompanionError::NotAllowed(_))), "{role:?}");
    }
}
