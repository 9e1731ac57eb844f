//! Packs on a phone: taken, kept, withdrawn, and upgraded while a draft of the old version is open.

use super::*;
use crate::instrument::{PackError, Registry, Response, Signers, SigningKey, Withdrawal};

const DEFINITION: &str = r#"{
  "id": "made-up", "version": 1, "title": "Made-up questions", "owner": "Nobody",
  "licence": { "id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1." },
  "languages": ["en-GB"], "order": "free",
  "response_sets": [
    { "id": "scale", "scale": { "min": 0, "max": 4, "min_label": "not at all", "max_label": "very" } },
    { "id": "words", "own_words": { "max_chars": 40 } }
  ],
  "items": [
    { "id": "rest", "name": "rest", "prompt": "How rested are you?", "response_set": "scale", "higher_is": "better",
      "required": true, "comment_prompt": "Anything to add" },
    { "id": "worry", "name": "the worry", "prompt": "What worries you?", "response_set": "words",
      "higher_is": "neutral", "required": false, "carry_over": true },
    { "id": "worry_size", "name": "the size of the worry", "prompt": "How much?", "about": "worry",
      "response_set": "scale", "higher_is": "worse", "required": true }
  ],
  "scores": [
    { "id": "double", "name": "rest doubled", "higher_is": "better", "items": [{ "item": "rest" }],
      "missing": "no_score", "steps": [{ "times": 2 }] }
  ]
}"#;

fn key() -> SigningKey {
    SigningKey::from_seed(&[5; 32]).unwrap()
}

fn pack(definition: &str) -> Vec<u8> {
    key().sign_definition(definition).unwrap().into_bytes()
}

fn first() -> Vec<u8> {
    pack(DEFINITION)
}

/// A question reworded, another as it was.
fn second() -> Vec<u8> {
    let newer =
        DEFINITION.replace("\"version\": 1", "\"version\": 2").replace("How much?", "How large is it?");
    pack(&newer.replace("\"comment_prompt\"", "\"same_since\": 1, \"comment_prompt\""))
}

fn withdrawal(version: u32) -> Vec<u8> {
    let word = Withdrawal { id: "made-up".into(), version, reason: "the licence ended".into() };
    key().sign_withdrawal(&word).unwrap().into_bytes()
}

fn reopen_trusting(phone: Phone, signers: Signers) -> Phone {
    let Phone { core, clock, wire, folder } = phone;
    drop(core);
    let core = Companion::open(Setup { signers, ..setup(folder.path(), &clock, &wire) }).unwrap();
    Phone { core, clock, wire, folder }
}

fn worker_who_trusts() -> Phone {
    reopen_trusting(worker(), trusted())
}

fn trusted() -> Signers {
    Signers::from_iter([key().public()])
}

fn code(result: Result<(), CompanionError>) -> String {
    match result {
        Err(CompanionError::Pack(error)) => error.code().to_owned(),
        other => panic!("not refused as a pack: {other:?}"),
    }
}

fn begun(phone: &Phone, case: CaseId) -> AssessmentStart {
    phone.core.start_assessment(case, "made-up", Mode::Home).unwrap()
}

#[test]
fn a_pack_is_taken_and_is_there_after_a_restart() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    phone.core.load_pack(&first()).unwrap();
    let phone = reopen_trusting(phone, trusted());
    let known = phone.core.instruments();
    assert_eq!(
        known.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(),
        ["made-up", "ons-loneliness", "ons4"]
    );
    assert_eq!((known[0].licence_holder.as_str(), known[0].fixed_order), ("The Invented Trust", false));
    begun(&phone, add_ada(&phone));
}

#[test]
fn what_is_not_taken_leaves_everything_as_it_was() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "rest", &Response::Value(3)).unwrap();
    let before = phone.core.list_instruments();
    let stranger = SigningKey::from_seed(&[6; 32]).unwrap().sign_definition(DEFINITION).unwrap();
    let text = String::from_utf8(first()).unwrap();
    let other = DEFINITION.replace("How rested", "How very rested");
    let untrue = other
        .replace("\"version\": 1", "\"version\": 2")
        .replace("\"comment_prompt\"", "\"same_since\": 1, \"comment_prompt\"");
    let cases: [(Vec<u8>, &str); 7] = [
        (DEFINITION.into(), "pack_unsigned"),
        (stranger.into(), "pack_signer_unknown"),
        (text.replace("How rested", "How tired").into(), "pack_damaged"),
        (text.replace("\"signature\": \"", "\"signature\": \"00").into(), "pack_signature_wrong"),
        (text[..text.len() / 2].into(), "pack_malformed"),
        (pack(&other), "definition_already_known"),
        (pack(&untrue), "definition_not_the_same"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(phone.core.check_pack(&bytes).code.as_deref(), Some(expected));
        assert_eq!(code(phone.core.load_pack(&bytes)), expected);
    }
    assert_eq!(phone.core.list_instruments(), before);
    let phone = reopen_trusting(phone, trusted());
    assert_eq!(phone.core.list_instruments(), before);
    assert_eq!(phone.core.assessment(draft).unwrap().questions[0].value, Some(3));
}

#[test]
fn a_phone_that_was_told_of_no_signer_takes_no_pack() {
    let phone = worker();
    assert_eq!(code(phone.core.load_pack(&first())), "pack_signer_unknown");
}

#[test]
fn a_pack_can_be_looked_at_before_it_is_taken() {
    let phone = worker_who_trusts();
    let check = phone.core.check_pack(&first());
    assert_eq!((check.code, check.signer), (None, Some(key().public().short())));
    assert_eq!(check.words, "Made-up questions, version 1, licensed by The Invented Trust");
    let instrument = check.instrument.unwrap();
    assert_eq!((instrument.questions, instrument.begins), (3, true));
    assert_eq!(phone.core.instruments().len(), 2, "looking takes nothing");
    assert_eq!(
        phone.core.check_pack(&withdrawal(1)).words,
        "made-up, version 1, is withdrawn: the licence ended"
    );
}

/// T6: the pack is upgraded while a draft of the old version is open.
#[test]
fn a_draft_of_an_old_version_ends_in_it_and_the_next_one_begins_with_the_new() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "worry", &Response::Text("the stairs".into())).unwrap();
    phone.core.pause_assessment(draft).unwrap();
    phone.core.load_pack(&second()).unwrap();
    let phone = reopen_trusting(phone, trusted());

    let again = begun(&phone, case);
    assert_eq!(
        (again.assessment, again.resumed, again.version, again.newer_version),
        (draft, true, 1, Some(2))
    );
    assert!(again.hints.iter().any(|hint| hint.contains("newer version")), "{:?}", again.hints);
    phone.core.answer(draft, "worry_size", &Response::Value(4)).unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    let view = phone.core.assessment(sealed).unwrap();
    assert_eq!((view.version, view.questions[1].prompt.as_str()), (1, "How much? – “the stairs”"));

    let next = begun(&phone, case);
    assert_eq!((next.version, next.resumed, next.newer_version), (2, false, None));
}

#[test]
fn a_withdrawn_version_lets_a_draft_end_and_nothing_begin() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let (case, other) = (add_ada(&phone), add_ada(&phone));
    let draft = begun(&phone, case).assessment;
    phone.core.load_pack(&withdrawal(1)).unwrap();
    let phone = reopen_trusting(phone, trusted());
    assert_eq!(
        reason(phone.core.start_assessment(other, "made-up", Mode::Home)),
        ("instrument".into(), Reason::Unknown)
    );
    assert!(begun(&phone, case).resumed);
    phone.core.answer(draft, "rest", &Response::Value(2)).unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    assert_eq!(phone.core.assessment(sealed).unwrap().title, "Made-up questions");
    let list = phone.core.list_instruments();
    assert_eq!(list[0].withdrawn.as_deref(), Some("the licence ended"));
    assert!(!phone.core.instruments().iter().any(|one| one.id == "made-up"));
}

#[test]
fn a_signer_who_is_no_longer_trusted_leaves_old_answers_readable() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "rest", &Response::Value(2)).unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    let phone = reopen_trusting(phone, Signers::default());
    assert_eq!(phone.core.assessment(sealed).unwrap().questions[0].prompt, "How rested are you?");
    assert!(phone.core.instruments().iter().all(|one| one.id != "made-up"));
}

#[test]
fn answers_without_their_definition_are_shown_as_they_were_stored() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "worry", &Response::Text("the stairs".into())).unwrap();
    phone.core.answer(draft, "rest", &Response::Value(2)).unwrap();
    phone.core.comment(draft, "rest", "since the summer").unwrap();
    let sealed = phone.core.submit_assessment(draft).unwrap();
    phone.core.store.write(|transaction| Ok(transaction.execute("DELETE FROM pack", [])?)).unwrap();
    let phone = reopen_trusting(phone, trusted());
    let view = phone.core.assessment(sealed).unwrap();
    let said: Vec<_> = view.questions.iter().map(|one| (one.item.as_str(), one.said.as_str())).collect();
    assert_eq!(said, [("worry", "the stairs"), ("rest", "2")]);
    assert_eq!(view.questions[1].comment.as_deref(), Some("since the summer"));
}

#[test]
fn the_words_of_the_last_time_stand_there_and_do_not_count_until_they_are_said_again() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "worry", &Response::Text("the stairs".into())).unwrap();
    phone.core.answer(draft, "worry_size", &Response::Value(4)).unwrap();
    phone.core.submit_assessment(draft).unwrap();
    let next = begun(&phone, case).assessment;
    let view = phone.core.assessment(next).unwrap();
    assert_eq!((view.questions[1].said.as_str(), view.questions[2].asked), ("the stairs", true));
    assert_eq!(reason(phone.core.submit_assessment(next)), ("answer".into(), Reason::Empty));
    phone.core.answer(next, "worry_size", &Response::Value(1)).unwrap();
    phone.core.submit_assessment(next).unwrap();
    let change = phone.core.change_over_time(case, "made-up").unwrap();
    let size = &change.questions[2];
    assert_eq!(
        size.since_before.as_ref().unwrap().words,
        "from 4 out of 4 to 1 out of 4: 3 lower, which is better"
    );
}

#[test]
fn a_score_is_sealed_as_it_was_shown() {
    let phone = worker_who_trusts();
    phone.core.load_pack(&first()).unwrap();
    let case = add_ada(&phone);
    let draft = begun(&phone, case).assessment;
    phone.core.answer(draft, "rest", &Response::Value(3)).unwrap();
    assert_eq!(phone.core.assessment(draft).unwrap().scores[0].said, "6");
    let sealed = phone.core.submit_assessment(draft).unwrap();
    let mut stored = None;
    let mut find = |row: crate::store::RecordRow| {
        if row.id == sealed {
            stored = row.fields.get("score.double").cloned();
        }
    };
    phone.core.visit_records(&mut find).unwrap();
    assert_eq!(stored, Some(serde_json::json!("6")));
}

#[test]
fn a_refusal_names_the_reason_in_words_for_whoever_made_the_pack() {
    let error = CompanionError::from(PackError::UnknownSigner { signer: "0f0f0f0f".into() });
    let words = "the pack was not taken: the pack is signed with key 0f0f0f0f, which this organisation does not trust";
    assert_eq!(error.to_string(), words);
    assert_eq!(Registry::shipped().list().count(), 2);
}
