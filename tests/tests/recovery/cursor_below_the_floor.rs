//! A phone that was away for so long that the server has forgotten what it would have to be told.

use alongside_core::model::Role;
use alongside_server::admin;

use crate::support::{at_rest, goal, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn a_phone_away_for_too_long_reads_everything_again_and_its_own_work_is_untouched() {
    let service = service().await;
    let (wren, phone, case) = worker(&service).await;
    let gone = crate::support::add(&phone, "Bo Example");
    phone.sync().await;
    let idris = service.person(Role::LinkWorker, "Idris Bell");
    admin::reassign(&*service.store, &service.ports, gone, wren, idris, None).unwrap();
    // Somebody else writes after that, so that a commit lies behind the one that took the case away.
    let second = service.phone(wren).await;
    second.sync().await;
    goal(&second, case, "walk");
    second.sync().await;
    let forgotten = admin::compact(&*service.store, &service.ports, 0).unwrap();
    assert!(forgotten >= 4, "the grants of the case's streams: {forgotten}");

    goal(&phone, case, "sing");
    phone.sync().await;
    at_rest(&phone);
    assert_eq!(wordings(&phone, case), ["sing", "walk"]);
    assert_eq!(
        phone.core.caseload().unwrap().len(),
        1,
        "what it no longer has is gone, though nobody could say so"
    );
}
