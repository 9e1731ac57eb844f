//! What phones leave that may no longer sync, when some of it is about what was erased.

use alongside_core::model::{EntityId, Op};
use serde_json::json;

use super::{Scene, assert_gone, erase, leave, said, scene};
use crate::support::{Service, goal, joined, set};

fn reworded(record: EntityId, words: &str) -> Op {
    set(record, 1, &[("wording", json!(words))])
}

#[test]
fn rule_24_what_a_lost_phone_left_goes_with_what_was_written_on_it_afterwards() {
    let Scene { service, ben, case, other, .. } = scene();
    // Records that never reached the server: what came after names the record alone, and no case.
    let (before, after) = (goal(case, "flibbertigibbet"), goal(case, "wombat"));
    leave(&service, &ben, &[before.clone(), reworded(before.entity, "kumquat"), goal(other, "knit")]);
    erase(&service, &[EntityId(case.0)]);
    assert_gone(&service);
    leave(&service, &ben, &[reworded(before.entity, "vuvuzela")]);
    leave(&service, &ben, &[after.clone(), reworded(after.entity, "yodelling"), goal(other, "sew")]);
    leave(&service, &ben, &[reworded(after.entity, "marzipan")]);
    assert_gone(&service);
    let said = said(&service);
    assert!(said.contains("knit") && said.contains("sew"), "of others everything stays");
}

/// A restored server had lost the record: an edit of it waits for a person and names no case.
#[test]
fn rule_24_what_waits_for_a_lost_record_goes_as_soon_as_somebody_says_whose_it_was() {
    let Scene { service, mut ada, mut ben, case, other, .. } = scene();
    let (sent, left, stays) = (goal(case, "wombat"), goal(case, "yodelling"), goal(other, "sew"));
    for record in [&sent, &left, &stays] {
        ben.push(&[reworded(record.entity, "zugspitze and sew")]);
        leave(&service, &ben, &[reworded(record.entity, "zugspitze and knit")]);
    }
    erase(&service, &[EntityId(case.0)]);
    let waiting = |service: &Service| said(service).matches("zugspitze").count();
    // Each waits, and stands in the history; and once more in what was left.
    assert_eq!(waiting(&service), 9);
    ada.push(std::slice::from_ref(&sent));
    assert_eq!(waiting(&service), 6);
    leave(&service, &ben, std::slice::from_ref(&left));
    assert_eq!(waiting(&service), 3);
    ada.push(std::slice::from_ref(&stays));
    assert_eq!(waiting(&service), 3, "of others everything stays");
}

/// An edit is written before the signature that says whose the record is, and both come at once.
#[test]
fn rule_24_what_is_said_of_a_lost_record_before_its_case_is_named_goes_with_it() {
    let Scene { service, mut ada, ben, case, other, .. } = scene();
    erase(&service, &[EntityId(case.0)]);
    for (pushed, left) in
        [(case, case), (other, other)].map(|(one, two)| (goal(one, "sew"), goal(two, "sew")))
    {
        ada.push(&[reworded(pushed.entity, "zugspitze"), pushed]);
        leave(&service, &ben, &[reworded(left.entity, "zugspitze"), left]);
    }
    // Of the other case: in the history, waiting, and left.
    assert_eq!(
        said(&service).matches("zugspitze").count(),
        3,
        "of others everything stays, and of this nothing"
    );
}

#[test]
fn rule_24_what_was_erased_is_not_set_aside_with_the_group_that_fell() {
    let Scene { service, mut ada, case, other, .. } = scene();
    erase(&service, &[EntityId(case.0)]);
    let unknown = reworded(goal(other, "sew").entity, "knit");
    ada.push(&[goal(case, "zugspitze"), joined(unknown)]);
    let said = said(&service);
    assert!(!said.contains("zugspitze") && said.contains("knit"), "{said}");
}
