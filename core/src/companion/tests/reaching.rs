//! How it is safe and possible to reach somebody, and who they are.

use super::*;
use crate::model::kinds::{AccessNeedType, CarerScope, DutyStatus, Intensity, Outcome, Purpose};

#[test]
fn a_way_that_is_not_safe_needs_its_reason_and_is_never_planned() {
    let phone = worker();
    let case = add_ada(&phone);
    let rule =
        SafeContactRule { never: vec![Mode::Home], voicemail_ok: Some(false), ..SafeContactRule::default() };
    phone.core.set_safe_contact_rule(case, &rule).unwrap();
    let visit = NewContact::new(Mode::Home, vec![Purpose::Safety], Outcome::TwoWay);
    assert_eq!(reason(phone.core.record_contact(case, &visit)), ("reason".into(), Reason::NeedsReason));
    phone.core.record_contact(case, &NewContact { reason: Some("police asked".into()), ..visit }).unwrap();
    let at = Timestamp(1_795_100_000_000);
    let planned = reason(phone.core.plan_next_contact(case, at, Mode::Home, "to talk"));
    assert_eq!(planned, ("mode".into(), Reason::Blocked));
    assert_eq!(phone.core.check_way(case, Mode::Home, None).unwrap()[0].code, "not_safe");
    let voicemail = NewContact::new(Mode::Phone, vec![Purpose::Listen], Outcome::MessageLeft);
    assert_eq!(phone.core.check_contact(case, &voicemail).unwrap()[0].code, "no_message");
    phone.core.set_safe_contact_rule(case, &SafeContactRule::default()).unwrap();
    assert_eq!(phone.core.safe_contact_rule(case).unwrap().unwrap().voicemail_ok, None, "an old rule goes");
    phone.core.plan_next_contact(case, at, Mode::Home, "to talk").unwrap();
}

#[test]
fn an_access_need_owes_its_review() {
    let phone = worker();
    let case = add_ada(&phone);
    let new = NewAccessNeed {
        need: AccessNeedType::Hearing,
        words: Some("text me".into()),
        blocked: vec![],
        review_at: None,
        for_carer: false,
    };
    let need = phone.core.record_access_need(case, &new).unwrap();
    for step in [AccessStep::Flagged, AccessStep::Shared, AccessStep::Met] {
        phone.core.take_access_step(need, step).unwrap();
    }
    assert!(phone.core.access_needs(case).unwrap()[0].need.met_at.is_some());
    let refused = reason(phone.core.plan_next_contact(case, Timestamp(1_795_100_000_000), Mode::Phone, "x"));
    assert_eq!(refused, ("mode".into(), Reason::Blocked));
    let first = phone.core.duties(case).unwrap().remove(0).duty;
    phone.core.review_access_need(need, Some("relay works"), Timestamp(1_900_000_000_000)).unwrap();
    let second = phone.core.duties(case).unwrap().remove(0).duty;
    assert!(second.due > first.due && second.status == DutyStatus::Open);
    let past = reason(phone.core.review_access_need(need, None, Timestamp(5)));
    assert_eq!(past, ("review_at".into(), Reason::OutOfRange));
}

#[test]
fn what_a_carer_may_know_is_taken_back_at_once() {
    let phone = worker();
    let case = add_ada(&phone);
    let carer =
        phone.core.add_carer(case, "Ewa Nowak", Some("daughter"), None, &[CarerScope::Appointments]).unwrap();
    assert!(phone.core.carers(case).unwrap()[0].granted);
    phone.core.revoke_carer(carer).unwrap();
    assert!(!phone.core.carers(case).unwrap()[0].granted);
    phone.core.add_carer(case, "Jan Nowak", None, None, &[]).unwrap();
    assert!(phone.core.carers(case).unwrap().iter().all(|view| !view.granted));
}

#[test]
fn a_misread_number_and_an_impossible_birthday_are_refused() {
    let phone = worker();
    let case = add_ada(&phone);
    let number = |text: &str| ClientDetails { nhs_number: Some(text.into()), ..ClientDetails::default() };
    assert_eq!(
        reason(phone.core.set_client_details(case, &number("999 000 0019"))),
        ("nhs_number".into(), Reason::OutOfRange)
    );
    let born = |text: &str| ClientDetails { born: Some(text.into()), ..ClientDetails::default() };
    for impossible in ["2051-01-01", "1951-02-30", "long ago"] {
        assert_eq!(
            reason(phone.core.set_client_details(case, &born(impossible))),
            ("born".into(), Reason::OutOfRange)
        );
    }
    phone
        .core
        .set_client_details(
            case,
            &ClientDetails { born: Some("1951-03-07".into()), ..number("999 000 0018") },
        )
        .unwrap();
    let client = phone.core.client(case).unwrap().client;
    assert_eq!(
        (client.nhs_number.as_deref(), client.born.as_deref()),
        (Some("9990000018"), Some("1951-03-07"))
    );
    phone.core.set_client_details(case, &number("")).unwrap();
    assert_eq!(phone.core.client(case).unwrap().client.nhs_number, None);
}

#[test]
fn two_records_of_one_number_are_shown_and_both_stay() {
    let phone = worker();
    let (one, other) = (add_ada(&phone), add_ada(&phone));
    let number = ClientDetails { nhs_number: Some("9990000018".into()), ..ClientDetails::default() };
    phone.core.set_client_details(one, &number).unwrap();
    assert!(phone.core.possible_duplicates().unwrap().is_empty());
    phone.core.set_client_details(other, &number).unwrap();
    assert_eq!(phone.core.possible_duplicates().unwrap()[0].finding.code, "same_nhs_number");
    assert_eq!(phone.core.caseload().unwrap().len(), 2);
}

#[test]
fn more_support_is_agreed_with_its_reason() {
    let phone = worker();
    let case = add_ada(&phone);
    let refused = reason(phone.core.agree_rhythm(case, Some(7), Some(Intensity::Intensive), None));
    assert_eq!(refused, ("intensity_why".into(), Reason::NeedsReason));
    assert_eq!(
        reason(phone.core.agree_rhythm(case, Some(0), None, None)),
        ("contact_every_days".into(), Reason::OutOfRange)
    );
    phone.core.agree_rhythm(case, Some(7), Some(Intensity::Intensive), Some("she moves house")).unwrap();
    assert_eq!(phone.core.client(case).unwrap().client.contact_every_days, Some(7));
}
