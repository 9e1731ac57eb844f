//! Plans about diet and steps while the rent was owed (F02, F08, F12, F31), and caseloads that grew as colleagues left (F10).

use super::*;
use crate::journey::access_review::{AccessDue, StepLeft, access_due};
use crate::journey::caseload::{Carried, Load, load, too_much};
use crate::journey::duplicates::{Known, Likeness, list_matches};
use crate::journey::finding::Verdict;
use crate::journey::plan::{NeedGroup, Planned, Raised, group_of, habits_alone, unanswered_needs};
use crate::model::kinds::{
    AccessNeed, AccessNeedType, AssignmentReason, EpisodeStatus, Intensity, NeedCategory,
};
use crate::model::{CaseId, Choice};

fn raised(number: u128, category: NeedCategory, on: &str) -> Raised {
    Raised { need: id(number), category, at: at(on), open: true }
}

fn goal(category: NeedCategory) -> Planned {
    Planned { need: None, category: Some(category) }
}

#[test]
fn fifteen_minutes_about_portions_while_the_rent_was_owed() {
    let needs =
        [raised(1, NeedCategory::Money, "2026-11-01"), raised(2, NeedCategory::Housing, "2026-11-01")];
    let diet = [goal(NeedCategory::Lifestyle), goal(NeedCategory::Lifestyle)];
    let found = habits_alone(&needs, &diet).unwrap();
    assert_eq!(
        found.words(),
        "Everything in the plan is about everyday habits, and the client raised money and housing. What would help with \
         that first?"
    );
    let with_advice = [goal(NeedCategory::Lifestyle), goal(NeedCategory::Money)];
    assert_eq!(habits_alone(&needs, &with_advice), None);
    assert_eq!(habits_alone(&needs, &[]), None, "no plan is another matter");
    assert_eq!(habits_alone(&[raised(3, NeedCategory::Mood, "2026-11-01")], &diet), None);
    let settled = needs.map(|need| Raised { open: false, ..need });
    assert_eq!(habits_alone(&settled, &diet), None);
}

#[test]
fn what_she_raised_and_nobody_took_up_is_still_there() {
    let needs = [
        raised(1, NeedCategory::Connection, "2026-11-20"),
        raised(2, NeedCategory::Money, "2026-10-01"),
        raised(3, NeedCategory::Housing, "2026-11-25"),
        Raised { open: false, ..raised(4, NeedCategory::Food, "2026-01-01") },
    ];
    let plan = [
        Planned { need: Some(id(1)), category: None },
        Planned { need: Some(id(77)), category: Some(NeedCategory::Money) },
    ];
    let left = unanswered_needs(&needs, &plan, day("2026-11-25"));
    assert_eq!(left.iter().map(|need| need.need).collect::<Vec<_>>(), [id(2), id(3)]);
    assert_eq!(
        left[0].words(),
        "The client raised money 55 days ago. No goal and no referral answers it yet."
    );
    assert_eq!(left[1].words(), "The client raised housing today. No goal and no referral answers it yet.");
}

#[test]
fn every_category_but_other_is_in_one_of_the_four_groups() {
    let grouped = NeedCategory::NAMES.iter().filter_map(|name| group_of(NeedCategory::find(name)?));
    let counts = [NeedGroup::Circumstances, NeedGroup::Connection, NeedGroup::Oneself, NeedGroup::Lifestyle]
        .map(|group| grouped.clone().filter(|other| *other == group).count());
    assert_eq!(counts, [10, 1, 2, 1]);
    assert_eq!(NeedCategory::NAMES.len(), 15);
}

#[test]
fn two_colleagues_left_and_their_people_came_to_her() {
    let case = |reason, since: &str, intensity| Carried {
        status: EpisodeStatus::Active,
        intensity,
        since: at(since),
        reason,
    };
    let cases = [
        case(AssignmentReason::New, "2026-11-01", Some(Intensity::Light)),
        case(AssignmentReason::Transfer, "2026-11-01", Some(Intensity::Intensive)),
        case(AssignmentReason::Transfer, "2026-08-27", None),
        case(AssignmentReason::Transfer, "2026-08-26", Some(Intensity::Steady)),
        case(AssignmentReason::Cover, "2026-11-01", Some(Intensity::Steady)),
        Carried {
            status: EpisodeStatus::PausedByClient,
            ..case(AssignmentReason::Transfer, "2026-11-01", None)
        },
        Carried { status: EpisodeStatus::Ended, ..case(AssignmentReason::New, "2026-11-01", None) },
    ];
    let carried = load(&cases, day("2026-11-25"));
    assert_eq!(carried, Load { active: 5, inherited: 2, weighted: 11 });
    assert_eq!(too_much(carried, None), None);
    assert_eq!(too_much(carried, Some(11)), None);
    assert_eq!(
        too_much(carried, Some(10)).unwrap().words(),
        "5 people, 2 of them from a colleague in the last 90 days: a load of 11, above the 10 that was agreed. Take nobody \
         new until it is lighter."
    );
}

#[test]
fn an_access_need_is_looked_at_again() {
    let need = |review: Option<&str>| AccessNeed {
        need: AccessNeedType::Hearing,
        words: None,
        blocked: vec![],
        identified_at: at("2025-11-25"),
        recorded_at: Some(at("2025-11-25")),
        flagged_at: Some(at("2025-11-25")),
        shared_at: Some(at("2025-11-26")),
        met_at: Some(at("2025-12-01")),
        review_at: review.map(at),
        for_carer: false,
    };
    assert_eq!(access_due(id(1), &need(None), day("2026-11-24")), None);
    assert_eq!(access_due(id(1), &need(None), day("2026-11-25")), Some(AccessDue::Review(id(1), 0)));
    assert_eq!(
        access_due(id(1), &need(Some("2026-02-01")), day("2026-02-04")),
        Some(AccessDue::Review(id(1), 3))
    );
    let unshared = AccessNeed { shared_at: None, ..need(None) };
    assert_eq!(
        access_due(id(1), &unshared, day("2026-01-01")),
        Some(AccessDue::Step(id(1), StepLeft::Share))
    );
}

#[test]
fn two_people_with_one_nhs_number_are_shown_to_somebody_and_never_merged() {
    let person = |number: u128, name, born, nhs_number| Known {
        case: CaseId(Uuid::from_u128(number)),
        name,
        born,
        nhs_number,
    };
    let people = [
        person(1, "Ada Nowak", Some("1951-03-07"), Some("999 000 0018")),
        person(2, "Adah Nowack", None, Some("9990000018")),
        person(3, "nowak,  ADA", Some("1951-03-07"), None),
        person(4, "Ada Nowak", Some("1952-03-07"), None),
        person(5, "Ada Nowak", None, None),
        person(6, "", Some("1951-03-07"), Some("not a number")),
        person(7, "Іван Франко", Some("1960-01-01"), None),
        person(8, "франко іван", Some("1960-01-01"), None),
    ];
    let found: Vec<_> = list_matches(&people)
        .into_iter()
        .map(|found| (found.one.0.as_u128(), found.other.0.as_u128(), found.likeness))
        .collect();
    assert_eq!(
        found,
        [(1, 2, Likeness::NhsNumber), (1, 3, Likeness::NameAndBirth), (7, 8, Likeness::NameAndBirth)]
    );
}
