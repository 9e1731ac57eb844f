//! A first sync, beside the same rows put into a bare file in one transaction; and a sync that has nothing to say, beside an
//! echo of a request of its size. With few clients and with many: neither may cost more for being one of many.

use alongside_tests::bench::{Cost, RawRow, RawStore, Stopwatch};
use divan::Bencher;

use crate::pair::{Pair, Turns};
use crate::world::{Phone, World, raw_rows, world};

const FIRST_SYNCS: [(usize, &str); 3] =
    [(5, "first sync, 5 clients"), (30, "first sync, 30 clients"), (100, "first sync, 100 clients")];
const FIRST_TURNS: Turns = Turns { turns: 7, runs: 1 };
/// A history, and one a hundred times as long.
const EMPTY_SYNCS: [(usize, &str); 2] = [(3, "empty sync, 3 clients"), (300, "empty sync, 300 clients")];
const EMPTY_TURNS: Turns = Turns { turns: 10, runs: 20 };

#[divan::bench(args = [5, 30, 100], sample_count = 7, sample_size = 1)]
fn first_sync(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    bencher.with_inputs(|| world.fresh_phone(clients)).bench_local_values(|phone| {
        world.sync(&phone.core);
        phone
    });
}

#[divan::bench(args = [5, 30, 100], sample_count = 7, sample_size = 1)]
fn floor_rows_in_one_transaction(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    let rows = raw_rows(&world.full_phone(clients).core);
    bencher.with_inputs(raw_store).bench_local_values(|mut raw| {
        raw.0.insert_all(&rows).expect("the rows go in");
        raw
    });
}

#[divan::bench(args = [3, 300], sample_count = 200, sample_size = 1)]
fn empty_sync(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    let phone = world.full_phone(clients);
    bencher.bench_local(|| world.sync(&phone.core));
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn floor_one_echo(bencher: Bencher<'_, '_>) {
    let world = world();
    bencher.bench_local(|| echo(&world, 200));
}

fn raw_store() -> (RawStore, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    (RawStore::create(&folder.path().join("raw.db")).expect("the floor opens"), folder)
}

fn echo(world: &World, bytes: usize) -> usize {
    world.wait(world.echo.exchange(vec![b'x'; bytes])).expect("the echo answers")
}

pub(crate) fn pairs() -> Vec<Pair> {
    let world = world();
    let first = FIRST_SYNCS.map(|(clients, name)| {
        let cost = Cost::from(&world.sync(&world.fresh_phone(clients).core));
        let rows = raw_rows(&world.full_phone(clients).core);
        first_syncs(&world, (clients, name), &rows).costing(cost)
    });
    let empty = EMPTY_SYNCS.map(|(clients, name)| {
        let phone = world.full_phone(clients);
        let cost = Cost::from(&world.sync(&phone.core));
        empty_syncs(&world, name, &phone, cost.up).costing(cost)
    });
    first.into_iter().chain(empty).collect()
}

fn first_syncs(world: &World, (clients, name): (usize, &'static str), rows: &[RawRow]) -> Pair {
    let ours = || {
        let phone = world.fresh_phone(clients);
        let watch = Stopwatch::start();
        world.sync(&phone.core);
        watch.ms()
    };
    let floor = || {
        let (mut raw, _folder) = raw_store();
        let watch = Stopwatch::start();
        raw.insert_all(rows).expect("the rows go in");
        watch.ms()
    };
    Pair::alternate(name, FIRST_TURNS, ours, floor)
}

fn empty_syncs(world: &World, name: &'static str, phone: &Phone, bytes: usize) -> Pair {
    let ours = || {
        let watch = Stopwatch::start();
        world.sync(&phone.core);
        watch.ms()
    };
    let floor = || {
        let watch = Stopwatch::start();
        echo(world, bytes);
        watch.ms()
    };
    Pair::alternate(name, EMPTY_TURNS, ours, floor)
}
