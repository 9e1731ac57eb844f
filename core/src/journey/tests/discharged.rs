//! Endings that came because something was used up, and not because it was time (F04, F33, G6).

use super::*;
use crate::journey::closure::{
    AtEnd, Ending, GoalAtEnd, MayNotEnd, NeedAtEnd, StandsOpen, may_end, stands_open,
};
use crate::journey::finding::Verdict;
use crate::model::kinds::{DutyOrigin, EndReason, EpisodeStatus, GoalStatus, NeedCategory};

fn today() -> Day {
    day("2026-11-25")
}

fn need(number: u128, raised: &str, resolved: bool) -> NeedAtEnd {
    NeedAtEnd { need: id(number), category: NeedCategory::Money, raised_at: at(raised), resolved }
}

fn struggling() -> AtEnd {
    AtEnd {
        goals: vec![
            GoalAtEnd { goal: id(1), status: GoalStatus::Active, first_and_last: Some((5, 3)) },
            GoalAtEnd { goal: id(2), status: GoalStatus::Proposed, first_and_last: None },
            GoalAtEnd { goal: id(3), status: GoalStatus::Reached, first_and_last: Some((2, 9)) },
            GoalAtEnd { goal: id(4), status: GoalStatus::Parked, first_and_last: None },
        ],
        referrals: vec![
            (id(5), ReferralState::Waiting),
            (id(6), ReferralState::Rejected),
            (id(7), ReferralState::Finished),
        ],
        open_duties: vec![(id(8), DutyOrigin::Promise), (id(9), DutyOrigin::Bounce)],
        worse_answers: vec!["mood".into()],
        needs: vec![
            need(10, "2026-10-26", false),
            need(11, "2026-10-25", false),
            need(12, "2026-11-20", true),
        ],
        client_view: None,
    }
}

fn ending(reason: EndReason) -> Ending<'static> {
    Ending { reason, status: EpisodeStatus::Active, why: Some("she asked for it"), second_by: Some("Idris") }
}

#[test]
fn everything_that_stands_open_is_listed_the_bounce_first() {
    let open = stands_open(&struggling(), today());
    assert_eq!(
        open,
        [
            StandsOpen::BouncedDuty(id(9)),
            StandsOpen::NewNeed(id(10), NeedCategory::Money, 30),
            StandsOpen::OpenNeed(id(11), NeedCategory::Money),
            StandsOpen::Referral(id(5), ReferralState::Waiting),
            StandsOpen::Duty(id(8)),
            StandsOpen::Goal(id(1)),
            StandsOpen::GoalFurtherAway(id(1)),
            StandsOpen::Goal(id(2)),
            StandsOpen::UnratedGoal(id(2)),
            StandsOpen::WorseAnswer("mood".into()),
            StandsOpen::ClientNotAsked,
        ]
    );
    assert!(open.iter().all(|thing| thing.words().ends_with('.')));
}

#[test]
fn nothing_ends_over_a_referral_that_came_back_whoever_agrees() {
    for reason in [
        EndReason::GoalsMet,
        EndReason::AgreedEnding,
        EndReason::LostContact,
        EndReason::Died,
        EndReason::Moved,
    ] {
        let open = stands_open(&AtEnd { client_view: Some("fine by me".into()), ..struggling() }, today());
        assert_eq!(may_end(&open, &ending(reason)), Err(MayNotEnd::BounceOpen(id(9))), "{reason:?}");
    }
}

#[test]
fn she_was_let_go_while_struggling_and_now_somebody_looks_twice() {
    let at_end = AtEnd { open_duties: vec![], client_view: Some("I am not ready".into()), ..struggling() };
    let open = stands_open(&at_end, today());
    let agreed = ending(EndReason::AgreedEnding);
    assert_eq!(may_end(&open, &Ending { second_by: None, ..agreed }), Err(MayNotEnd::SecondLook));
    assert_eq!(may_end(&open, &Ending { second_by: Some(" "), ..agreed }), Err(MayNotEnd::SecondLook));
    assert_eq!(may_end(&open, &Ending { why: None, ..agreed }), Err(MayNotEnd::WhyNevertheless));
    assert_eq!(may_end(&open, &agreed), Ok(()));
}

#[test]
fn nobody_ends_it_without_asking_the_client() {
    let open = stands_open(&AtEnd::default(), today());
    assert_eq!(open, [StandsOpen::ClientNotAsked]);
    assert_eq!(may_end(&open, &ending(EndReason::GoalsMet)), Err(MayNotEnd::ClientNotAsked));
    let blank = AtEnd { client_view: Some("  ".into()), ..AtEnd::default() };
    assert_eq!(stands_open(&blank, today()), [StandsOpen::ClientNotAsked]);
    let asked = AtEnd { client_view: Some("I manage now".into()), ..AtEnd::default() };
    let quick = Ending { why: None, second_by: None, ..ending(EndReason::GoalsMet) };
    assert_eq!(may_end(&stands_open(&asked, today()), &quick), Ok(()));
}

#[test]
fn somebody_out_of_reach_is_paused_before_anything_ends() {
    let open = stands_open(&AtEnd::default(), today());
    assert_eq!(may_end(&open, &ending(EndReason::LostContact)), Err(MayNotEnd::PauseFirst));
    let paused = Ending { status: EpisodeStatus::PausedByService, ..ending(EndReason::LostContact) };
    assert_eq!(may_end(&open, &Ending { second_by: None, ..paused }), Err(MayNotEnd::SecondLook));
    assert_eq!(may_end(&open, &paused), Ok(()));
}

#[test]
fn after_a_death_nobody_is_asked_to_justify_what_was_left() {
    let at_end = AtEnd { open_duties: vec![(id(8), DutyOrigin::Promise)], ..struggling() };
    let died = Ending { why: None, second_by: None, ..ending(EndReason::Died) };
    assert_eq!(may_end(&stands_open(&at_end, today()), &died), Ok(()));
}
