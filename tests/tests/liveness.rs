//! Syncing without getting stuck: one at a time, called off at once, quiet while suspended, and news within seconds.

use std::sync::Arc;
use std::time::Duration;

use alongside_core::companion::{Companion, CompanionError, NewClient, Setup};
use alongside_core::model::Role;
use alongside_core::ports::{Clock, FixedClock, SystemClock};
use alongside_core::store::StoreError;
use alongside_core::sync::{BoxFuture, HttpReply, HttpRequest, SyncError, Transport, TransportError};
use alongside_tests::service::{Phone, Service};
use tokio::sync::Notify;

/// A network in which requests get no answer, and somebody hears that one was sent.
#[derive(Default)]
struct Silence(Arc<Notify>);

impl Transport for Silence {
    fn send(&self, _: HttpRequest) -> BoxFuture<'_, Result<HttpReply, TransportError>> {
        self.0.notify_one();
        Box::pin(std::future::pending())
    }
}

fn add(core: &Companion, name: &str) {
    core.add_client(&NewClient { name: name.into(), ..NewClient::default() }).expect("it is written");
}

fn code<T>(ended: Result<T, CompanionError>) -> &'static str {
    match ended {
        Ok(_) => "fine",
        Err(CompanionError::Sync(error)) => error.code(),
        Err(_) => "other",
    }
}

/// A core of an enrolled phone on a network that never answers, and what is heard of it.
async fn stuck(service: &Service) -> (tempfile::TempDir, Arc<Companion>, Setup, Arc<Notify>) {
    let phone = service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await;
    add(&phone.core, "Ada Nowak");
    let (folder, setup) = phone.close();
    let silence = Silence::default();
    let heard = silence.0.clone();
    let setup = Setup { transport: Arc::new(silence), ..setup };
    let core = Arc::new(Companion::open(setup.clone()).expect("the phone opens"));
    (folder, core, setup, heard)
}

fn begin(core: &Arc<Companion>) -> tokio::task::JoinHandle<&'static str> {
    let core = core.clone();
    tokio::spawn(async move { code(core.synchronise(Duration::from_secs(600)).await) })
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sync_runs_at_a_time_in_one_process_and_in_two() {
    let service = Service::start().await;
    let (_folder, core, setup, heard) = stuck(&service).await;
    let running = begin(&core);
    heard.notified().await;
    assert_eq!(code(core.synchronise(Duration::from_secs(5)).await), "busy");
    // Another process opens the same files; here it is another core, which shares nothing with the first.
    let other = Companion::open(setup).expect("a second process opens the store");
    assert_eq!(code(other.synchronise(Duration::from_secs(5)).await), "busy");
    core.cancel_sync();
    assert_eq!(running.await.expect("it ends"), "cancelled");
    let again =
        tokio::time::timeout(Duration::from_millis(50), other.synchronise(Duration::from_secs(600))).await;
    assert!(again.is_err(), "the lease is free: it waits for an answer now");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sync_is_called_off_in_the_middle_of_a_request_a_hundred_times() {
    let service = Service::start().await;
    let (_folder, core, _, heard) = stuck(&service).await;
    for _ in 0..100 {
        let running = begin(&core);
        heard.notified().await;
        core.cancel_sync();
        assert_eq!(running.await.expect("it ends"), "cancelled");
    }
    assert_eq!(core.sync_state().expect("it can be read").unsent, 1);
}

#[tokio::test(flavor = "multi_thread")]
#[expect(
    clippy::disallowed_methods,
    reason = "the lock of the standard library is the same, where it has one"
)]
async fn after_suspending_nothing_is_locked_or_written_until_it_goes_on() {
    let service = Service::start().await;
    let (folder, core, _, heard) = stuck(&service).await;
    for round in 0..100 {
        let running = begin(&core);
        heard.notified().await;
        core.suspend();
        assert_eq!(running.await.expect("it ends"), "cancelled");
        let lock = std::fs::File::open(folder.path().join("alongside.sync")).expect("it is there");
        lock.try_lock().expect("nobody holds the lease");
        drop(lock);
        assert_eq!(code(core.synchronise(Duration::from_secs(5)).await), "suspended");
        assert!(matches!(core.caseload(), Err(CompanionError::Store(StoreError::Suspended))));
        core.resume();
        add(&core, &format!("Client {round}"));
    }
    assert_eq!(core.caseload().expect("it can be read").len(), 101);
}

#[tokio::test(flavor = "multi_thread")]
async fn suspending_breaks_off_a_wait_for_news() {
    let service = Service::start().await;
    let (_folder, core, _, heard) = stuck(&service).await;
    let waiting = {
        let core = core.clone();
        tokio::spawn(async move { code(core.wait_for_news(Duration::from_secs(50)).await) })
    };
    heard.notified().await;
    core.suspend();
    assert_eq!(waiting.await.expect("it ends"), "cancelled");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_online_phone_hears_of_news_within_two_seconds_and_of_nothing_else() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let idris = service.phone(service.person(Role::LinkWorker, "Idris Bell")).await;
    let (one, two) = (service.phone(wren).await, Arc::new(service.phone(wren).await));
    two.sync().await;
    one.sync().await;
    let wait = |phone: Arc<Phone>, seconds| {
        tokio::spawn(async move { phone.core.wait_for_news(Duration::from_secs(seconds)).await })
    };
    // What somebody else writes that this person may not see is no news.
    let waiting = wait(two.clone(), 1);
    add(&idris.core, "Bo Example");
    idris.sync().await;
    assert!(!waiting.await.expect("it ends").expect("the server answers"));

    let waiting = wait(two.clone(), 50);
    add(&one.core, "Ada Nowak");
    one.sync().await;
    let news = tokio::time::timeout(Duration::from_secs(2), waiting).await.expect("within two seconds");
    assert!(news.expect("it ends").expect("the server answers"));
    two.sync().await;
    assert_eq!(two.core.caseload().expect("it can be read").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn news_from_an_administrator_s_command_is_heard_too() {
    let service = Service::start().await;
    let wren = service.person(Role::LinkWorker, "Wren Okafor");
    let idris_id = service.person(Role::LinkWorker, "Idris Bell");
    let (phone, idris) = (service.phone(wren).await, Arc::new(service.phone(idris_id).await));
    let case =
        phone.core.add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() }).unwrap();
    phone.sync().await;
    idris.sync().await;
    let waiting = {
        let idris = idris.clone();
        tokio::spawn(async move { idris.core.wait_for_news(Duration::from_secs(50)).await })
    };
    alongside_server::admin::assign(&*service.store, &service.ports, case, idris_id).unwrap();
    let news = tokio::time::timeout(Duration::from_secs(2), waiting).await.expect("within two seconds");
    assert!(news.expect("it ends").expect("the server answers"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopping_server_lets_whoever_waits_go() {
    let mut service = Service::start().await;
    let phone = Arc::new(service.phone(service.person(Role::LinkWorker, "Wren Okafor")).await);
    phone.sync().await;
    let waiting = {
        let phone = phone.clone();
        tokio::spawn(async move { phone.core.wait_for_news(Duration::from_secs(50)).await })
    };
    tokio::time::timeout(Duration::from_secs(10), service.stop()).await.expect("it stops");
    let ended = waiting.await.expect("it ends");
    assert!(matches!(ended, Ok(false) | Err(CompanionError::Sync(SyncError::Transport(_)))), "{ended:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_fault_a_timer_knows_when_to_try_again_also_after_a_restart() {
    let service = Service::start().await;
    let clock = Arc::new(FixedClock::at(Clock::now(&SystemClock::new())));
    let phone =
        service.phone_with_clock(service.person(Role::LinkWorker, "Wren Okafor"), clock.clone()).await;
    add(&phone.core, "Ada Nowak");
    phone.network.set_aeroplane(true);
    let mut last = 0;
    for attempt in 0..12_u32 {
        assert!(phone.try_sync().await.is_err());
        let state = phone.core.sync_state().unwrap();
        let wait = state.next_attempt.unwrap().0 - state.last_attempt.unwrap().0;
        let most = (5_000_i64 << attempt.min(16)).min(3_600_000);
        assert!((5_000..=most.max(5_000)).contains(&wait), "attempt {attempt}: {wait}");
        clock.advance(u64::try_from(wait).unwrap());
        last = wait;
    }
    assert!(last > 0);
    let before = phone.core.sync_state().unwrap();
    let phone = phone.restarted();
    let after = phone.core.sync_state().unwrap();
    assert_eq!(
        (after.next_attempt, after.unsent, after.oldest_unsent),
        (before.next_attempt, 1, before.oldest_unsent)
    );
    phone.network.set_aeroplane(false);
    phone.sync().await;
    assert_eq!(phone.core.sync_state().unwrap().next_attempt, None);
}
