//! The worker left just as trust grew, and she began again with a stranger (F09, F35, G5).

use super::*;
use crate::journey::assignments::{AssignmentRefused, check_assignment, worker_at};
use crate::journey::finding::Verdict;
use crate::journey::handover::{Handover, HandoverGap, PackPart, handover_gaps};
use crate::model::PersonId;
use crate::model::kinds::{Assignment, AssignmentReason, HandoverPack};

fn full_pack() -> HandoverPack {
    let words = |text: &str| Some(text.to_owned());
    HandoverPack {
        case: None,
        at: at("2026-11-20"),
        to: None,
        to_name: words("Idris Bell"),
        from_name: words("Wren Okafor"),
        what_matters: words("to sing again"),
        promises: words("nothing is open"),
        do_and_do_not: words("mornings; never mention her brother"),
        safe_contact: words("text first"),
        open_duties: words("ring the gym by Friday"),
        referrals: words("choir: waiting"),
        relationship: words("she opened up over the allotment"),
        meet_together_at: Some(at("2026-12-03")),
        amends: None,
    }
}

fn handover<'a>(told: Option<&str>, pack: Option<&'a HandoverPack>) -> Handover<'a> {
    Handover {
        changes_at: at("2026-12-08"),
        told_at: told.map(at),
        pack,
        duties_left: 0,
        has_referrals: true,
        has_safe_contact: true,
    }
}

#[test]
fn a_week_of_notice_a_whole_pack_and_a_meeting_leave_no_gap() {
    assert_eq!(handover_gaps(&handover(Some("2026-12-01"), Some(&full_pack()))), []);
}

#[test]
fn she_heard_of_it_six_days_before_or_after_or_never() {
    let pack = full_pack();
    for (told, gap) in [
        (None, HandoverGap::NotTold),
        (Some("2026-12-02"), HandoverGap::ToldLate(6)),
        (Some("2026-12-08"), HandoverGap::ToldLate(0)),
        (Some("2026-12-20"), HandoverGap::ToldLate(0)),
    ] {
        assert_eq!(handover_gaps(&handover(told, Some(&pack))), [gap], "{told:?}");
    }
}

#[test]
fn a_stranger_came_with_nothing_in_hand() {
    let gaps = handover_gaps(&Handover { duties_left: 2, ..handover(None, None) });
    assert_eq!(gaps, [HandoverGap::NotTold, HandoverGap::DutiesLeft(2), HandoverGap::NoPack]);
    assert_eq!(gaps[1].words(), "2 things owed to the client are still in your name.");
}

#[test]
fn each_empty_part_of_a_pack_is_named_when_it_is_needed() {
    let empty = HandoverPack {
        what_matters: None,
        promises: Some("  ".into()),
        do_and_do_not: None,
        safe_contact: None,
        open_duties: None,
        referrals: None,
        relationship: None,
        meet_together_at: None,
        ..full_pack()
    };
    let parts = |handover: &Handover<'_>| {
        let gaps = handover_gaps(handover);
        gaps.iter()
            .filter_map(|gap| if let HandoverGap::Empty(part) = gap { Some(*part) } else { None })
            .collect::<Vec<_>>()
    };
    use PackPart::{DoAndDoNot, OpenDuties, Promises, Referrals, Relationship, SafeContact, WhatMatters};
    let all = Handover { duties_left: 1, ..handover(Some("2026-12-01"), Some(&empty)) };
    assert_eq!(
        parts(&all),
        [WhatMatters, Promises, DoAndDoNot, SafeContact, OpenDuties, Referrals, Relationship]
    );
    let little = Handover { has_referrals: false, has_safe_contact: false, duties_left: 0, ..all };
    assert_eq!(parts(&little), [WhatMatters, Promises, DoAndDoNot, Relationship]);
    assert!(handover_gaps(&all).contains(&HandoverGap::NoMeeting));
}

fn assigned(worker: u128, from: &str, to: Option<&str>) -> Assignment {
    Assignment {
        worker: PersonId(Uuid::from_u128(worker)),
        worker_name: "Wren Okafor".into(),
        from: at(from),
        to: to.map(at),
        reason: AssignmentReason::New,
        client_told_at: None,
    }
}

#[test]
fn a_client_has_one_link_worker_at_a_time() {
    let first = (id(1), assigned(1, "2026-01-05", Some("2026-06-01")));
    let second = (id(2), assigned(2, "2026-06-01", None));
    let existing = [first, second];
    for (new, expected) in [
        (assigned(3, "2025-11-01", Some("2026-01-05")), Ok(())),
        (assigned(3, "2025-11-01", Some("2026-01-06")), Err(AssignmentRefused::Overlaps(id(1)))),
        (assigned(3, "2026-02-01", Some("2026-03-01")), Err(AssignmentRefused::Overlaps(id(1)))),
        (assigned(3, "2030-01-01", None), Err(AssignmentRefused::Overlaps(id(2)))),
        (assigned(3, "2026-03-01", Some("2026-02-01")), Err(AssignmentRefused::EndsBeforeItBegins)),
        (assigned(3, "2025-11-01", None), Err(AssignmentRefused::Overlaps(id(1)))),
    ] {
        assert_eq!(check_assignment(&new, &existing), expected, "{:?} to {:?}", new.from, new.to);
    }
    let all = existing.map(|(_, assignment)| assignment);
    let worker = |on: &str| worker_at(&all, at(on)).map(|worker| worker.0.as_u128());
    assert_eq!((worker("2026-05-31"), worker("2026-06-01"), worker("2025-12-31")), (Some(1), Some(2), None));
}
