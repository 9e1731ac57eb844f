//! A phone restored from a backup of itself: its file is an older one than the server has heard of.

use crate::support::{at_rest, goal, note, notes, reword, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn what_a_restored_phone_had_sent_is_not_doubled_and_what_it_writes_arrives() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    let walk = goal(&phone, case, "walk");
    reword(&phone, walk, "walk to the shop");
    let backup = phone.copy_files();
    phone.sync().await;
    goal(&phone, case, "cook");
    note(&phone, case, "Written after the backup.");
    phone.sync().await;

    let restored = phone.with_files(backup.path());
    drop(phone);
    goal(&restored, case, "paint");
    reword(&restored, walk, "walk to the park");
    restored.sync().await;
    at_rest(&restored);
    let all = ["cook", "paint", "sing", "walk to the park"];
    assert_eq!(wordings(&restored, case), all);
    assert_eq!(notes(&restored, case), ["Written after the backup."]);
    let second = service.phone(wren).await;
    second.sync().await;
    assert_eq!(wordings(&second, case), all);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restored_phone_with_nothing_to_say_is_found_out_too() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = phone.copy_files();
    goal(&phone, case, "sing");
    phone.sync().await;
    let restored = phone.with_files(backup.path());
    drop(phone);
    let report = restored.sync().await;
    assert!(report.requests > 1, "it asked for a new replica: {report:?}");
    assert_eq!(wordings(&restored, case), ["sing"]);
    goal(&restored, case, "walk");
    restored.sync().await;
    at_rest(&restored);
    assert_eq!(wordings(&restored, case), ["sing", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_to_the_request_for_a_new_replica_changes_nothing() {
    use alongside_tests::service::Fault;
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    let backup = phone.copy_files();
    goal(&phone, case, "sing");
    phone.sync().await;
    let restored = phone.with_files(backup.path());
    goal(&restored, case, "walk");
    restored.network.pass_next(1);
    restored.network.fail_next(Fault::ReplyLost);
    assert!(restored.try_sync().await.is_err(), "the second request is the one for a replica");
    restored.sync().await;
    at_rest(&restored);
    assert_eq!(wordings(&restored, case), ["sing", "walk"]);
}
