//! Referrals onwards and what is owed when one comes back.

use super::*;
use crate::model::from_fields;
use crate::model::kinds::{
    DutyOrigin, DutyStatus, NeedCategory, ReferralNews, ReferralState, Resolution, StatusBy,
};
use crate::store::record;

fn sent(phone: &Phone, case: CaseId) -> EntityId {
    let new = NewReferral { first_time: Some(true), ..NewReferral::to("The gym", "she wants to move again") };
    let referral = phone.core.refer_onward(case, &new).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    referral
}

fn news(phone: &Phone, referral: EntityId) -> ReferralNews {
    let row =
        phone.core.store.read(|connection| record::load(connection, ReferralNews::id_of(referral))).unwrap();
    from_fields(&row.fields).unwrap()
}

fn refused_for_blood_pressure() -> ReferralStep {
    ReferralStep {
        by: Some(StatusBy::Service),
        reason: Some("BP 160/95 at the door".into()),
        told_client: Some("They need a note about your blood pressure.".into()),
        health_reason: Some(true),
        ..ReferralStep::to(ReferralState::Rejected)
    }
}

#[test]
fn a_refusal_its_duty_and_the_clients_news_are_one_save() {
    let phone = worker();
    let case = add_ada(&phone);
    let referral = sent(&phone, case);
    phone.core.record_referral_step(referral, &refused_for_blood_pressure()).unwrap();
    let duty = phone.core.duties(case).unwrap().remove(0).duty;
    assert_eq!(
        (duty.origin, duty.status, duty.about),
        (DutyOrigin::Bounce, DutyStatus::Open, Some(referral))
    );
    assert!(duty.what.ends_with("It was for a health reason: tell the referrer too."), "{}", duty.what);
    assert_eq!(duty.owner_name.as_deref(), Some("Wren Okafor"));
    let told = news(&phone, referral);
    assert!(told.words.contains("note about your blood pressure") && !told.words.contains("160/95"));
    assert_eq!((told.by, told.closed), (Some(duty.due), false));
    let unsent: Vec<String> = phone
        .core
        .store
        .read(|connection| crate::store::outbox::list_pending(connection, 100, 1 << 20))
        .unwrap()
        .into_iter()
        .map(|pending| pending.op)
        .collect();
    let last: Vec<_> = unsent.iter().rev().take(3).collect();
    assert!(last[0].contains("\"j\":true") && last[1].contains("\"j\":true"), "{last:?}");
}

#[test]
fn a_step_that_cannot_follow_leaves_nothing_behind() {
    let phone = worker();
    let case = add_ada(&phone);
    let referral = phone.core.refer_onward(case, &NewReferral::to("The gym", "")).unwrap();
    let refused = |step| reason(phone.core.record_referral_step(referral, &step));
    assert_eq!(refused(ReferralStep::to(ReferralState::Accepted)), ("status".into(), Reason::NotFromHere));
    assert_eq!(refused(refused_for_blood_pressure()), ("status".into(), Reason::NotFromHere));
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    assert_eq!(refused(ReferralStep::to(ReferralState::Sent)), ("status".into(), Reason::NotFromHere));
    assert_eq!(refused(ReferralStep::to(ReferralState::OnHold)), ("reason".into(), Reason::NeedsReason));
    let called_off =
        ReferralStep { reason: Some("moved".into()), ..ReferralStep::to(ReferralState::Cancelled) };
    assert_eq!(refused(called_off), ("by".into(), Reason::NeedsReason));
    let tomorrow = Timestamp(1_795_000_000_000 + 3 * 86_400_000);
    let ahead = ReferralStep { at: Some(tomorrow), ..ReferralStep::to(ReferralState::Waiting) };
    assert_eq!(refused(ahead), ("at".into(), Reason::OutOfRange));
    assert!(phone.core.duties(case).unwrap().is_empty());
    assert_eq!(phone.core.referrals(case).unwrap()[0].statuses.len(), 1);
    assert!(phone.core.next_referral_steps(referral).unwrap().contains(&ReferralState::Waiting));
}

#[test]
fn a_hold_that_ends_owes_nothing_and_one_that_is_refused_owes_again() {
    let phone = worker();
    let case = add_ada(&phone);
    let referral = sent(&phone, case);
    let why = Some("staff are away");
    phone.core.set_referral_status(referral, ReferralState::OnHold, why).unwrap();
    let held = phone.core.duties(case).unwrap().remove(0);
    phone.core.set_referral_status(referral, ReferralState::Accepted, None).unwrap();
    let released = phone.core.duties(case).unwrap().remove(0);
    assert_eq!((released.id, released.duty.status), (held.id, DutyStatus::Released));
    phone.core.set_referral_status(referral, ReferralState::Rejected, Some("full")).unwrap();
    let again = phone.core.duties(case).unwrap();
    assert_eq!((again.len(), again[0].duty.status), (1, DutyStatus::Open));
    assert!(again[0].duty.due < held.duty.due, "a refusal is due sooner than a hold");
}

#[test]
fn a_first_visit_is_asked_about_once() {
    let phone = worker();
    let case = add_ada(&phone);
    let referral = sent(&phone, case);
    phone.core.set_referral_status(referral, ReferralState::Accepted, None).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Started, None).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Attended, None).unwrap();
    let duties = phone.core.duties(case).unwrap();
    assert_eq!((duties.len(), duties[0].duty.origin), (1, DutyOrigin::FirstVisit));
    assert_eq!(duties[0].duty.what, "Ask how the first time at The gym was.");
}

#[test]
fn a_duty_is_taken_handed_on_and_settled_with_its_outcome() {
    let phone = worker();
    let case = add_ada(&phone);
    let referral = sent(&phone, case);
    phone.core.record_referral_step(referral, &refused_for_blood_pressure()).unwrap();
    let duty = phone.core.duties(case).unwrap()[0].id;
    phone.core.hand_duty_to_team(duty).unwrap();
    assert_eq!(phone.core.duties(case).unwrap()[0].duty.owner, None);
    phone.core.take_duty(duty).unwrap();
    let blank = reason(phone.core.settle_duty(duty, DutyStatus::Done, " "));
    assert_eq!(blank, ("outcome".into(), Reason::Empty));
    phone.core.settle_duty(duty, DutyStatus::Done, "we talked; walking group instead").unwrap();
    let twice = reason(phone.core.settle_duty(duty, DutyStatus::Released, "again"));
    assert_eq!(twice, ("status".into(), Reason::NotFromHere));
}

#[test]
fn a_need_that_nothing_nearby_serves_is_written_down_with_what_stood_in_the_way() {
    let phone = worker();
    let case = add_ada(&phone);
    let need = phone.core.raise_need(case, NeedCategory::Transport, "no bus on Sundays").unwrap();
    phone.core.resolve_need(need, Resolution::NoService, Some("the line was closed")).unwrap();
    assert_eq!(
        phone.core.unserved_needs(case).unwrap()[0].need.barrier.as_deref(),
        Some("the line was closed")
    );
    phone.core.resolve_need(need, Resolution::Met, None).unwrap();
    assert!(phone.core.unserved_needs(case).unwrap().is_empty());
    assert_eq!(phone.core.needs(case).unwrap()[0].need.barrier, None);
}
