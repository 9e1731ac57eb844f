//! The referral that waited for six months, was refused on blood pressure, and was followed by silence (F03, F13, G2).

use super::*;
use crate::journey::bounce::{BounceStanding, bounced, owed};
use crate::journey::finding::Verdict;
use crate::journey::first_visit::{FirstVisit, first_visit_unasked};
use crate::journey::news::news;
use crate::journey::referral_path::{StepRefused, check_step, stands};
use crate::journey::waiting::{Pending, WaitingFor, waits_too_long};
use crate::journey::working_days::working_days_between;

#[test]
fn the_gym_turned_her_away_and_somebody_owes_her_an_answer_the_same_day() {
    let refused = status("2026-11-25", ReferralState::Rejected, StatusBy::Service);
    let bounce = bounced(&refused, day("2026-11-25")).unwrap();
    assert_eq!((bounce.since, bounce.due), (day("2026-11-25"), day("2026-12-02")));
    assert_eq!(
        owed(bounce.state, "The gym"),
        "The gym said no. Tell the client what happened, and agree what comes next."
    );
}

#[test]
fn what_counts_as_having_come_back() {
    use ReferralState as R;
    let table = [
        (R::Rejected, StatusBy::Service, true),
        (R::Failed, StatusBy::Service, true),
        (R::Failed, StatusBy::Worker, true),
        (R::Cancelled, StatusBy::Service, true),
        (R::Cancelled, StatusBy::Client, false),
        (R::Cancelled, StatusBy::Worker, false),
        (R::OnHold, StatusBy::Service, false),
        (R::Waiting, StatusBy::Service, false),
        (R::Accepted, StatusBy::Service, false),
        (R::Finished, StatusBy::Client, false),
    ];
    for (state, by, expected) in table {
        let latest = status("2026-11-02", state, by);
        assert_eq!(bounced(&latest, day("2026-11-25")).is_some(), expected, "{state:?} by {by:?}");
    }
    let nobody_said_who = ReferralStatus { by: None, ..status("2026-11-02", R::Cancelled, StatusBy::Client) };
    assert!(bounced(&nobody_said_who, day("2026-11-25")).is_some());
}

#[test]
fn a_referral_held_for_thirty_one_days_has_come_back() {
    let held = status("2026-10-01", ReferralState::OnHold, StatusBy::Service);
    assert_eq!(bounced(&held, day("2026-10-31")), None);
    let bounce = bounced(&held, day("2026-11-01")).unwrap();
    assert_eq!((bounce.since, bounce.due), (day("2026-11-01"), day("2026-11-06")));
}

#[test]
fn a_bounce_at_christmas_is_followed_up_after_the_holidays_and_not_after_them_all_are_forgotten() {
    let refused = status("2026-12-23", ReferralState::Rejected, StatusBy::Service);
    let bounce = bounced(&refused, day("2026-12-23")).unwrap();
    assert_eq!(bounce.due, day("2027-01-04"));
    assert_eq!(working_days_between(bounce.since, bounce.due), 5);
}

#[test]
fn the_screen_says_how_late_it_is() {
    let bounce =
        bounced(&status("2026-11-02", ReferralState::Rejected, StatusBy::Service), day("2026-11-20"))
            .unwrap();
    let standing = |late| BounceStanding { service: "The gym".into(), referral: id(9), bounce, late };
    assert!(standing(0).words().ends_with("Please do so by 9 November 2026."), "{}", standing(0).words());
    assert!(standing(11).words().ends_with("This was due 11 days ago."));
}

#[test]
fn she_reads_that_it_was_nothing_she_did_and_who_talks_with_her_by_when() {
    let told = news(
        ReferralState::Rejected,
        "The gym",
        Some(day("2026-12-02")),
        Some(" They need a note about your blood pressure. "),
        "Wren",
    );
    assert_eq!(
        told.words,
        "The gym said no this time. It is not because of anything you did. They need a note about your blood pressure."
    );
    assert_eq!(
        told.next.unwrap(),
        "Wren will talk with you about it by 2 December 2026, and you decide together what to try next."
    );
    assert!(!told.closed, "something is still to come");
    assert!(news(ReferralState::Rejected, "The gym", None, None, "Wren").closed);
    assert!(!news(ReferralState::Waiting, "The gym", None, None, "Wren").closed);
}

#[test]
fn six_months_for_an_induction_is_too_long_when_they_spoke_of_eight_weeks() {
    let statuses = [
        status("2026-05-04", ReferralState::Drafted, StatusBy::Worker),
        status("2026-05-11", ReferralState::Sent, StatusBy::Worker),
        status("2026-05-18", ReferralState::Waiting, StatusBy::Service),
    ];
    let pending = |expected_days, statuses| Pending {
        referral: id(9),
        service: "The gym",
        made_at: at("2026-05-04"),
        expected_days,
        statuses,
    };
    assert_eq!(waits_too_long(&pending(Some(56), &statuses), day("2026-07-06")), None);
    let waiting = waits_too_long(&pending(Some(56), &statuses), day("2026-07-07")).unwrap();
    assert_eq!((waiting.days, waiting.for_what), (57, WaitingFor::Service(56)));
    assert!(waiting.words().contains("57 days for The gym, which spoke of 56 days"));
    let unsaid = waits_too_long(&pending(None, &statuses), day("2026-06-09")).unwrap();
    assert_eq!(unsaid.for_what, WaitingFor::Unsaid);
    assert_eq!(waits_too_long(&pending(None, &statuses), day("2026-06-08")), None);
    let lying = waits_too_long(&pending(Some(56), &statuses[..1]), day("2026-05-12")).unwrap();
    assert_eq!((lying.for_what, lying.code()), (WaitingFor::Sending, "referral_not_sent"));
}

#[test]
fn a_referral_under_way_or_settled_waits_for_nothing() {
    for state in
        [ReferralState::Started, ReferralState::Attended, ReferralState::Rejected, ReferralState::OnHold]
    {
        let statuses = [status("2026-01-05", state, StatusBy::Service)];
        let pending = Pending {
            referral: id(9),
            service: "x",
            made_at: at("2026-01-05"),
            expected_days: Some(1),
            statuses: &statuses,
        };
        assert_eq!(waits_too_long(&pending, day("2026-11-25")), None, "{state:?}");
    }
}

#[test]
fn a_step_that_cannot_be_is_refused_and_says_why() {
    use ReferralState as R;
    let check = |from, to, reason, by| check_step(from, to, reason, by);
    assert_eq!(check(R::Drafted, R::Sent, None, None), Ok(()));
    assert_eq!(
        check(R::Drafted, R::Accepted, None, None),
        Err(StepRefused::NotFromHere { from: R::Drafted, to: R::Accepted })
    );
    assert_eq!(
        check(R::Rejected, R::Sent, None, None),
        Err(StepRefused::NotFromHere { from: R::Rejected, to: R::Sent })
    );
    for negative in [R::Rejected, R::Failed, R::Cancelled, R::OnHold] {
        assert_eq!(
            check(R::Sent, negative, Some("  "), Some(StatusBy::Service)),
            Err(StepRefused::NeedsReason(negative))
        );
        assert_eq!(check(R::Sent, negative, Some("full"), Some(StatusBy::Service)), Ok(()));
    }
    assert_eq!(check(R::Sent, R::Cancelled, Some("moved"), None), Err(StepRefused::NeedsWho));
    let words = StepRefused::NotFromHere { from: R::Rejected, to: R::Sent }.words();
    assert_eq!(words, "This referral is refused by the service; from there it cannot become sent.");
    assert_eq!(stands(&[]), R::Drafted);
}

/// F24: tears at the first attendance, and nobody asked.
#[test]
fn the_first_time_at_the_gym_is_asked_about_within_two_working_days() {
    let visit = |in_touch_after| FirstVisit {
        referral: id(9),
        service: "The gym",
        at: at("2026-11-27"),
        in_touch_after,
    };
    let unasked = first_visit_unasked(&visit(None), day("2026-11-28")).unwrap();
    assert_eq!((unasked.due, unasked.late), (day("2026-12-01"), -3));
    let late = first_visit_unasked(&visit(None), day("2026-12-04")).unwrap();
    assert_eq!(late.words(), "Ask how the first time at The gym was. This was due 3 days ago.");
    assert_eq!(first_visit_unasked(&visit(Some(at("2026-11-30"))), day("2026-12-04")), None);
    assert!(
        first_visit_unasked(&visit(Some(at("2026-11-26"))), day("2026-12-04")).is_some(),
        "a call before it asks nothing"
    );
    assert_eq!(first_visit_unasked(&visit(None), day("2026-11-26")), None, "it has not been yet");
}
