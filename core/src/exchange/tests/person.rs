//! Maud Ellery, invented, with at least one record of every kind.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::exchange::{HeldRecord, HeldSeal, PersonRecord};
use crate::model::catalogue::{KINDS, check_fields};
use crate::model::{Audience, CaseId, EntityId, Fields, PersonId, State, StreamRef, Timestamp, content_hash};

pub(super) const DAY: i64 = 86_400_000;
const START: i64 = 1_770_000_000_000;

pub(super) fn id(n: u128) -> EntityId {
    EntityId(Uuid::from_u128(0x5eed_0000_0000_4000_8000_0000_0000_0000 + n))
}

fn case() -> CaseId {
    CaseId(id(1).0)
}

pub(super) fn at(day: i64) -> i64 {
    START + day * DAY
}

/// A record of this kind where its kind lives, signed where its kind is signed.
pub(super) fn held(n: u128, kind: &str, fields: &Value) -> HeldRecord {
    let entry = KINDS.into_iter().find(|entry| entry.name == kind).unwrap();
    let fields: Fields = fields.as_object().unwrap().clone().into_iter().collect();
    check_fields(entry, &fields).unwrap();
    let author = PersonId(id(900).0);
    let stream = match entry.home {
        Audience::Private => StreamRef::private(author),
        audience => StreamRef { audience, owner: case().0 },
    };
    let seal = HeldSeal { hash: content_hash(kind, &fields), by: author, at: Timestamp(at(3)) };
    HeldRecord {
        id: id(n),
        kind: kind.to_owned(),
        stream,
        state: if entry.sealed { State::Sealed } else { State::Active },
        author,
        author_name: "Wren Okafor".to_owned(),
        fields,
        others: Default::default(),
        seal: entry.sealed.then_some(seal),
        unsent: false,
        left_out: Vec::new(),
    }
}

pub(super) fn record(records: Vec<HeldRecord>) -> PersonRecord {
    PersonRecord {
        case: case(),
        organisation: "Riverside Link Workers".to_owned(),
        made_at: Timestamp(at(400)),
        records,
        set_aside: Vec::new(),
    }
}

/// Maud.
pub(super) fn maud() -> PersonRecord {
    record([identity(), plan(), work(), safety(), ending()].concat())
}

fn identity() -> Vec<HeldRecord> {
    vec![
        held(
            1,
            "client",
            &json!({"name": "Maud Ellery", "known_as": "Maudie", "born": "1951-03-07", "nhs_number": "943 476 5919",
            "practice": "Harbour Street Surgery", "conditions": ["t2d"], "consent": true, "phone": "0191 496 0002",
            "address": "4 Quay Row", "status": "active", "since": at(0), "language": "en", "preferred_mode": "home",
            "life_now": "Her brother is ill", "ethnicity": "White British", "pronouns": "she/her", "intensity": "steady",
            "intensity_why": "She asked for it", "other_support": ["Food bank"], "contact_every_days": 14,
            "planned_months": 18, "deprivation_quintile": 1, "safe_contact": "Not when her lodger is in"}),
        ),
        held(2, "episode", &json!({"started_at": at(0), "status": "active"})),
        held(
            3,
            "referral_in",
            &json!({"route": "practice", "source": "Harbour Street Nurses", "reason": "Low since the move",
            "offered_at": at(0), "answer": "accepted", "answered_at": at(1)}),
        ),
        held(
            4,
            "referral_in",
            &json!({"route": "self_referral", "source": "Poster", "offered_at": at(20),
            "answer": "accepted", "answered_at": at(21)}),
        ),
        held(
            5,
            "assignment",
            &json!({"worker": id(900).0, "worker_name": "Wren Okafor", "from": at(1), "to": at(90),
            "reason": "new", "client_told_at": at(1)}),
        ),
        held(
            6,
            "assignment",
            &json!({"worker": id(901).0, "worker_name": "Sana Iqbal", "from": at(90), "reason": "transfer"}),
        ),
        held(
            7,
            "link_worker_card",
            &json!({"person": id(901).0, "name": "Sana Iqbal", "what_they_do": "Time to listen",
            "employer": "Riverside Link Workers", "reach": "0191 496 0001, Tuesdays"}),
        ),
        held(
            8,
            "need",
            &json!({"category": "money", "words": "I do not open the letters", "raised_at": at(2),
            "raised_by_client": true, "resolution": "partly", "resolved_at": at(60)}),
        ),
    ]
}

fn plan() -> Vec<HeldRecord> {
    vec![
        held(
            10,
            "goal",
            &json!({"wording": "I want to sit in the garden again", "wording_by": "client", "status": "parked",
            "park_reason": "Her brother needs her", "at": at(3), "paraphrase": "More time outdoors", "need": id(8).0,
            "client_confirmed_at": at(4)}),
        ),
        held(
            11,
            "step",
            &json!({"goal": id(10).0, "position": 1, "title": "Ring the allotment", "by": "together", "done": true,
            "done_at": at(9), "at": at(3), "due": at(10)}),
        ),
        held(
            12,
            "check_in",
            &json!({"goal": id(10).0, "by": "client", "score": 3, "words": "Slowly", "at": at(10)}),
        ),
        held(13, "check_in", &json!({"goal": id(10).0, "by": "worker", "score": 6, "at": at(10)})),
        held(
            14,
            "assessment",
            &json!({"at": at(3), "instrument": "ons4", "version": 1, "mode": "home",
            "answer.satisfaction": {"value": 4, "at": at(3)}, "answer.worthwhile": {"skip": "not_now"},
            "answer.happiness": {"skip": "prefer_not_to_say"}, "answer.anxiety": {"value": 8},
            "comment.anxiety": "It comes in the evenings"}),
        ),
        held(
            15,
            "onward_referral",
            &json!({"need": id(8).0, "to": "Harbour Gym", "why": "To feel stronger", "at": at(5),
            "support_mode": "accompany", "adjustments": "Afraid of crowds", "category": "health", "notified": "yes"}),
        ),
        held(
            16,
            "referral_status",
            &json!({"referral": id(15).0, "status": "sent", "at": at(6), "by": "worker"}),
        ),
        held(
            17,
            "referral_status",
            &json!({"referral": id(15).0, "status": "rejected", "reason": "Blood pressure too high",
            "at": at(30), "by": "service", "health_reason": true}),
        ),
        held(
            18,
            "referral_news",
            &json!({"service": "Harbour Gym", "words": "They said no for now", "at": at(30)}),
        ),
        held(
            19,
            "next_contact",
            &json!({"at": at(401), "mode": "home", "who": "Sana Iqbal", "why": "To talk about the gym",
            "agreed": true, "place": "The library"}),
        ),
    ]
}

fn work() -> Vec<HeldRecord> {
    vec![
        held(
            20,
            "contact",
            &json!({"at": at(3), "mode": "home", "direction": "worker", "purposes": ["listen", "plan"],
            "agreed_before": true, "outcome": "two_way", "minutes": 50, "place": "4 Quay Row"}),
        ),
        held(
            21,
            "contact",
            &json!({"at": at(4), "mode": "phone", "direction": "worker", "purposes": ["follow_up"],
            "agreed_before": false, "outcome": "no_answer"}),
        ),
        held(22, "contact", &json!({"at": at(5), "mode": "phone", "outcome": "message_left"})),
        held(
            23,
            "contact",
            &json!({"at": at(6), "mode": "message", "direction": "client", "outcome": "two_way"}),
        ),
        held(
            24,
            "contact",
            &json!({"at": at(7), "mode": "practice", "outcome": "cancelled_by_client", "minutes": 0}),
        ),
        held(
            25,
            "visit_note",
            &json!({"at": at(3), "contact": id(20).0, "body": "She spoke of her neighbour Tom, who drinks.",
            "promised": "To bring the form"}),
        ),
        held(26, "visit_note", &json!({"at": at(8), "amends": id(25).0, "body": "It was a Tuesday."})),
        held(
            27,
            "duty",
            &json!({"origin": "bounce", "about": id(15).0, "what": "Ring Maud about the gym", "due": at(35),
            "owner": id(901).0, "owner_name": "Sana Iqbal", "status": "done", "settled_at": at(34), "outcome": "Spoke to her",
            "made_at": at(30)}),
        ),
        held(
            28,
            "duty",
            &json!({"origin": "promise", "what": "Bring the form", "due": at(10), "status": "released",
            "made_at": at(3)}),
        ),
        held(29, "worklog", &json!({"at": at(3), "work": "travel", "minutes": 20})),
        held(30, "access_denied", &json!({"at": at(3), "place": "Harbour Street Surgery", "denied": "room"})),
        held(
            31,
            "handover_pack",
            &json!({"at": at(80), "to": id(901).0, "to_name": "Sana Iqbal", "from_name": "Wren Okafor",
            "what_matters": "The garden", "promises": "The form"}),
        ),
        held(
            32,
            "change_notice",
            &json!({"at": at(80), "from_name": "Wren Okafor", "to_name": "Sana Iqbal",
            "changes_at": at(90), "why": "Wren has another job"}),
        ),
    ]
}

fn safety() -> Vec<HeldRecord> {
    vec![
        held(40, "sharing", &json!({"purpose": "practice", "given_at": at(1), "asked_at": at(1)})),
        held(41, "sharing", &json!({"purpose": "research", "asked_at": at(1)})),
        held(
            42,
            "sharing",
            &json!({"purpose": "service", "with": "Harbour Gym", "given_at": at(1), "withdrawn_at": at(50),
            "asked_at": at(1)}),
        ),
        held(
            43,
            "access_need",
            &json!({"need": "hearing", "words": "Speak facing her", "blocked": ["phone"],
            "identified_at": at(1), "recorded_at": at(1), "for_carer": false}),
        ),
        held(
            44,
            "safe_contact",
            &json!({"never": ["letter"], "times": "Mornings", "from_minute": 540, "to_minute": 720,
            "words_allowed": "Say it is the library", "voicemail_ok": false, "written_at": at(1)}),
        ),
        held(
            45,
            "carer",
            &json!({"name": "Ned Ellery", "relationship": "brother", "phone": "0191 496 0003",
            "scope": ["next_contact"], "granted_at": at(2)}),
        ),
    ]
}

fn ending() -> Vec<HeldRecord> {
    vec![
        held(
            50,
            "closure_check",
            &json!({"episode": id(2).0, "at": at(390), "open": ["open_goal"], "client_view": "Not yet",
            "decision": "go_on", "why": "The goal is hers"}),
        ),
        held(51, "contact_wish", &json!({"wish": "call_me", "words": "After ten", "at": at(200)})),
        held(52, "recognition", &json!({"at": at(100), "known": true})),
        held(
            53,
            "passage_mark",
            &json!({"record": id(25).0, "passage": "her neighbour Tom, who drinks", "why": "third_party",
            "at": at(3)}),
        ),
    ]
}
