//! Rules 10, 11, 25 and 26: putting away, steps of a state, what is not known yet, and attachments.

use super::*;
use crate::model::{Act, Outcome, State, Why};

#[test]
fn rule_10_an_edit_wins_over_putting_away() {
    let put_away = |entity: &Entity, rev: u32, replica: u32| {
        let op = Op { bases: Bases::All(Base::Revision(rev)), ..Op::bare(Act::Archive, NOTE) };
        merge(Some(entity), &op, &by(replica, 5, 30))
    };
    let archived = put_away(&goal(), 1, PHONE_B).entity.unwrap();
    assert_eq!(archived.state, State::Archived);
    let edited = write(&archived, "wording", json!("swim"), Base::Revision(1), &by(PHONE_A, 2, 11));
    assert_eq!((edited.outcome, edited.entity.unwrap().state), (Outcome::Merged, State::Active));
    let newer =
        write(&goal(), "wording", json!("swim"), Base::Revision(1), &by(PHONE_A, 2, 11)).entity.unwrap();
    assert_eq!(put_away(&newer, 1, PHONE_B), Merged::unchanged(Outcome::Merged, Some(Why::EditWins)));
}

#[test]
fn rule_25_what_this_server_does_not_know_waits() {
    let op = Op::create(NOTE, shared(), "hologram", fields(&[("x", json!(1))]));
    assert_eq!(
        merge(None, &op, &by(PHONE_A, 1, 1)),
        Merged::unchanged(Outcome::Parked, Some(Why::UnknownKind))
    );
    let merged = write(&goal(), "aura", json!(1), Base::Absent, &by(PHONE_A, 2, 2));
    assert_eq!((merged.outcome, merged.why), (Outcome::Parked, Some(Why::UnknownField)));
}

#[test]
fn rule_10_whoever_puts_away_what_was_edited_meanwhile_is_told_so() {
    let edited =
        write(&goal(), "wording", json!("swim"), Base::Revision(1), &by(PHONE_A, 2, 11)).entity.unwrap();
    let op = Op { bases: Bases::All(Base::Revision(1)), ..Op::bare(Act::Archive, NOTE) };
    let merged = merge(Some(&edited), &op, &by(PHONE_B, 1, 30));
    assert_eq!(merged, Merged::unchanged(Outcome::Merged, Some(Why::EditWins)));
    let seen = Op { bases: Bases::All(Base::Revision(2)), ..op };
    assert_eq!(merge(Some(&edited), &seen, &by(PHONE_B, 1, 30)).outcome, Outcome::Applied);
}

fn goal_in(status: &str) -> Entity {
    write(&goal(), "status", json!(status), Base::Revision(1), &by(PHONE_A, 2, 20)).entity.unwrap()
}

#[test]
fn rule_11_a_step_that_may_not_follow_is_kept_beside_and_the_state_stays() {
    let changed = goal_in("changed");
    for eff in [15, 25] {
        let merged = write(&changed, "status", json!("reached"), Base::Revision(1), &by(PHONE_B, 1, eff));
        assert_eq!(merged.outcome, Outcome::Sibling);
        assert_eq!(texts(&merged.entity.unwrap(), "status"), [json!("changed"), json!("reached")]);
    }
}

#[test]
fn rule_11_of_two_steps_the_one_that_may_follow_the_other_stands_whichever_came_first() {
    for (first, second) in [("parked", "reached"), ("reached", "parked")] {
        for eff in [15, 25] {
            let merged =
                write(&goal_in(first), "status", json!(second), Base::Revision(1), &by(PHONE_B, 1, eff));
            assert_eq!(texts(&merged.entity.unwrap(), "status"), [json!("reached"), json!("parked")]);
        }
    }
}

#[test]
fn rule_11_of_two_steps_that_may_follow_each_other_the_later_by_age_stands() {
    let new = fields(&[("status", json!("active"))]);
    let op = Op::create(NOTE, StreamRef::of_case(CASE, Audience::Core), "episode", new);
    let episode = merge(None, &op, &by(PHONE_A, 1, 10)).entity.unwrap();
    let paused =
        write(&episode, "status", json!("paused_by_client"), Base::Revision(1), &by(PHONE_A, 2, 20)).entity;
    for (eff, stands) in [(15, "paused_by_client"), (25, "paused_by_service")] {
        let other = json!("paused_by_service");
        let merged =
            write(paused.as_ref().unwrap(), "status", other, Base::Revision(1), &by(PHONE_B, 1, eff));
        assert_eq!(texts(&merged.entity.unwrap(), "status")[0], json!(stands));
    }
}

#[test]
fn rule_11_a_state_of_a_newer_app_is_not_judged() {
    let merged =
        write(&goal_in("changed"), "status", json!("shared"), Base::Revision(1), &by(PHONE_B, 1, 25));
    assert_eq!(texts(&merged.entity.unwrap(), "status"), [json!("shared"), json!("changed")]);
}

/// A photo beside a check-in, with a caption.
fn photo() -> Entity {
    let new = fields(&[
        ("of", json!(NOTE)),
        ("sha256", json!("ab".repeat(32))),
        ("media_type", json!("image/jpeg")),
        ("bytes", json!(120_000)),
        ("caption", json!("My allotment")),
        ("at", json!(5)),
    ]);
    let op = Op::create(EntityId(Uuid::from_u128(70)), shared(), "attachment", new);
    merge(None, &op, &by(PHONE_A, 1, 10)).entity.unwrap()
}

#[test]
fn rule_26_a_photo_never_changes() {
    for (field, value) in [("sha256", json!("cd".repeat(32))), ("bytes", json!(1)), ("of", json!(CASE))] {
        let merged = write(&photo(), field, value, Base::Revision(1), &by(PHONE_A, 2, 20));
        assert_eq!((merged.outcome, merged.why), (Outcome::Quarantined, Some(Why::WrittenOnce)), "{field}");
    }
}

#[test]
fn rule_26_two_captions_of_a_photo_both_stay() {
    let first =
        write(&photo(), "caption", json!("Spring"), Base::Revision(1), &by(PHONE_A, 2, 20)).entity.unwrap();
    let merged = write(&first, "caption", json!("Beans"), Base::Revision(1), &by(PHONE_B, 1, 30));
    assert_eq!(merged.outcome, Outcome::Sibling);
    assert_eq!(texts(&merged.entity.unwrap(), "caption"), [json!("Beans"), json!("Spring")]);
}

#[test]
fn rule_26_a_photo_is_removed_by_putting_it_away() {
    let photo = photo();
    let op = Op { bases: Bases::All(Base::Revision(1)), ..Op::bare(Act::Archive, photo.id) };
    let away = merge(Some(&photo), &op, &by(PHONE_A, 2, 20)).entity.unwrap();
    assert_eq!((away.state, &away.cells), (State::Archived, &photo.cells));
}
