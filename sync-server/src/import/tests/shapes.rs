//! What each kind of line becomes, and who can read it then.

use alongside_core::model::kinds::{Client, Contact, Goal, OnwardReferral, ReferralStatus, Step, VisitNote};
use alongside_core::model::{
    Audience, CaseId, Record, State, StreamRef, Timestamp, content_hash, from_fields,
};
use serde_json::{Value, json};

use super::service::{NOW, Service, client, contact, goal, id, line};
use crate::import::Remark;

const AT: i64 = 1_714_987_800_000;

/// Imports a line that becomes a record, and answers its fields and stream.
#[track_caller]
fn imported<R: Record>(before: &[Value], last: Value) -> (Value, Audience) {
    let service = Service::new();
    let mut lines = vec![client(1)];
    lines.extend_from_slice(before);
    lines.push(last);
    let done = service.import(&lines);
    assert_eq!(done.remarks, []);
    let record = service.find(50).expect("the record is there").entity;
    assert_eq!(record.kind, R::ENTRY.name);
    assert!(from_fields::<R>(&record.fields()).is_ok(), "a phone cannot read it");
    assert_eq!(record.stream.case(), Some(CaseId(id(1))));
    (json!(record.fields()), record.stream.audience)
}

#[test]
fn a_client_becomes_a_case_of_the_worker_which_supervisors_see_assessments_of() {
    let service = Service::new();
    assert_eq!(service.import(&[client(1)]).counts(), (1, 0, 0));
    let expected = json!({"name": "Ada Invented", "birth_year": 1950, "practice": "Practice 4", "conditions": ["copd"],
        "consent": true, "planned_months": 12, "status": "active", "since": AT});
    assert_eq!(service.fields(1), expected);
    assert!(from_fields::<Client>(&service.find(1).unwrap().entity.fields()).is_ok());
    let granted = |person, audience| {
        let stream = StreamRef::of_case(CaseId(id(1)), audience);
        service.store.read(|txn| txn.find_grant(service.org, person, stream)).unwrap().is_some()
    };
    let (worker, supervisor) = (service.worker.no, service.supervisor.no);
    for audience in [Audience::Core, Audience::Work, Audience::Shared, Audience::Submitted] {
        assert!(granted(worker, audience), "{audience:?}");
        assert_eq!(granted(supervisor, audience), audience == Audience::Submitted, "{audience:?}");
    }
    let assigned = service.store.read(|txn| {
        let case = txn.find_case(service.org, CaseId(id(1)))?.unwrap();
        txn.list_assignments(case.no)
    });
    let assigned = assigned.unwrap();
    assert_eq!((assigned.len(), assigned[0].person.no, assigned[0].until), (1, worker, None));
}

#[test]
fn a_contact_keeps_how_long_and_in_which_way_and_whether_it_was_kept() {
    let modes = [
        ("home", "home"),
        ("phone", "phone"),
        ("surgery", "practice"),
        ("community", "community"),
        ("text", "message"),
    ];
    for (written, mode) in modes {
        for (kept, outcome) in [(true, "two_way"), (false, "not_home")] {
            let own = json!({"mode": written, "mins": 5, "kept": kept});
            let (fields, audience) = imported::<Contact>(&[], line("contact", 50, None, own));
            assert_eq!(fields, json!({"at": AT, "mode": mode, "minutes": 5, "outcome": outcome}));
            assert_eq!(audience, Audience::Work);
        }
    }
}

#[test]
fn a_note_is_sealed_by_the_worker_under_its_contact() {
    let (fields, audience) =
        imported::<VisitNote>(&[contact(2)], line("note", 50, Some(2), json!({"body": "Tea with Ada."})));
    assert_eq!(fields, json!({"at": AT, "contact": id(2), "body": "Tea with Ada."}));
    assert_eq!(audience, Audience::Work);

    let service = Service::new();
    service.import(&[client(1), line("note", 50, None, json!({"body": ""}))]);
    let note = service.find(50).unwrap().entity;
    let seal = note.sealed.clone().unwrap();
    assert_eq!((note.state, seal.by, seal.at), (State::Sealed, service.worker.id, NOW));
    assert_eq!(seal.hash, content_hash("visit_note", &note.fields()));
    assert_eq!(note.fields().get("contact"), None);
}

#[test]
fn a_goal_is_in_the_clients_words_where_the_client_sees_it() {
    for (written, status) in [("open", "active"), ("met", "reached"), ("dropped", "dropped")] {
        let own = json!({"title": "Walk to the shop", "state": written});
        let (fields, audience) = imported::<Goal>(&[], line("goal", 50, None, own));
        let expected =
            json!({"at": AT, "wording": "Walk to the shop", "wording_by": "client", "status": status});
        assert_eq!((fields, audience), (expected, Audience::Shared));
    }
}

#[test]
fn steps_and_check_ins_hang_under_their_goal() {
    let own = json!({"seq": 3, "title": "Find the stick", "done": false});
    let (fields, audience) = imported::<Step>(&[goal(2)], line("step", 50, Some(2), own));
    let expected = json!({"at": AT, "goal": id(2), "position": 3, "title": "Find the stick", "done": false});
    assert_eq!((fields, audience), (expected, Audience::Shared));

    for by in ["client", "worker"] {
        let own = json!({"by": by, "score": 0, "note": "Not today"});
        let check_in = line("checkin", 50, Some(2), own);
        let (fields, audience) = imported::<alongside_core::model::kinds::CheckIn>(&[goal(2)], check_in);
        let expected = json!({"at": AT, "goal": id(2), "by": by, "score": 0, "words": "Not today"});
        assert_eq!((fields, audience), (expected, Audience::Shared));
    }
}

#[test]
fn a_referral_carries_what_became_of_it() {
    let referral = |number| line("referral", number, None, json!({"to": "Garden club", "why": "Company"}));
    let (fields, audience) = imported::<OnwardReferral>(&[], referral(50));
    assert_eq!(
        (fields, audience),
        (json!({"at": AT, "to": "Garden club", "why": "Company"}), Audience::Work)
    );

    let statuses =
        [("made", "sent"), ("accepted", "accepted"), ("attended", "attended"), ("closed", "finished")];
    for (written, status) in statuses {
        let own = json!({"status": written, "note": ""});
        let (fields, audience) =
            imported::<ReferralStatus>(&[referral(2)], line("refstatus", 50, Some(2), own));
        let expected = json!({"at": AT, "referral": id(2), "status": status, "reason": ""});
        assert_eq!((fields, audience), (expected, Audience::Work));
    }
}

#[test]
fn a_day_past_the_end_of_february_is_taken_and_remarked_on() {
    let service = Service::new();
    let mut late = contact(50);
    late["at"] = json!("2023-02-30T10:00:00Z");
    let done = service.import(&[client(1), late]);
    assert_eq!(done.counts(), (2, 0, 0));
    assert_eq!((done.report.moved, done.remarks), (1, vec![Remark::DateMoved { line: 2 }]));
    let march = Timestamp::parse_iso("2023-03-02T10:00:00Z").unwrap();
    assert_eq!(service.fields(50)["at"], json!(march));
}

#[test]
fn what_is_said_to_be_of_tomorrow_is_no_later_than_the_import() {
    let service = Service::new();
    let mut future = goal(50);
    future["at"] = json!("2099-01-01T00:00:00Z");
    service.import(&[client(1), goal(2), future]);
    assert_eq!(service.find(2).unwrap().made_at, Timestamp(AT));
    assert_eq!(service.find(50).unwrap().made_at, NOW);
    assert_eq!(service.fields(50)["at"], json!(Timestamp::parse_iso("2099-01-01T00:00:00Z").unwrap()));
}
