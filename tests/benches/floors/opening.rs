//! From a closed file to the first screen, the list of cases, and to the worker's day; beside the same file opened bare and
//! each client's row and last contact read.

use alongside_core::model::Timestamp;
use alongside_tests::bench::{Stopwatch, read_first_screen};
use divan::Bencher;

use crate::pair::{Pair, Turns};
use crate::world::{Caseload, open, world};

const TURNS: Turns = Turns { turns: 10, runs: 3 };
/// A working day after the seeded caseload's last.
const NOON: Timestamp = Timestamp(1_795_000_000_000);

fn first_screen(caseload: &Caseload) -> usize {
    open(&caseload.folder).caseload().expect("the phone can be read").len()
}

fn first_day(caseload: &Caseload) -> usize {
    open(&caseload.folder).today(NOON).expect("the phone can be read").quiet.len()
}

fn floor(caseload: &Caseload) -> usize {
    read_first_screen(&caseload.folder).expect("the file can be read")
}

#[divan::bench(args = [30, 300], sample_count = 50, sample_size = 1)]
fn open_to_the_first_screen(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    bencher.bench_local(|| first_screen(world.caseload(clients)));
}

#[divan::bench(args = [30, 300], sample_count = 50, sample_size = 1)]
fn open_to_the_day(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    bencher.bench_local(|| first_day(world.caseload(clients)));
}

#[divan::bench(args = [30, 300], sample_count = 50, sample_size = 1)]
fn floor_open_and_read_the_rows(bencher: Bencher<'_, '_>, clients: usize) {
    let world = world();
    bencher.bench_local(|| floor(world.caseload(clients)));
}

pub(crate) fn pairs() -> Vec<Pair> {
    let world = world();
    let timed = |work: fn(&Caseload) -> usize, caseload: &Caseload| {
        let watch = Stopwatch::start();
        divan::black_box(work(caseload));
        watch.ms()
    };
    let of = |name, work: fn(&Caseload) -> usize, clients| {
        let caseload = world.caseload(clients);
        Pair::alternate(name, TURNS, || timed(work, caseload), || timed(floor, caseload))
    };
    vec![
        of("open, 30 clients", first_screen, 30),
        of("open, 300 clients", first_screen, 300),
        of("open and today, 30 clients", first_day, 30),
        of("open and today, 300 clients", first_day, 300),
    ]
}
