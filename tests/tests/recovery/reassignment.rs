//! A case that goes from one link worker to another and back.

use alongside_core::model::Role;
use alongside_server::admin::reassign;

use crate::support::{at_rest, goal, note, notes, service, wordings, worker};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_goes_and_comes_back_between_two_syncs_is_whole_and_holds_nothing_stale() {
    let service = service().await;
    let (wren_id, wren, case) = worker(&service).await;
    goal(&wren, case, "sing");
    wren.sync().await;
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    let idris = service.phone(idris_id).await;
    let hand = |from, to| reassign(&*service.store, &service.ports, case, from, to, None).unwrap();
    hand(wren_id, idris_id);
    idris.sync().await;
    goal(&idris, case, "walk");
    note(&idris, case, "Idris was here.");
    idris.sync().await;
    hand(idris_id, wren_id);
    note(&wren, case, "Written without knowing any of it.");
    wren.sync().await;
    at_rest(&wren);
    assert_eq!(wordings(&wren, case), ["sing", "walk"]);
    assert_eq!(notes(&wren, case), ["Idris was here.", "Written without knowing any of it."]);
    idris.sync().await;
    assert!(idris.core.caseload().unwrap().is_empty());
    wren.core.verify(std::time::Duration::from_secs(60)).await.unwrap();
    assert!(wren.core.sync_state().unwrap().verified_at.is_some());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_goes_and_comes_back_with_a_sync_in_between_is_read_again_whole() {
    let service = service().await;
    let (wren_id, wren, case) = worker(&service).await;
    goal(&wren, case, "sing");
    wren.sync().await;
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    reassign(&*service.store, &service.ports, case, wren_id, idris_id, None).unwrap();
    wren.sync().await;
    assert!(wren.core.caseload().unwrap().is_empty());
    reassign(&*service.store, &service.ports, case, idris_id, wren_id, None).unwrap();
    wren.sync().await;
    assert_eq!(wordings(&wren, case), ["sing"]);
}
