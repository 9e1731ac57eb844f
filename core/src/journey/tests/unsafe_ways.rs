//! A voicemail that the wrong person heard, and calls to a deaf client (C7, C8, H9).

use super::*;
use crate::journey::channel::{Blocked, Channel, blocked, blocked_ways};
use crate::journey::dates::{ImpossibleDate, check_born, check_happened, check_order};
use crate::journey::finding::Verdict;
use crate::model::kinds::{AccessNeed, AccessNeedType, SafeContact};

fn safe() -> SafeContact {
    SafeContact {
        never: vec![Mode::Home],
        times: None,
        from_minute: Some(10 * 60),
        to_minute: Some(14 * 60 + 30),
        words_allowed: None,
        voicemail_ok: Some(false),
        written_at: at("2026-01-05"),
    }
}

fn need(need: AccessNeedType, blocked: &[Mode]) -> AccessNeed {
    AccessNeed {
        need,
        words: None,
        blocked: blocked.to_vec(),
        identified_at: at("2026-01-05"),
        recorded_at: None,
        flagged_at: None,
        shared_at: None,
        met_at: None,
        review_at: None,
        for_carer: false,
    }
}

fn channel<'a>(mode: Mode, safe: Option<&'a SafeContact>, needs: &'a [AccessNeed]) -> Channel<'a> {
    Channel {
        mode,
        at: Some(at("2026-11-25").plus_ms(3_600_000)),
        leaves_message: false,
        by_client: false,
        safe,
        needs,
        asked_for_quiet: false,
    }
}

#[test]
fn he_heard_the_voicemail() {
    let rule = safe();
    let call = channel(Mode::Phone, Some(&rule), &[]);
    assert_eq!(blocked(&call), []);
    assert_eq!(blocked(&Channel { leaves_message: true, ..call }), [Blocked::NoMessage]);
    assert_eq!(blocked(&Channel { mode: Mode::Home, ..call }), [Blocked::NotSafe(Mode::Home)]);
    let evening = Some(day("2026-11-25").start().plus_ms(18 * 3_600_000));
    let late = blocked(&Channel { at: evening, ..call });
    assert_eq!(late, [Blocked::NotAtThisTime(600, 870)]);
    assert_eq!(late[0].words(), "It is safe to reach this client only between 10:00 and 14:30.");
    assert_eq!(blocked(&Channel { at: evening, mode: Mode::Letter, ..call }), [], "a letter keeps no hours");
    assert_eq!(
        blocked(&Channel { at: evening, by_client: true, leaves_message: true, ..call }),
        [],
        "she rang herself"
    );
}

#[test]
fn safe_hours_are_those_of_uk_clocks_and_may_run_over_midnight() {
    let night = SafeContact {
        from_minute: Some(22 * 60),
        to_minute: Some(60),
        voicemail_ok: None,
        never: vec![],
        ..safe()
    };
    for (iso, is_safe) in [
        ("2026-07-01T20:59:00Z", false),
        ("2026-07-01T21:00:00Z", true),
        ("2026-07-01T23:59:00Z", true),
        ("2026-07-02T00:01:00Z", false),
    ] {
        let call = Channel { at: Timestamp::parse_iso(iso), ..channel(Mode::Phone, Some(&night), &[]) };
        assert_eq!(blocked(&call).is_empty(), is_safe, "{iso}");
    }
}

#[test]
fn a_deaf_client_is_not_rung_unless_they_say_that_it_works() {
    let hearing = [need(AccessNeedType::Hearing, &[])];
    let call = channel(Mode::Phone, None, &hearing);
    assert_eq!(
        blocked(&call)[0].words(),
        "For this client a phone call does not work: they are deaf or hard of hearing."
    );
    let text_relay = [need(AccessNeedType::Hearing, &[Mode::Home])];
    assert_eq!(blocked(&channel(Mode::Phone, None, &text_relay)), [], "what they said decides");
    let carers = [AccessNeed { for_carer: true, ..need(AccessNeedType::Hearing, &[]) }];
    assert_eq!(blocked(&channel(Mode::Phone, None, &carers)), []);
    let quiet = Channel { asked_for_quiet: true, ..channel(Mode::Letter, None, &[]) };
    assert_eq!(blocked(&quiet), [Blocked::AskedForQuiet]);
}

#[test]
fn every_way_that_is_blocked_is_listed_once() {
    let needs = [need(AccessNeedType::DeafBlind, &[]), need(AccessNeedType::Sight, &[])];
    assert_eq!(blocked_ways(Some(&safe()), &needs), [Mode::Home, Mode::Phone, Mode::Video, Mode::Letter]);
    assert_eq!(blocked_ways(None, &[]), []);
}

#[test]
fn dates_that_cannot_be_are_refused() {
    let today = day("2026-11-25");
    for (text, refused) in [
        ("2026-11-26", ImpossibleDate::InTheFuture),
        ("1895-01-01", ImpossibleDate::TooLongAgo),
        ("2026-02-30", ImpossibleDate::NoSuchDay),
        ("seven", ImpossibleDate::NoSuchDay),
    ] {
        assert_eq!(check_born(text, today), Err(refused), "{text}");
        assert!(refused.words().ends_with('.'));
    }
    assert_eq!(check_born(" 1951-03-07 ", today), Ok(day("1951-03-07")));
    assert_eq!(check_happened(at("2026-11-26"), today), Ok(()), "a clock may be a day out");
    assert_eq!(check_happened(at("2026-11-27"), today), Err(ImpossibleDate::InTheFuture));
    assert_eq!(check_order(at("2026-01-02"), at("2026-01-01")), Err(ImpossibleDate::OutOfOrder));
    assert_eq!(check_order(at("2026-01-02"), at("2026-01-02")), Ok(()));
}
