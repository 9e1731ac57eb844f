//! What an exchange costs, in requests, bytes and rows: numbers that are the same on every machine. How often a save flushes is
//! counted in `tests/tests/crash_states`.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use alongside_core::companion::{Companion, NewClient};
use alongside_core::model::{PersonId, Role};
use alongside_core::sync::SyncReport;
use alongside_demo::people::{USUAL_ENDING, caseload, day};
use alongside_tests::bench::{
    Day, DayPlayer, Line, Meter, Tap, list_clients, open_companion, open_store, synchronise_store,
    write_caseload,
};
use alongside_tests::service::{Fault, Service};
use tempfile::TempDir;

const SEED: u64 = 1;
const MIB: usize = 1024 * 1024;
/// An idle exchange as it is sent, heads and token too, in bytes.
const IDLE_BYTES: usize = 400;

struct Phone {
    core: Companion,
    meter: Arc<Meter>,
    folder: TempDir,
}

impl Phone {
    async fn enrolled(service: &Service, worker: PersonId) -> Self {
        Self::enrolled_at(&service.url, service, worker).await
    }

    async fn enrolled_at(url: &str, service: &Service, worker: PersonId) -> Self {
        let (folder, meter) =
            (tempfile::tempdir().expect("it works"), Arc::new(Meter::new().expect("it works")));
        let core = open_companion(folder.path(), meter.clone()).expect("it works");
        core.enrol(url, &service.code(worker), "test").await.expect("it works");
        Self { core, meter, folder }
    }

    /// Syncs, with the counters at this sync alone.
    async fn sync(&self) -> SyncReport {
        self.meter.clear();
        self.core.synchronise(Duration::from_secs(120)).await.expect("it works")
    }

    fn records(&self) -> usize {
        let mut records = 0;
        self.core.visit_records(&mut |_| records += 1).expect("it works");
        records
    }

    fn play(&self, visits: usize) {
        let day = Day::of(lines(day(visits, visits, SEED, USUAL_ENDING)));
        let cases: HashMap<_, _> = day.cases().into_iter().map(|case| (case, case)).collect();
        let mut player = DayPlayer::new(&self.core, cases);
        day.saves().try_for_each(|(line, last)| player.save(line, last)).expect("it works");
    }
}

fn lines(texts: impl Iterator<Item = String>) -> Vec<Line> {
    texts.enumerate().map(|(place, text)| Line::read(place + 1, &text).expect("it works")).collect()
}

/// A worker whose first phone has pushed a caseload.
async fn seeded(service: &Service, clients: usize) -> (PersonId, Phone) {
    let worker = service.person(Role::LinkWorker, "Wren Okafor");
    let phone = Phone::enrolled(service, worker).await;
    let store = open_store(phone.folder.path()).expect("it works");
    let records = list_clients(&lines(caseload(clients, SEED, USUAL_ENDING))).expect("it works");
    write_caseload(&store, &records).expect("it works");
    synchronise_store(&store, &Meter::new().expect("it works")).await.expect("it works");
    (worker, phone)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_sync_is_one_small_request() {
    let service = Service::start().await;
    let (worker, _first) = seeded(&service, 2).await;
    let tap = Tap::to(service.address()).expect("a port is free");
    let phone = Phone::enrolled_at(&tap.url, &service, worker).await;
    phone.sync().await;

    tap.clear();
    let report = phone.sync().await;
    let (cost, token, (up, down)) = (phone.meter.cost(), phone.meter.token_bytes(), tap.bytes());
    assert_eq!((cost.requests, report.received, report.sent), (1, 0, 0));
    assert!(up > cost.up + token && down > cost.down, "heads are counted: {up} up, {down} down");
    assert!(up + down <= IDLE_BYTES, "{up} up and {down} down, of these {cost:?} and {token} of token");

    // One whose work is in no backup says how far it keeps it.
    phone.core.add_client(&NewClient { name: "Ada Nowak".into(), ..NewClient::default() }).expect("it works");
    phone.sync().await;
    assert!(phone.core.sync_state().expect("it works").unsafe_yet > 0);
    tap.clear();
    phone.sync().await;
    let (up, down) = tap.bytes();
    let with_four_digits = up + down + "1000".len() - "1".len();
    assert!(with_four_digits <= IDLE_BYTES, "{up} up and {down} down");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_sync_reads_as_little_of_a_long_history_as_of_a_short_one() {
    let mut reads = Vec::new();
    for clients in [1, 8] {
        let service = Service::start().await;
        let (_, phone) = seeded(&service, clients).await;
        phone.sync().await;
        let before = service.store.reads();
        phone.sync().await;
        let after = service.store.reads();
        reads.push((after.rows - before.rows, after.scanned - before.scanned));
    }
    assert_eq!(reads[0], reads[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_phone_pushed_comes_back_to_it() {
    let service = Service::start().await;
    let (_, phone) = seeded(&service, 2).await;
    phone.sync().await;
    phone.play(2);

    let push = phone.sync().await;
    assert!(push.sent > 20, "{push:?}");
    assert_eq!((push.received, push.requests), (0, 1));
    let next = phone.sync().await;
    assert_eq!((next.received, next.sent, next.requests), (0, 0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_phone_of_the_worker_receives_a_day_once() {
    let service = Service::start().await;
    let (worker, first) = seeded(&service, 2).await;
    let second = Phone::enrolled(&service, worker).await;
    second.sync().await;
    let before = second.records();
    first.play(2);
    first.sync().await;

    let day = second.sync().await;
    assert_eq!(day.received, second.records() - before);
    assert_eq!(day.requests, 1);
    let next = second.sync().await;
    assert_eq!((next.received, next.requests), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_first_sync_asks_once_and_once_more_for_each_mebibyte() {
    let service = Service::start().await;
    let (worker, _first) = seeded(&service, 12).await;
    let phone = Phone::enrolled(&service, worker).await;

    let report = phone.sync().await;
    let json = phone.meter.json_down();
    assert!(json > MIB, "{json} bytes are no measure of pages");
    assert!(report.requests <= 1 + json.div_ceil(MIB), "{} requests for {json} bytes", report.requests);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_person_can_be_read_when_a_tenth_of_the_first_sync_has_come() {
    let service = Service::start().await;
    let (worker, _first) = seeded(&service, 24).await;
    let phone = service.phone(worker).await;
    let enrolling = phone.network.traffic().2;

    // The connection breaks behind the first answer.
    phone.network.pass_next(1);
    phone.network.fail_next(Fault::Unreachable);
    phone.try_sync().await.expect_err("there is more to read");
    let first = phone.network.traffic().2 - enrolling;
    let people = phone.core.caseload().expect("it can be read");
    let whole =
        people.iter().filter(|person| !phone.core.notes(person.case).expect("it can be read").is_empty());
    assert!(whole.count() >= 1, "somebody is there, with what was written of them");

    phone.sync().await;
    let all = phone.network.traffic().2 - enrolling;
    assert_eq!(phone.core.caseload().expect("it can be read").len(), 24);
    assert!(first * 10 <= all, "{first} of {all} bytes");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_costs_as_much_of_a_large_caseload_as_of_a_small_one() {
    let mut costs = Vec::new();
    for clients in [2, 16] {
        let service = Service::start().await;
        let before = service.store.reads();
        let (worker, _first) = seeded(&service, clients).await;
        let pushed = service.store.reads();
        let phone = Phone::enrolled(&service, worker).await;
        let received = phone.sync().await.received as u64;
        let pulled = service.store.reads();
        let push = (pushed.rows - before.rows, pushed.scanned - before.scanned);
        let pull = (pulled.rows - pushed.rows, pulled.scanned - pushed.scanned);
        costs.push([push.0, push.1, pull.0, pull.1].map(|rows| rows * 1_000 / received));
    }
    let (small, large) = (costs[0], costs[1]);
    assert!(
        small.iter().zip(large).all(|(small, large)| large <= small + small / 20),
        "{costs:?}, in thousandths"
    );
}
