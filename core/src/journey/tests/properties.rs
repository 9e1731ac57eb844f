//! What holds for every history, and planted faults that these properties catch.

use proptest::prelude::*;

use super::*;
use crate::journey::bounce::bounced;
use crate::journey::closure::{
    AtEnd, Ending, GoalAtEnd, MayNotEnd, NeedAtEnd, StandsOpen, may_end, stands_open,
};
use crate::journey::lost_contact::{Reaching, not_tried_yet};
use crate::journey::quiet::{Rhythm, quiet_too_long};
use crate::journey::working_days::is_working_day;
use crate::model::Choice;
use crate::model::kinds::{
    DutyOrigin, EndReason, EpisodeStatus, GoalStatus, NeedCategory, REFERRAL_TRANSITIONS,
};

const YEAR: i64 = 365;

fn choices<T: Choice + std::fmt::Debug>() -> impl Strategy<Value = T> {
    (0..T::NAMES.len()).prop_map(|place| T::find(T::NAMES[place]).unwrap())
}

fn on(day_number: i64) -> Timestamp {
    day("2026-01-01").plus(day_number).start().plus_ms(36_000_000)
}

fn at_ends() -> impl Strategy<Value = AtEnd> {
    let goal = (choices::<GoalStatus>(), proptest::option::of((0i64..11, 0i64..11)));
    let need = (choices::<NeedCategory>(), 0..YEAR, any::<bool>());
    (
        proptest::collection::vec(goal, 0..4),
        proptest::collection::vec(choices::<ReferralState>(), 0..4),
        proptest::collection::vec(choices::<DutyOrigin>(), 0..4),
        proptest::collection::vec(need, 0..4),
        proptest::option::of("[ a-z]{0,8}"),
    )
        .prop_map(|(goals, referrals, duties, needs, client_view)| AtEnd {
            goals: goals
                .into_iter()
                .map(|(status, first_and_last)| GoalAtEnd { goal: id(1), status, first_and_last })
                .collect(),
            referrals: referrals.into_iter().map(|state| (id(2), state)).collect(),
            open_duties: duties.into_iter().map(|origin| (id(3), origin)).collect(),
            needs: needs
                .into_iter()
                .map(|(category, raised, resolved)| NeedAtEnd {
                    need: id(4),
                    category,
                    raised_at: on(raised),
                    resolved,
                })
                .collect(),
            worse_answers: vec![],
            client_view,
        })
}

fn endings() -> impl Strategy<Value = (EndReason, EpisodeStatus, Option<String>, Option<String>)> {
    (choices(), choices(), proptest::option::of("[ a-z]{0,6}"), proptest::option::of("[ a-z]{0,6}"))
}

type MayEnd = fn(&[StandsOpen], &Ending<'_>) -> Result<(), MayNotEnd>;

/// What must hold of every ending. Says what is wrong.
fn ends_well(may_end: MayEnd, at_end: &AtEnd, ending: &Ending<'_>) -> Result<(), &'static str> {
    let open = stands_open(at_end, day("2026-12-31"));
    if may_end(&open, ending).is_err() {
        return Ok(());
    }
    let said = |text: Option<&str>| text.is_some_and(|text| !text.trim().is_empty());
    let asked = said(at_end.client_view.as_deref());
    if at_end.open_duties.iter().any(|(_, origin)| *origin == DutyOrigin::Bounce) {
        return Err("it ended over a bounced referral");
    }
    if !asked && !matches!(ending.reason, EndReason::Died | EndReason::LostContact) {
        return Err("the client was not asked");
    }
    if ending.reason == EndReason::LostContact && ending.status == EpisodeStatus::Active {
        return Err("it was not paused first");
    }
    let active = at_end.goals.iter().any(|goal| goal.status == GoalStatus::Active);
    if active && ending.reason != EndReason::Died && !(said(ending.second_by) && said(ending.why)) {
        return Err("a goal was open and nobody looked twice");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_ending_passes_silently_over_what_stands_open(at_end in at_ends(), (reason, status, why, second) in endings()) {
        let ending = Ending { reason, status, why: why.as_deref(), second_by: second.as_deref() };
        prop_assert_eq!(ends_well(may_end, &at_end, &ending), Ok(()));
    }

    /// Silence never becomes less by waiting.
    #[test]
    fn quiet_grows_day_by_day(last in 0..YEAR, every in proptest::option::of(1i64..200), later in 0i64..400) {
        let rhythm = Rhythm { last_in_touch: Some(on(last)), began: on(0), every_days: every, at_rest: false };
        let today = day("2026-01-01").plus(last + later);
        let (now, next) = (quiet_too_long(&rhythm, today), quiet_too_long(&rhythm, today.plus(1)));
        prop_assert!(now.is_none() || next.is_some_and(|next| next.beyond() == now.unwrap().beyond() + 1));
        prop_assert_eq!(now.is_some(), later > every.unwrap_or(28));
    }

    /// What has come back stays so until its state changes, and is due on one working day, whoever asks when.
    #[test]
    fn a_bounce_stays_a_bounce(state in choices::<ReferralState>(), happened in 0..YEAR, later in 0i64..120) {
        let latest = ReferralStatus { at: on(happened), ..status("2026-01-01", state, StatusBy::Service) };
        let today = day("2026-01-01").plus(happened + later);
        if let Some(bounce) = bounced(&latest, today) {
            prop_assert_eq!(bounced(&latest, today.plus(1)), Some(bounce));
            prop_assert!(is_working_day(bounce.due) && bounce.due > bounce.since);
        }
    }

    /// Trying again never makes it less.
    #[test]
    fn another_attempt_never_adds_to_what_is_left(days in proptest::collection::vec((0i64..40, choices::<Mode>(), any::<bool>()), 0..7), extra in (0i64..40, choices::<Mode>(), any::<bool>())) {
        let tried = |(number, mode, demanding): (i64, Mode, bool)| Contact { at: on(number), ..attempt("2026-01-01", mode, demanding) };
        let mut contacts: Vec<_> = days.into_iter().map(tried).collect();
        let codes = |contacts: &[Contact]| -> std::collections::BTreeSet<&'static str> {
            use crate::journey::finding::Verdict;
            not_tried_yet(&Reaching { contacts, preferred: Some(Mode::Message), blocked: &[] }).iter().map(Verdict::code).collect()
        };
        let before = codes(&contacts);
        contacts.push(tried(extra));
        let after = codes(&contacts);
        prop_assert!(after.is_subset(&before), "{before:?} {after:?}");
    }

    /// Any walk along the table ends, sooner or later, or can still be settled: no referral is stuck.
    #[test]
    fn from_every_state_a_referral_can_be_settled(walk in proptest::collection::vec(0usize..8, 0..20)) {
        let mut state = "drafted";
        for turn in walk {
            let next = REFERRAL_TRANSITIONS.list_next(state);
            if next.is_empty() { break }
            state = next[turn % next.len()];
        }
        let next = REFERRAL_TRANSITIONS.list_next(state);
        prop_assert!(next.is_empty() || next.contains(&"cancelled"), "{state}");
    }
}

/// The property above is no decoration: each planted fault is found by it.
#[test]
fn an_ending_rule_with_a_planted_fault_is_caught() {
    let forgets_bounces: MayEnd = |open, ending| {
        let rest: Vec<_> =
            open.iter().filter(|thing| !matches!(thing, StandsOpen::BouncedDuty(_))).cloned().collect();
        may_end(&rest, ending)
    };
    let asks_nobody: MayEnd = |open, ending| {
        let rest: Vec<_> =
            open.iter().filter(|thing| **thing != StandsOpen::ClientNotAsked).cloned().collect();
        may_end(&rest, ending)
    };
    let looks_once: MayEnd =
        |open, ending| may_end(open, &Ending { second_by: Some("self"), why: Some("time"), ..*ending });
    let lets_go: MayEnd =
        |open, ending| may_end(open, &Ending { status: EpisodeStatus::PausedByService, ..*ending });
    for (fault, found) in [
        (forgets_bounces, "it ended over a bounced referral"),
        (asks_nobody, "the client was not asked"),
        (looks_once, "a goal was open and nobody looked twice"),
        (lets_go, "it was not paused first"),
    ] {
        let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
            failure_persistence: None,
            cases: 4_096,
            ..ProptestConfig::default()
        });
        let caught = runner.run(&(at_ends(), endings()), |(at_end, (reason, status, why, second))| {
            let ending = Ending { reason, status, why: why.as_deref(), second_by: second.as_deref() };
            match ends_well(fault, &at_end, &ending) {
                Err(wrong) if wrong == found => Err(TestCaseError::fail(wrong)),
                _ => Ok(()),
            }
        });
        assert!(caught.is_err(), "nobody noticed that {found}");
    }
}
