//! Records hang together: parents before what hangs under them, real dates in order, the counts of a caseload.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Days, Utc};
use uuid::Uuid;

use super::{CASELOAD, CLIENTS, SEED};
use crate::people::line::Line;
use crate::people::{USUAL_ENDING, caseload};

fn count(is: fn(&Line) -> bool) -> usize {
    CASELOAD.iter().filter(|line| is(line)).count()
}

fn months() -> Vec<u32> {
    CASELOAD
        .iter()
        .filter_map(|line| if let Line::Client(c) = line { Some(c.fields.months) } else { None })
        .collect()
}

#[test]
fn every_parent_is_there_before_what_hangs_under_it_and_belongs_to_the_same_client() {
    let mut owners: BTreeMap<Uuid, Uuid> = BTreeMap::new();
    for line in CASELOAD.iter() {
        let head = line.head();
        match head.p {
            Some(parent) => assert_eq!(owners.get(&parent), Some(&head.c), "{line:?}"),
            None => assert!(matches!(line, Line::Client(_)) || owners.contains_key(&head.c), "{line:?}"),
        }
        owners.insert(head.id, head.c);
    }
}

#[test]
fn every_id_is_its_own_and_a_version_7_uuid() {
    let ids: BTreeSet<Uuid> = CASELOAD.iter().map(|line| line.head().id).collect();
    assert_eq!(ids.len(), CASELOAD.len());
    assert!(ids.iter().all(|id| id.get_version_num() == 7 && id.get_variant() == uuid::Variant::RFC4122));
}

#[test]
fn every_moment_is_a_real_one_written_to_the_second() {
    for line in caseload(2, SEED, USUAL_ENDING) {
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let written = value["at"].as_str().unwrap();
        let moment = DateTime::parse_from_rfc3339(written).unwrap();
        assert_eq!(moment.format("%Y-%m-%dT%H:%M:%SZ").to_string(), written);
    }
}

#[test]
fn nothing_happens_before_the_client_came_or_before_its_parent_or_after_the_end() {
    let mut at: BTreeMap<Uuid, DateTime<Utc>> = BTreeMap::new();
    let end = (USUAL_ENDING + Days::new(1)).and_hms_opt(0, 0, 0).unwrap().and_utc();
    for line in CASELOAD.iter() {
        let head = line.head();
        at.insert(head.id, head.at);
        assert!(at[&head.c] <= head.at && head.at < end, "{line:?}");
        assert!(head.p.is_none_or(|parent| at[&parent] <= head.at), "{line:?}");
    }
}

#[test]
fn journeys_last_6_to_48_months_and_every_fifth_the_longest() {
    let months = months();
    assert_eq!(months.len(), CLIENTS);
    assert!(months.iter().all(|months| (6..=48).contains(months)), "{months:?}");
    assert!(months.iter().step_by(5).all(|months| *months == 48), "{months:?}");
    assert!(months.iter().any(|months| *months < 18), "{months:?}");
}

#[test]
fn every_journey_ends_within_a_fortnight_of_the_date_handed_in() {
    let mut last: BTreeMap<Uuid, DateTime<Utc>> = BTreeMap::new();
    for line in CASELOAD.iter().filter(|line| matches!(line, Line::Contact(_))) {
        last.insert(line.head().c, line.head().at);
    }
    for at in last.values() {
        let days = (USUAL_ENDING - at.date_naive()).num_days();
        assert!((0..=31).contains(&days), "{days} days");
    }
}

#[test]
fn a_client_has_as_many_records_of_each_kind_as_the_journey_is_long() {
    let contacts = 2 * usize::try_from(months().iter().sum::<u32>()).unwrap();
    assert_eq!(count(|line| matches!(line, Line::Contact(_))), contacts);
    assert_eq!(count(|line| matches!(line, Line::Note(_))), contacts);
    assert_eq!(count(|line| matches!(line, Line::Assessment(_))), 3 * CLIENTS);
    assert_eq!(count(|line| matches!(line, Line::Answer(_))), 3 * 8 * CLIENTS);
    assert_eq!(count(|line| matches!(line, Line::Goal(_))), 4 * CLIENTS);
    assert_eq!(count(|line| matches!(line, Line::Step(_))), 4 * 6 * CLIENTS);
    assert_eq!(count(|line| matches!(line, Line::Checkin(_))), 4 * 24 * CLIENTS);
    assert_eq!(count(|line| matches!(line, Line::Referral(_))), 6 * CLIENTS);
    let statuses = count(|line| matches!(line, Line::Refstatus(_)));
    assert!((5 * 6 * CLIENTS / 2..=4 * 6 * CLIENTS).contains(&statuses), "{statuses}");
}

#[test]
fn a_referral_goes_through_its_statuses_in_order_and_starts_as_made() {
    let mut last = BTreeMap::new();
    for line in CASELOAD.iter() {
        if let Line::Refstatus(entry) = line {
            let before = last.insert(entry.head.p, (entry.fields.status, entry.head.at));
            let step = entry.fields.status as u8;
            assert_eq!(before.map_or(0, |(status, _)| status as u8 + 1), step, "{line:?}");
            assert!(before.is_none_or(|(_, at)| at <= entry.head.at), "{line:?}");
        }
    }
}

#[test]
fn scores_stay_on_their_scales_and_years_of_birth_in_their_range() {
    for line in CASELOAD.iter() {
        match line {
            Line::Client(entry) => {
                assert!(
                    (1940..=1980).contains(&entry.fields.born) && (1..=11).contains(&entry.fields.practice)
                );
            }
            Line::Answer(entry) => assert!((1..=5).contains(&entry.fields.score)),
            Line::Checkin(entry) => assert!(entry.fields.score <= 10),
            Line::Contact(entry) => {
                assert!((5..=90).contains(&entry.fields.mins) && entry.fields.mins.is_multiple_of(5));
            }
            _ => {}
        }
    }
}

#[test]
fn some_referrals_come_back_from_the_door() {
    let turned_away =
        |line: &&Line| matches!(line, Line::Refstatus(e) if e.fields.note.contains("blood pressure"));
    assert!(CASELOAD.iter().filter(turned_away).count() >= 2);
}
