//! One phone's file copied to a second phone, and both go on.

use crate::support::{at_rest, goal, reword, service, wordings, worker};

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
