//! One phone's file copied to a second phone, and both go on.

use alongside_core::model::EntityId;
use alongside_tests::service::Phone;
use serde_json::{Value, json};

use crate::support::{at_rest, goal, note, notes, reword, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn two_live_copies_both_keep_everything_and_each_becomes_its_own() {
    let service = service().await;
    let (_, one, case) = worker(&service).await;
    let shared = goal(&one, case, "sing");
    let copy = one.copy_files();
    let other = one.with_files(copy.path());
    for round in 0..4 {
        goal(&one, case, &format!("one {round}"));
        one.sync().await;
        goal(&other, case, &format!("other {round}"));
        other.sync().await;
    }
    one.sync().await;
    reword(&one, shared, "sing in a choir");
    one.sync().await;
    other.sync().await;
    for phone in [&one, &other] {
        at_rest(phone);
        let told = wordings(phone, case);
        assert_eq!(told.len(), 9, "{told:?}");
        assert_eq!(told.last().map(String::as_str), Some("sing in a choir"));
    }
}

/// What stands in a record, and the texts beside it.
fn says(phone: &Phone, id: EntityId) -> (Value, usize) {
    let mut found = None;
    let visited = phone.core.visit_records(&mut |row| {
        if row.id == id {
            found = Some((row.fields["wording"].clone(), row.siblings.values().map(Vec::len).sum()));
        }
    });
    visited.expect("it can be read");
    found.expect("it is on the phone")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_unsent_when_a_copy_was_copied_again_is_taken_once() {
    let service = service().await;
    let (wren, one, case) = worker(&service).await;
    let goal = goal(&one, case, "walk");
    one.sync().await;
    let files = one.copy_files();
    let other = one.with_files(files.path());
    // The copy goes on first: the phone itself is the one that must ask for a new replica.
    note(&other, case, "by the first copy");
    other.sync().await;
    reword(&one, goal, "walk to the shop");
    reword(&one, goal, "walk to the sea");
    let files = one.copy_files();
    let third = one.with_files(files.path());
    one.sync().await;
    // Somebody who has seen it says something else.
    let tablet = service.phone(wren).await;
    tablet.sync().await;
    reword(&tablet, goal, "dance");
    tablet.sync().await;
    for phone in [&third, &one, &third, &tablet] {
        phone.sync().await;
    }
    for phone in [&one, &third, &tablet] {
        assert_eq!(says(phone, goal), (json!("dance"), 0), "the words before it were taken again");
    }
    // Where they part, each goes on by itself, and nothing is lost.
    note(&one, case, "by the phone");
    note(&third, case, "by the second copy");
    for phone in [&one, &third, &one, &third] {
        phone.sync().await;
    }
    for phone in [&one, &third] {
        assert_eq!(notes(phone, case).len(), 3);
        at_rest(phone);
    }
}
