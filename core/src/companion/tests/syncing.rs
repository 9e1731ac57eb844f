use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use serde_json::json;

use super::*;
use crate::store::Store;
use crate::wire::SyncRequest;

/// Runs a future whose transport answers at once.
pub(super) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("the transport of these tests never waits"),
    }
}

fn sync(phone: &Phone) -> Result<crate::sync::SyncReport, String> {
    now(phone.core.synchronise(Duration::from_secs(30))).map_err(|error| match error {
        CompanionError::Sync(error) => error.code().to_owned(),
        other => panic!("{other:?}"),
    })
}

fn answer(phone: &Phone, status: u16, kind: &str, body: String) {
    let reply =
        HttpReply { status, content_type: kind.into(), body: body.into_bytes(), ..HttpReply::default() };
    phone.wire.replies.lock().unwrap().push(Ok(reply));
}

#[test]
fn with_no_signal_everything_stays_and_the_phone_says_so() {
    let phone = worker();
    add_ada(&phone);
    assert_eq!(sync(&phone), Err("unreachable".into()));
    let state = phone.core.sync_state().unwrap();
    assert_eq!((state.unsent, state.problem.as_deref(), state.last_sync), (1, Some("unreachable"), None));
    assert!(state.next_attempt > state.last_attempt);
    assert_eq!(phone.core.caseload().unwrap().len(), 1);
}

#[test]
fn a_login_page_acknowledges_nothing() {
    let phone = worker();
    add_ada(&phone);
    answer(&phone, 200, "text/html", "<h1>Welcome to the hotel</h1>".into());
    assert_eq!(sync(&phone), Err("not_our_server".into()));
    answer(&phone, 200, "application/json", json!({"v": 1, "now": 5}).to_string());
    assert_eq!(sync(&phone), Err("nonsense".into()), "an answer that passes over what was sent is no answer");
    assert_eq!(phone.core.sync_state().unwrap().unsent, 1);
}

#[test]
fn a_revoked_phone_keeps_its_work_and_does_not_knock_by_itself() {
    let phone = worker();
    add_ada(&phone);
    answer(
        &phone,
        403,
        "application/json",
        json!({"code": "token_revoked", "message": "", "request": ""}).to_string(),
    );
    assert_eq!(sync(&phone), Err("token_revoked".into()));
    let state = phone.core.sync_state().unwrap();
    assert_eq!((state.unsent, state.next_attempt), (1, None));
}

#[test]
fn no_time_and_a_change_of_mind_end_a_sync_without_a_request() {
    let phone = worker();
    assert!(now(phone.core.synchronise(Duration::ZERO)).is_err());
    assert!(phone.wire.requests.lock().unwrap().is_empty());
}

#[test]
fn an_acknowledged_change_is_sent_once_and_the_next_names_the_tail() {
    let phone = worker();
    add_ada(&phone);
    let first = phone.core.store.read(|c| crate::store::outbox::list_pending(c, 9, 1 << 20)).unwrap();
    let chain = crate::wire::ChainHash::default().after(&first[0].op);
    answer(
        &phone,
        200,
        "application/json",
        json!({"v": 1, "now": 5, "acked": [1, chain], "revs": [1]}).to_string(),
    );
    assert_eq!(sync(&phone).unwrap().sent, 1);
    answer(&phone, 200, "application/json", json!({"v": 1, "now": 6}).to_string());
    sync(&phone).unwrap();
    let requests = phone.wire.requests.lock().unwrap();
    let idle: SyncRequest = serde_json::from_slice(&requests.last().unwrap().body).unwrap();
    assert_eq!((idle.ops.len(), idle.tail.0, idle.tail.1), (0, 1, chain));
    assert!(requests.last().unwrap().body.len() < 120, "an idle request is short");
}

#[test]
fn what_the_server_asks_for_is_obeyed_and_stays_when_the_app_is_started_again() {
    let phone = worker();
    add_ada(&phone);
    let ask = |directives: serde_json::Value| {
        let first = phone.core.store.read(|c| crate::store::outbox::list_pending(c, 9, 1 << 20)).unwrap();
        let mark = phone.core.store.read(identity::load_mark).unwrap();
        let chain =
            first.iter().fold(crate::wire::ChainHash(mark.tail_hash), |chain, op| chain.after(&op.op));
        let acked = first.last().map(|op| json!([op.n, chain]));
        let mut told = json!({"v": 1, "now": 5, "directives": directives});
        if let Some(acked) = acked {
            told["acked"] = acked;
            told["revs"] = json!(vec![1; first.len()]);
        }
        answer(&phone, 200, "application/json", told.to_string());
        sync(&phone).unwrap();
    };
    assert_eq!(phone.core.sync_state().unwrap().wanted_build, None);
    ask(json!([
        {"d": "limits", "ops": 2, "bytes": 900_000},
        {"d": "backoff", "ms": 90_000},
        {"d": "min_build", "build": "99.0.0"},
        {"d": "sing"},
    ]));
    let state = phone.core.sync_state().unwrap();
    let waits = state.next_attempt.unwrap().0 - state.last_attempt.unwrap().0;
    assert_eq!(waits, 90_000, "a timer comes back no earlier");
    for name in ["Bo", "Cy", "Di"] {
        phone.core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).unwrap();
    }
    let Phone { core, clock, wire, folder } = phone;
    drop(core);
    let core = Companion::open(setup(folder.path(), &clock, &wire)).unwrap();
    let phone = Phone { core, clock, wire, folder };
    assert_eq!(phone.core.sync_state().unwrap().wanted_build.as_deref(), Some("99.0.0"));
    assert_eq!(sync(&phone), Err("unreachable".into()));
    let requests = phone.wire.requests.lock().unwrap();
    let asked: SyncRequest = serde_json::from_slice(&requests.last().unwrap().body).unwrap_or_else(|_| {
        serde_json::from_slice(&zstd::decode_all(&*requests.last().unwrap().body).unwrap()).unwrap()
    });
    assert_eq!(asked.ops.len(), 2, "no more than the server takes");
}

#[test]
fn neither_the_token_nor_words_are_in_any_debug_text() {
    let phone = worker();
    let case = add_ada(&phone);
    let texts = [
        format!("{:?}", phone.core.me().unwrap()),
        format!("{:?}", phone.core.caseload().unwrap()),
        format!("{:?}", phone.core),
        format!("{:?}", phone.core.note(EntityId(case.0)).unwrap_err()),
    ];
    for text in texts {
        for secret in ["secret-token", "Ada", "Nowak", "Wren"] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
}

#[test]
fn a_listener_may_call_back() {
    struct Counting(Mutex<Vec<Change>>);
    impl ChangeListener for Counting {
        fn changed(&self, change: Change) {
            self.0.lock().unwrap().push(change);
        }
    }
    let phone = worker();
    let heard = Arc::new(Counting(Mutex::default()));
    let folder = tempfile::tempdir().unwrap();
    let setup = Setup { listener: Some(heard.clone()), ..setup(folder.path(), &phone.clock, &phone.wire) };
    let core = Companion::open(setup).unwrap();
    assert!(
        core.add_client(&NewClient { name: "Ada".into(), ..NewClient::default() }).is_err(),
        "not enrolled"
    );
    assert!(heard.0.lock().unwrap().is_empty(), "nothing was saved");
    assert!(now(core.synchronise(Duration::from_secs(1))).is_err());
    assert_eq!(*heard.0.lock().unwrap(), [Change::SyncFailed]);
}

#[test]
fn the_store_of_a_phone_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Companion>();
    shared::<Store>();
}
