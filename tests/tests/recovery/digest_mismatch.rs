//! A phone that holds something other than the server, whatever the cause.

use std::time::Duration;

use crate::support::{at_rest, goal, service, wordings, worker};

const LONG: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_that_differs_is_read_again_and_the_rest_is_not() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    for words in ["sing", "walk"] {
        goal(&phone, case, words);
    }
    phone.sync().await;
    let report = phone.core.verify(LONG).await.unwrap();
    let state = phone.core.sync_state().unwrap();
    assert_eq!((report.repaired, state.repairs), (0, 0));
    assert!(state.verified_at.is_some(), "it says since when everything is the same");

    let phone = phone.tampered(
        "UPDATE record SET fields = replace(fields, 'walk', 'fly') WHERE fields LIKE '%\"wording\":\"walk\"%'",
    );
    assert_eq!(wordings(&phone, case), ["fly", "sing"]);
    let report = phone.core.verify(LONG).await.unwrap();
    let state = phone.core.sync_state().unwrap();
    assert_eq!((report.repaired, state.repairs), (1, 1));
    assert_eq!(report.received, 2, "the goals' stream came again and no other");
    assert!(state.verified_at.is_some());
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_is_missing_or_too_many_is_noticed_and_unsent_work_stays() {
    let service = service().await;
    let (_, phone, case) = worker(&service).await;
    goal(&phone, case, "sing");
    goal(&phone, case, "walk");
    phone.sync().await;
    let phone = phone.tampered("DELETE FROM record WHERE fields LIKE '%\"wording\":\"walk\"%'");
    phone.network.set_aeroplane(true);
    goal(&phone, case, "cook");
    assert_eq!(wordings(&phone, case), ["cook", "sing"]);
    phone.network.set_aeroplane(false);
    let report = phone.core.verify(LONG).await.unwrap();
    assert_eq!(report.repaired, 1);
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["cook", "sing", "walk"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_s_phone_verifies_what_it_may_see() {
    let service = service().await;
    let (_, worker, case) = worker(&service).await;
    goal(&worker, case, "sing");
    worker.sync().await;
    let ada = service.phone(service.client_of(case, "Ada Nowak")).await;
    ada.sync().await;
    let report = ada.core.verify(LONG).await.unwrap();
    assert_eq!((report.repaired, ada.core.sync_state().unwrap().verified_at.is_some()), (0, true));
}
