//! The first sync of thirty clients, beside the same rows put into a bare file in one transaction; and a sync that has
//! nothing to say, beside an echo of a request of its size.

use alongside_tests::bench::{Cost, RawRow, RawStore, Stopwatch};
use divan::Bencher;

use crate::pair::{Pair, Turns};
use crate::world::{Phone, World, raw_rows, world};

const FIRST_SYNCS: Turns = Turns { turns: 7, runs: 1 };
const EMPTY_SYNCS: Turns = Turns { turns: 10, runs: 20 };

#[divan::bench(sample_count = 7, sample_size = 1)]
fn first_sync_of_thirty_clients(bencher: Bencher<'_, '_>) {
    let world = world();
    bencher.with_inputs(|| world.fresh_phone()).bench_local_values(|phone| {
        world.sync(&phone.core);
        phone
    });
}

#[divan::bench(sample_count = 7, sample_size = 1)]
fn floor_rows_of_thirty_clients_in_one_transaction(bencher: Bencher<'_, '_>) {
    let world = world();
    let rows = raw_rows(&world.full_phone().core);
    bencher.with_inputs(raw_store).bench_local_values(|mut raw| {
        raw.0.insert_all(&rows).expect("the rows go in");
        raw
    });
}

#[divan::bench(sample_count = 200, sample_size = 1)]
fn empty_sync(bencher: Bencher<'_, '_>) {
    let world = world();
    let phone = world.full_phone();
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
    let phone = world.full_phone();
    let fresh = world.fresh_phone();
    let first = Cost::from(&world.sync(&fresh.core));
    let rows = raw_rows(&phone.core);
    let empty = Cost::from(&world.sync(&phone.core));
    vec![first_syncs(&world, &rows).costing(first), empty_syncs(&world, &phone, empty.up).costing(empty)]
}

fn first_syncs(world: &World, rows: &[RawRow]) -> Pair {
    let ours = || {
        let phone = world.fresh_phone();
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
    Pair::alternate("first sync, 30 clients", FIRST_SYNCS, ours, floor)
}

fn empty_syncs(world: &World, phone: &Phone, bytes: usize) -> Pair {
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
    Pair::alternate("empty sync", EMPTY_SYNCS, ours, floor)
}
