//! What a supervisor is told about invented answers.

use alongside_core::instrument::Registry;
use alongside_core::model::{EntityId, Fields, State, Timestamp};
use serde_json::{Value, json};
use uuid::Uuid;

use super::*;

const DAY_MS: i64 = 86_400_000;

fn submission(number: u128, day: i64, said: Value) -> Submission {
    let submitted = Timestamp::parse_iso("2026-03-03T10:00:00Z").unwrap().plus_ms(day * DAY_MS);
    let base = json!({"at": submitted.0 - 60_000, "instrument": "ons4", "version": 1});
    let mut fields: Fields = serde_json::from_value(base).unwrap();
    fields.extend(serde_json::from_value::<Fields>(said).unwrap());
    Submission { id: EntityId(Uuid::from_u128(number)), state: State::Sealed, submitted, fields }
}

fn anxious(number: u128, day: i64, value: i64) -> Submission {
    submission(
        number,
        day,
        json!({"answer.anxiety": {"value": value}, "answer.happiness": {"skip": "not_now"}}),
    )
}

fn asked(of: &Submission) -> Vec<Question> {
    let registry = Registry::shipped();
    questions(registry.find("ons4", 1).unwrap(), &read(&of.fields).unwrap())
}

fn ids(list: &[Earlier]) -> Vec<u128> {
    list.iter().map(|one| one.id.0.as_u128()).collect()
}

fn sorted(this: &Submission, held: &[Submission]) -> Before {
    before(this, &read(&this.fields).unwrap(), held)
}

#[test]
fn every_question_is_there_and_missing_answers_are_said_to_be_missing() {
    let said = json!({
        "answer.satisfaction": {"value": 7, "at": 1},
        "answer.worthwhile": {"skip": "prefer_not_to_say"},
        "answer.happiness": {"skip": "not_now"},
        "comment.happiness": "Yesterday was her sister’s funeral.",
        "comment.satisfaction": "  ",
    });
    let questions = asked(&submission(1, 0, said));
    let said: Vec<&str> = questions.iter().map(|question| question.said.as_str()).collect();
    assert_eq!(said, ["7 out of 10", "preferred not to say", "not now", "not answered"]);
    assert_eq!(questions[0].meaning.as_deref(), Some("high – for life satisfaction, higher is better"));
    assert_eq!(questions[0].scale.as_deref(), Some("0 is “not at all”, 10 is “completely”"));
    assert_eq!(questions[2].comment.as_deref(), Some("Yesterday was her sister’s funeral."));
    assert_eq!(questions[0].comment, None);
    assert!(questions[1..].iter().all(|question| question.meaning.is_none()));
}

#[test]
fn high_anxiety_is_said_to_be_worse() {
    let questions = asked(&anxious(1, 0, 8));
    assert_eq!(questions[3].meaning.as_deref(), Some("high – for anxiety, higher is worse"));
}

#[test]
fn an_answer_outside_the_scale_is_shown_as_one_that_does_not_fit() {
    let questions = asked(&anxious(1, 0, 11));
    assert_eq!(questions[3].said, "an answer that does not fit this question");
    assert_eq!(questions[3].meaning, None);
}

#[test]
fn an_answer_that_cannot_be_read_is_not_called_unanswered() {
    let questions = asked(&submission(1, 0, json!({"answer.anxiety": {"value": "seven"}})));
    assert_eq!(questions[3].said, "an answer that this server cannot read");
}

#[test]
fn answers_without_a_definition_are_shown_as_stored() {
    let said = json!({
        "discussed": ["money", "friends"],
        "answer.friends": {"value": 4}, "answer.money": {"text": "owes rent"}, "answer.sleep": {"skip": "not_now"},
        "answer.odd": 7, "comment.work": "looking",
    });
    let reading = read(&submission(1, 0, said).fields).unwrap();
    let shown = |instrument| -> Vec<(String, String)> {
        undefined(instrument, &reading).into_iter().map(|entry| (entry.item, entry.said)).collect()
    };
    let expected = [
        ("money", "owes rent"),
        ("friends", "4"),
        ("odd", "an answer that this server cannot read"),
        ("sleep", "not now"),
        ("work", "not answered"),
    ];
    assert_eq!(shown(None), expected.map(|(item, said)| (item.to_owned(), said.to_owned())));
    assert_eq!(shown(Registry::shipped().find("ons4", 1)).len(), 5);
    let known = read(&anxious(1, 0, 3).fields).unwrap();
    assert!(undefined(Registry::shipped().find("ons4", 1), &known).is_empty());
}

#[test]
fn the_order_of_discussion_is_told_by_name() {
    let reading = read(&submission(1, 0, json!({"discussed": ["anxiety", "garden"]})).fields).unwrap();
    let registry = Registry::shipped();
    assert_eq!(order_in_words(registry.find("ons4", 1), &reading), ["anxiety", "garden"]);
    assert_eq!(order_in_words(None, &reading), ["anxiety", "garden"]);
}

#[test]
fn a_record_without_an_instrument_is_refused() {
    assert!(read(&Fields::new()).is_err());
}

#[test]
fn earlier_ones_are_compared_and_later_ones_only_named() {
    let this = anxious(5, 50, 4);
    let held = [anxious(9, 90, 1), anxious(3, 30, 6), this.clone(), anxious(1, 10, 8)];
    let before = sorted(&this, &held);
    assert_eq!(ids(&before.compared), [1, 3]);
    assert_eq!(ids(&before.later), [9]);
}

#[test]
fn a_second_sending_without_a_decision_is_not_compared() {
    let undecided = Submission { state: State::NeedsConfirmation, ..anxious(2, 20, 0) };
    let before = sorted(&anxious(5, 50, 4), &[undecided]);
    assert!(before.compared.is_empty() && before.later.is_empty());
}

#[test]
fn what_was_corrected_is_not_compared_but_the_correction_is() {
    let this = anxious(5, 50, 4);
    let mut correction = anxious(2, 20, 7);
    correction.fields.insert("amends".into(), json!(Uuid::from_u128(1)));
    let held = [anxious(1, 10, 8), correction.clone()];
    assert_eq!(ids(&sorted(&this, &held).compared), [2]);
    assert_eq!(sorted(&held[0], &held).corrected_by, Some(correction.id));
    assert!(sorted(&correction, &held).compared.is_empty());
}

#[test]
fn another_version_is_named_and_not_compared() {
    let mut older = anxious(1, 10, 8);
    older.fields.insert("version".into(), json!(2));
    let before = sorted(&anxious(5, 50, 4), &[older]);
    assert!(before.compared.is_empty());
    assert_eq!(ids(&before.other_version), [1]);
}

#[test]
fn a_trail_tells_each_time_and_the_raw_difference() {
    let this = anxious(5, 50, 4);
    let reading = read(&this.fields).unwrap();
    let before = sorted(&this, &[anxious(1, 10, 8), anxious(3, 30, 3)]);
    let registry = Registry::shipped();
    let trails = before.trails(&registry, registry.find("ons4", 1).unwrap(), &reading, this.submitted);
    let anxiety = trails[3].as_ref().unwrap();
    let rows: Vec<(&str, Option<&str>)> =
        anxiety.rows.iter().map(|row| (row.said.as_str(), row.band.as_deref())).collect();
    assert_eq!(
        rows,
        [("8 out of 10", Some("high")), ("3 out of 10", Some("low")), ("4 out of 10", Some("medium"))]
    );
    let changes: Vec<(&str, &str)> =
        anxiety.changes.iter().map(|change| (change.since, change.words.as_str())).collect();
    let one_before = "from 3 out of 10 to 4 out of 10: 1 higher, which is worse";
    let first = "from 8 out of 10 to 4 out of 10: 4 lower, which is better";
    assert_eq!(changes, [("the one before", one_before), ("the first", first)]);
    assert!(anxiety.chart.is_some());
    let happiness = trails[2].as_ref().unwrap();
    assert!(happiness.chart.is_none() && happiness.changes.is_empty());
}

#[test]
fn nothing_before_leaves_no_trail() {
    let this = anxious(5, 50, 4);
    let reading = read(&this.fields).unwrap();
    let registry = Registry::shipped();
    let trails =
        Before::default().trails(&registry, registry.find("ons4", 1).unwrap(), &reading, this.submitted);
    assert!(trails.len() == 4 && trails.iter().all(Option::is_none));
}

/// An invented instrument whose one question doubles.
const DOUBLING: &str = r#"{ "id": "doubling", "version": 1, "title": "Doubling", "owner": "Nobody",
    "licence": { "id": "N-1", "holder": "The Invented Trust", "text": "Used under licence N-1." },
    "languages": ["en-GB"], "order": "fixed",
    "response_sets": [{ "id": "s", "scale": { "min": 0, "max": 4, "min_label": "low", "max_label": "high" } }],
    "items": [{ "id": "rest", "name": "rest", "prompt": "How rested are you?", "response_set": "s",
                "higher_is": "better", "required": true }],
    "scores": [{ "id": "double", "name": "rest doubled", "higher_is": "better", "items": [{ "item": "rest" }],
                 "missing": "no_score", "steps": [{ "times": 2 }] }] }"#;

fn scored(said: Value) -> Vec<ScoreLine> {
    let mut registry = Registry::default();
    let instrument = registry.load(DOUBLING).unwrap();
    scores(instrument, &read(&submission(1, 0, said).fields).unwrap())
}

#[test]
fn a_score_is_worked_out_again_and_a_difference_from_what_the_phone_showed_is_said() {
    for (sealed, shown) in [(json!("6"), None), (json!("5"), Some("5")), (Value::Null, None)] {
        let line = scored(json!({"answer.rest": {"value": 3}, "score.double": sealed})).remove(0);
        assert_eq!((line.said.as_str(), line.shown.as_deref()), ("6", shown));
    }
    let claimed = scored(json!({"score.double": "8"})).remove(0);
    assert!(claimed.said.starts_with("no score"), "{}", claimed.said);
    assert_eq!(claimed.shown.as_deref(), Some("8"));
}

#[test]
fn what_was_not_held_says_so_without_blame_and_has_no_scores() {
    for (outcome, heading) in [("declined", "Declined by the client"), ("abandoned", "Begun and given up")] {
        let reading =
            read(&submission(1, 0, json!({"outcome": outcome, "why": "a bad day"})).fields).unwrap();
        let end = end(&reading.record).unwrap();
        assert_eq!((end.heading, end.why.as_deref()), (heading, Some("a bad day")));
        assert!(scored(json!({"outcome": outcome})).is_empty());
        for blaming in ["failed", "refus", "non-compliant", "DNA", "did not attend"] {
            assert!(!end.words.contains(blaming) && !end.heading.contains(blaming), "{blaming}");
        }
    }
    assert!(end(&read(&anxious(1, 0, 3).fields).unwrap().record).is_none());
}

#[test]
fn what_was_not_held_is_not_compared_with() {
    let declined = submission(1, 0, json!({"outcome": "declined"}));
    let this = anxious(2, 5, 4);
    assert!(sorted(&this, &[declined, this.clone()]).compared.is_empty());
}

/// A second version: one question as it was, one in other words.
#[test]
fn another_version_is_compared_question_by_question_where_it_is_declared_the_same() {
    let question = |id: &str, prompt: &str, since: u32| {
        json!({ "id": id, "name": id, "prompt": prompt, "response_set": "s", "higher_is": "better", "required": true,
                "same_since": since })
    };
    let first: Value = serde_json::from_str(DOUBLING).unwrap();
    let mut registry = Registry::default();
    for (version, wording) in [(1, "How is company?"), (2, "How much company?")] {
        let mut definition = first.clone();
        definition["version"] = json!(version);
        definition["items"] =
            json!([question("rest", "How rested are you?", 1), question("company", wording, version)]);
        registry.load(&definition.to_string()).unwrap();
    }
    let held = |number, day, version, value| {
        let said = json!({"instrument": "doubling", "version": version, "answer.rest": {"value": value},
            "answer.company": {"value": value}});
        submission(number, day, said)
    };
    let (then, this) = (held(1, 0, 1, 1), held(2, 9, 2, 3));
    let (before, second) =
        (sorted(&this, std::slice::from_ref(&then)), registry.find("doubling", 2).unwrap());
    let trails = before.trails(&registry, second, &read(&this.fields).unwrap(), this.submitted);
    let rest = trails[0].as_ref().unwrap();
    assert_eq!(rest.changes[0].words, "from 1 out of 4 to 3 out of 4: 2 higher, which is better");
    assert!(trails[1].is_none(), "asked in other words then");
    assert!(Before::shares_a_question(&registry, second, &before.other_version[0]));
    assert!(!Before::shares_a_question(&Registry::default(), second, &before.other_version[0]));
}
