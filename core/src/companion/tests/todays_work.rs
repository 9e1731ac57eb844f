//! The first screen and the screen of a visit.

use super::*;
use crate::model::kinds::{
    AccessNeedType, DutyOrigin, DutyStatus, NeedCategory, Outcome, Purpose, ReferralState,
};
use crate::store::record::reads;

/// Noon of the phones' day, 18 November 2026.
const NOW: i64 = 1_795_000_000_000;
const DAY: i64 = 86_400_000;

fn visit(days_ago: i64) -> NewContact {
    let visit = NewContact::new(Mode::Home, vec![Purpose::Listen], Outcome::TwoWay);
    NewContact { at: Some(Timestamp(NOW - days_ago * DAY)), minutes: Some(40), ..visit }
}

fn named(phone: &Phone, name: &str) -> CaseId {
    phone.core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).unwrap()
}

fn sign_promise(phone: &Phone, case: CaseId, words: &str) -> EntityId {
    let note = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(note, "we talked").unwrap();
    phone.core.promise(note, words).unwrap();
    phone.core.sign_note(note).unwrap()
}

#[test]
fn the_day_shows_visits_by_place_with_what_to_know_and_what_was_promised() {
    let phone = worker();
    let (ada, ben) = (named(&phone, "Ada Nowak"), named(&phone, "Ben Achebe"));
    let new = NewAccessNeed {
        need: AccessNeedType::Sight,
        words: Some("large print".into()),
        blocked: vec![],
        review_at: None,
        for_carer: false,
    };
    phone.core.record_access_need(ada, &new).unwrap();
    sign_promise(&phone, ada, "bring the form in large print");
    let plan = |at: i64, place: &str| NextPlan {
        at: Timestamp(at),
        mode: Mode::Community,
        why: "to catch up".into(),
        place: Some(place.into()),
        agreed: true,
    };
    phone.core.agree_next_contact(ada, &plan(NOW + 7_200_000, "the library")).unwrap();
    phone.core.agree_next_contact(ben, &plan(NOW + 3_600_000, "the library")).unwrap();
    let today = phone.core.today(Timestamp(NOW)).unwrap();
    assert_eq!(today.visits.len(), 1);
    let lines = &today.visits[0].visits;
    assert_eq!((today.visits[0].place.as_str(), lines[0].case, lines[1].case), ("the library", ben, ada));
    assert_eq!(lines[1].flags[0].words, "large print");
    assert_eq!(lines[1].last_promise.as_ref().unwrap().words, "bring the form in large print");
    assert!(!lines[1].done);
    phone.core.record_contact(ada, &visit(0)).unwrap();
    assert!(phone.core.today(Timestamp(NOW)).unwrap().visits[0].visits[1].done, "she was seen");
    assert!(phone.core.today(Timestamp(NOW + DAY)).unwrap().visits.is_empty());
}

#[test]
fn a_promise_stands_until_it_is_settled_and_is_settled_once() {
    let phone = worker();
    let case = add_ada(&phone);
    let first = sign_promise(&phone, case, "ring the council");
    phone.clock.advance(1_000);
    let second = sign_promise(&phone, case, "find a choir");
    let last = || phone.core.case_overview(case).unwrap().last_promise.map(|promise| promise.note);
    assert_eq!(last(), Some(second));
    phone.core.settle_promise(second, DutyStatus::Done, "the Tuesday choir").unwrap();
    assert_eq!(last(), Some(first));
    let twice = reason(phone.core.settle_promise(second, DutyStatus::Released, "again"));
    assert_eq!(twice, ("status".into(), Reason::NotFromHere));
    let silent = phone.core.start_note(case, None).unwrap();
    phone.core.keep_note(silent, "nothing was promised").unwrap();
    let silent = phone.core.sign_note(silent).unwrap();
    let none = reason(phone.core.settle_promise(silent, DutyStatus::Done, "x"));
    assert_eq!(none, ("promised".into(), Reason::Empty));
}

#[test]
fn bounces_come_first_then_what_is_due_and_nothing_that_has_time() {
    let phone = worker();
    let case = add_ada(&phone);
    let owed = |what: &str, due: i64| NewDuty {
        origin: DutyOrigin::Promise,
        about: None,
        what: what.into(),
        due: Timestamp(due),
    };
    phone.core.make_duty(case, &owed("late", NOW - 3 * DAY)).unwrap();
    phone.core.make_duty(case, &owed("later", NOW + 3 * DAY)).unwrap();
    let queue = phone.core.make_duty(case, &owed("for the team", NOW)).unwrap();
    phone.core.hand_duty_to_team(queue).unwrap();
    let referral = phone.core.refer_onward(case, &NewReferral::to("The gym", "")).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Rejected, Some("full")).unwrap();
    let duties = phone.core.today(Timestamp(NOW)).unwrap().duties;
    let shown: Vec<_> =
        duties.iter().map(|line| (line.bounced, line.days_late, line.in_team_queue)).collect();
    assert_eq!(shown, [(true, -7, false), (false, 3, false), (false, 0, true)]);
    assert_eq!(duties[0].name, "Ada Nowak");
}

#[test]
fn the_longest_silence_beyond_what_was_agreed_comes_first() {
    let phone = worker();
    let (ada, ben, cai) = (named(&phone, "Ada"), named(&phone, "Ben"), named(&phone, "Cai"));
    for (case, days_ago, every) in [(ada, 40, 30), (ben, 30, 7), (cai, 50, 60)] {
        phone.core.record_contact(case, &visit(days_ago)).unwrap();
        phone.core.agree_rhythm(case, Some(every), None, None).unwrap();
    }
    let missed = NewContact { minutes: Some(0), ..visit(1) };
    phone.core.record_contact(ben, &missed).unwrap();
    let quiet = phone.core.today(Timestamp(NOW)).unwrap().quiet;
    let lines: Vec<_> = quiet.iter().map(|line| (line.case, line.days, line.beyond)).collect();
    assert_eq!(lines, [(ben, 30, 23), (ada, 40, 10)], "a call of no time at all breaks no silence");
    phone.core.begin_episode(ada).unwrap();
    phone.core.pause_for_client(ada, None, None).unwrap();
    assert_eq!(phone.core.today(Timestamp(NOW)).unwrap().quiet.len(), 1);
}

#[test]
fn drafts_to_finish_and_what_is_on_this_phone_only_are_on_it() {
    let phone = worker();
    let case = add_ada(&phone);
    let note = phone.core.start_note(case, None).unwrap();
    let today = phone.core.today(Timestamp(NOW)).unwrap();
    assert_eq!(today.drafts[0].id, note);
    assert_eq!((today.on_this_phone.unsent, today.on_this_phone.oldest_unsent), (1, Some(Timestamp(NOW))));
    assert_eq!(today.day, "2026-11-18");
}

/// What the first screen reads follows the number of clients, and not how long anybody has been known.
#[test]
fn the_day_of_300_clients_reads_as_little_of_long_histories_as_of_short_ones() {
    let cost = |contacts: i64| {
        let phone = worker();
        let cases: Vec<_> = (0..300).map(|number| named(&phone, &format!("Person {number}"))).collect();
        for case in &cases {
            for back in 0..contacts {
                phone.core.record_contact(*case, &visit(40 + back)).unwrap();
            }
        }
        for case in cases.iter().take(6) {
            phone.core.plan_next_contact(*case, Timestamp(NOW), Mode::Phone, "to catch up").unwrap();
        }
        reads::take();
        let today = phone.core.today(Timestamp(NOW)).unwrap();
        assert_eq!((today.visits[0].visits.len(), today.quiet.len()), (6, 300));
        reads::take()
    };
    let (statements, rows) = cost(1);
    assert_eq!(cost(3), (statements, rows));
    assert!(statements <= 10 + 2 * 6, "{statements} statements");
    assert!(rows <= 2 * 300 + 3 * 6, "{rows} rows");
}

#[test]
fn the_screen_of_a_visit_puts_the_clients_words_first_and_says_what_the_rules_found() {
    let phone = worker();
    let case = add_ada(&phone);
    phone.core.begin_episode(case).unwrap();
    phone.core.raise_need(case, NeedCategory::Money, "the meter eats it").unwrap();
    let goal = NewGoal {
        wording: "walk to the shop".into(),
        wording_by: WordingBy::Client,
        category: Some(NeedCategory::Lifestyle),
    };
    phone.core.agree_goal(case, &goal).unwrap();
    phone.core.say_what_matters(case, "my garden", None).unwrap();
    sign_promise(&phone, case, "ring the fuel bank");
    let referral = phone.core.refer_onward(case, &NewReferral::to("The gym", "")).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Sent, None).unwrap();
    phone.core.set_referral_status(referral, ReferralState::Rejected, Some("full")).unwrap();
    phone.clock.advance(29 * 86_400_000);
    let view = phone.core.case_overview(case).unwrap();
    assert_eq!(view.own_words[0].words, "my garden");
    assert_eq!(view.own_words.len(), 3);
    assert_eq!(view.last_promise.unwrap().words, "ring the fuel bank");
    let codes: Vec<_> = view.warnings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "referral_came_back",
            "promise_open",
            "quiet_too_long",
            "next_contact_missing",
            "plan_is_habits_alone",
            "need_without_plan",
        ]
    );
    assert_eq!(view.open_duties.len(), 1);
    assert!(matches!(phone.core.case_overview(CaseId(Uuid::from_u128(404))), Err(CompanionError::NotFound)));
}
