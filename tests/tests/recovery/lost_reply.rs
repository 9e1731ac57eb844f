//! The server got the request and its reply was lost, over and over.

use alongside_tests::service::Fault;

use crate::support::{at_rest, goal, reword, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_lost_ten_times_changes_nothing_and_doubles_nothing() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let sing = goal(&phone, case, "sing");
    for round in 0..10 {
        phone.network.fail_next(Fault::ReplyLost);
        assert!(phone.try_sync().await.is_err());
        reword(&phone, sing, &format!("sing {round}"));
    }
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing 9"]);
    let second = service.phone(wren).await;
    second.sync().await;
    assert_eq!(wordings(&second, case), ["sing 9"]);
}
