//! Offers, stretches of support, losing touch, and endings.

use super::*;
use crate::model::kinds::{
    ClosureDecision, DeclineReason, Direction, DutyStatus, EndReason, EpisodeStatus, NeedCategory, Outcome,
    Purpose, ReferralAnswer, ReferralState, Route,
};

const DAY: u64 = 86_400_000;

fn supported(phone: &Phone) -> CaseId {
    let case = add_ada(phone);
    phone.core.begin_episode(case).unwrap();
    case
}

fn ending(view: Option<&str>) -> NewEnding {
    NewEnding {
        reason: EndReason::AgreedEnding,
        client_view: view.map(str::to_owned),
        agreed: true,
        why: None,
        second_by: None,
    }
}

fn try_to_reach(phone: &Phone, case: CaseId, mode: Mode, outcome: Outcome, demanding: bool) {
    let attempt =
        NewContact { demanding: Some(demanding), ..NewContact::new(mode, vec![Purpose::Listen], outcome) };
    phone.core.record_contact(case, &attempt).unwrap();
}

#[test]
fn an_offer_is_answered_once_and_a_yes_begins_the_support() {
    let phone = worker();
    let case = add_ada(&phone);
    let new = NewReferralIn {
        route: Route::Practice,
        source: "Elm Street Surgery".into(),
        source_person: None,
        reason: Some("lonely since spring".into()),
        offered_at: None,
    };
    let offer = phone.core.offer_support(case, &new).unwrap();
    let no = Decline {
        reason: DeclineReason::Caring,
        words: Some("my father".into()),
        understood: Some(true),
        ask_again_at: None,
    };
    phone.core.decline_offer(offer, &no).unwrap();
    assert!(phone.core.episodes(case).unwrap().is_empty());
    assert_eq!(reason(phone.core.decline_offer(offer, &no)), ("answer".into(), Reason::NotFromHere));
    phone.core.accept_offer(offer, Some(true)).unwrap();
    assert_eq!(phone.core.referrals_in(case).unwrap()[0].referral.answer, ReferralAnswer::Accepted);
    assert_eq!(phone.core.episodes(case).unwrap()[0].episode.status, EpisodeStatus::Active);
    assert_eq!(reason(phone.core.begin_episode(case)), ("episode".into(), Reason::Overlaps));
    let past = Decline { ask_again_at: Some(Timestamp(5)), ..no };
    let other = phone.core.offer_support(case, &new).unwrap();
    assert_eq!(reason(phone.core.decline_offer(other, &past)), ("ask_again_at".into(), Reason::OutOfRange));
}

#[test]
fn a_pause_is_looked_at_again_and_ends_when_the_client_is_back() {
    let phone = worker();
    let case = supported(&phone);
    phone.core.pause_for_client(case, Some("her father is ill"), None).unwrap();
    assert_eq!(phone.core.caseload().unwrap()[0].status, crate::model::kinds::ClientStatus::Paused);
    assert_eq!(phone.core.duties(case).unwrap()[0].duty.status, DutyStatus::Open);
    let twice = reason(phone.core.pause_for_client(case, None, None));
    assert_eq!(twice, ("status".into(), Reason::NotFromHere));
    phone.core.welcome_back(case).unwrap();
    assert_eq!(phone.core.episodes(case).unwrap()[0].episode.status, EpisodeStatus::Active);
    assert_eq!(phone.core.duties(case).unwrap()[0].duty.status, DutyStatus::Released);
}

#[test]
fn nobody_is_out_of_reach_before_enough_was_tried() {
    let phone = worker();
    let case = supported(&phone);
    let refused = reason(phone.core.pause_with_door_open(case, "we do not know yet"));
    assert_eq!(refused, ("attempts".into(), Reason::NotYet));
    assert_eq!(phone.core.check_lost_contact(case).unwrap().len(), 4);
    try_to_reach(&phone, case, Mode::Phone, Outcome::NoAnswer, true);
    phone.clock.advance(8 * DAY);
    try_to_reach(&phone, case, Mode::Message, Outcome::MessageLeft, false);
    phone.clock.advance(6 * DAY);
    try_to_reach(&phone, case, Mode::Letter, Outcome::MessageLeft, true);
    assert!(phone.core.check_lost_contact(case).unwrap().is_empty());
    assert_eq!(reason(phone.core.pause_with_door_open(case, " ")), ("status_why".into(), Reason::Empty));
    phone.core.pause_with_door_open(case, "the bus costs more than she has").unwrap();
    let episode = phone.core.episodes(case).unwrap().remove(0).episode;
    assert_eq!(episode.status, EpisodeStatus::PausedByService);
    assert_eq!(episode.status_why.as_deref(), Some("the bus costs more than she has"));
}

#[test]
fn nothing_ends_over_a_referral_that_came_back() {
    let phone = worker();
    let case = supported(&phone);
    let referral = phone.core.refer_onward(case, &NewReferral::to("The gym", "")).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Rejected, Some("blood pressure")).unwrap();
    let all = NewEnding { why: Some("x".into()), second_by: Some("Idris".into()), ..ending(Some("fine")) };
    let check = phone.core.check_ending(case, &all).unwrap();
    assert_eq!(check.against.unwrap().code, "end_bounce_open");
    assert_eq!(reason(phone.core.end_episode(case, &all)), ("duty".into(), Reason::NotYet));
    let duty = phone.core.duties(case).unwrap()[0].id;
    phone.core.settle_duty(duty, DutyStatus::Done, "walking group instead").unwrap();
    phone.core.end_episode(case, &all).unwrap();
    assert_eq!(phone.core.episodes(case).unwrap()[0].episode.end_reason, Some(EndReason::AgreedEnding));
}

#[test]
fn what_stood_open_is_written_down_with_the_ending() {
    let phone = worker();
    let case = supported(&phone);
    phone.core.raise_need(case, NeedCategory::Money, "the meter").unwrap();
    assert_eq!(
        reason(phone.core.end_episode(case, &ending(None))),
        ("client_view".into(), Reason::NeedsReason)
    );
    let asked = ending(Some("I will manage"));
    assert_eq!(reason(phone.core.end_episode(case, &asked)), ("second_by".into(), Reason::NeedsReason));
    let looked = NewEnding { second_by: Some("Idris Bell".into()), ..asked };
    assert_eq!(reason(phone.core.end_episode(case, &looked)), ("why".into(), Reason::NeedsReason));
    phone.core.decide_closure(case, ClosureDecision::SecondLook, "money is new", None).unwrap();
    phone.clock.advance(1);
    phone.core.end_episode(case, &NewEnding { why: Some("advice has taken over".into()), ..looked }).unwrap();
    let checks = phone.core.closure_checks(case).unwrap();
    assert_eq!(checks[0].check.decision, ClosureDecision::End);
    assert_eq!(checks[0].check.open, ["need_new"]);
    assert_eq!(checks[1].check.open, ["need_new", "client_not_asked"]);
    assert!(matches!(phone.core.end_episode(case, &ending(None)), Err(CompanionError::NotFound)));
    let back = phone.core.welcome_back(case).unwrap();
    assert_eq!(phone.core.episodes(case).unwrap().len(), 2);
    assert!(phone.core.episodes(case).unwrap().iter().any(|episode| episode.id == back));
}

#[test]
fn an_answer_that_fell_is_seen_at_the_end() {
    let phone = worker();
    let case = supported(&phone);
    let answered = |value| {
        let draft = phone.core.start_assessment(case, "ons4", Mode::Home).unwrap();
        phone
            .core
            .answer(draft.assessment, "satisfaction", &crate::instrument::Response::Value(value))
            .unwrap();
        phone.core.submit_assessment(draft.assessment).unwrap();
        phone.clock.advance(DAY);
    };
    answered(7);
    answered(3);
    let open = phone.core.check_ending(case, &ending(Some("yes"))).unwrap().open;
    assert_eq!(open.iter().map(|finding| finding.code.as_str()).collect::<Vec<_>>(), ["answer_worse"]);
}

#[test]
fn a_client_can_end_nothing() {
    let client = phone(Role::Client);
    let case = CaseId(Uuid::from_u128(99));
    assert!(matches!(client.core.begin_episode(case), Err(CompanionError::NotAllowed(_))));
    let contact = NewContact {
        direction: Direction::Client,
        ..NewContact::new(Mode::Phone, vec![Purpose::Listen], Outcome::TwoWay)
    };
    assert!(matches!(client.core.record_contact(case, &contact), Err(CompanionError::NotAllowed(_))));
}
