//! The database swapped for an older copy, without a word to the server.

use alongside_server::{ServeError, WitnessError, launch};
use tokio::net::TcpListener;

use crate::support::{at_rest, goal, reword, service_on_a_file, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn a_server_will_not_start_on_an_older_copy_until_it_is_told_that_it_was_restored() {
    let mut service = service_on_a_file().await;
    let (_, phone, case) = worker(&service).await;
    let witness = service.settings().store.path.with_extension("db.witness");
    let old = service.backup("old.db");
    goal(&phone, case, "sing");
    phone.sync().await;
    alongside_server::Witness::at(&witness).note(&*service.store).unwrap();
    service.stop_and_swap(&old).await;

    let begin = || async {
        let listen = TcpListener::bind("127.0.0.1:0");
        launch(listen, service.settings(), service.ports.clone(), std::future::ready(())).await
    };
    let refused = begin().await.unwrap_err();
    assert!(matches!(refused, ServeError::Witness(WitnessError::Behind)), "{refused:?}");
    alongside_server::restore(&service.settings(), &service.ports, None).unwrap();
    begin().await.expect("it starts once somebody said that it was restored");
    service.start_again().await;
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_that_knows_better_brings_back_what_a_swapped_file_lacks() {
    let mut service = service_on_a_file().await;
    let (wren, phone, case) = worker(&service).await;
    let second = service.phone(wren).await;
    second.sync().await;
    let old = service.backup("old.db");
    let sing = goal(&phone, case, "sing");
    phone.sync().await;
    reword(&phone, sing, "sing in a choir");
    phone.sync().await;
    second.sync().await;
    assert_eq!(wordings(&second, case), ["sing in a choir"]);
    service.stop_and_swap(&old).await;
    service.start_again().await;
    // Other work moves the file on past the commit that the cursors were made at.
    for n in 0..5 {
        goal(&second, case, &format!("second {n}"));
        second.sync().await;
    }
    phone.sync().await;
    second.sync().await;
    phone.sync().await;
    for phone in [&phone, &second] {
        at_rest(phone);
        let told = wordings(phone, case);
        assert_eq!((told.len(), told.last().unwrap().as_str()), (6, "sing in a choir"));
    }
}
