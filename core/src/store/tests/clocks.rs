//! The phone's clocks as its file knows them.

use super::*;
use crate::ports::Reading;

const NOON: i64 = 1_800_000_000_000;
const HOUR: u64 = 3_600_000;

fn reading(boot: &str, elapsed_ms: u64) -> Reading {
    let wall = Timestamp(NOON + i64::try_from(elapsed_ms).unwrap());
    Reading { wall, boot: boot.to_owned(), elapsed_ms }
}

fn boot_no(store: &Store, boot: &str, elapsed_ms: u64) -> u32 {
    let reading = reading(boot, elapsed_ms);
    store.write(|transaction| clock::boot_no(transaction, &reading)).unwrap()
}

#[test]
fn a_boot_that_goes_on_keeps_its_number() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let first = boot_no(&store, "a", 0);
    assert_eq!([boot_no(&store, "a", HOUR), boot_no(&store, "a", 30 * HOUR)], [first; 2]);
    // Two threads: one read the clock first and came to the file second.
    assert_eq!(boot_no(&store, "a", 30 * HOUR - 5_000), first);
}

#[test]
fn elapsed_time_that_ran_backwards_is_another_boot_whatever_its_name() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let first = boot_no(&store, "process-71", 5 * HOUR);
    let second = boot_no(&store, "process-71", HOUR);
    assert_ne!(first, second);
    assert_eq!(boot_no(&store, "process-71", 2 * HOUR), second);
    assert_ne!(boot_no(&store, "process-71", 1_000), second);
    // The ages of what was written before go by that boot's own offset.
    let request =
        store.write(|transaction| clock::request_clock(transaction, &reading("process-71", 2_000))).unwrap();
    assert_eq!(request.boots.keys().copied().collect::<Vec<_>>(), [first, second]);
}

fn off(store: &Store, wall: i64, boot: &str, elapsed_ms: u64) -> Option<i64> {
    let reading = Reading { wall: Timestamp(wall), boot: boot.to_owned(), elapsed_ms };
    store.read(|connection| clock::wall_off_ms(connection, &reading)).unwrap()
}

#[test]
fn a_wall_clock_is_suspect_from_two_minutes_off_the_servers_and_only_while_that_is_known() {
    let folder = tempfile::tempdir().unwrap();
    let store = enrolled(folder.path());
    let there = i64::try_from(HOUR).unwrap() + NOON;
    assert_eq!(off(&store, NOON, "a", 0), None, "the server was never heard");
    store
        .write(|transaction| clock::keep_server_time(transaction, &reading("a", 0), Timestamp(NOON)))
        .unwrap();
    assert_eq!(off(&store, there, "a", HOUR), None);
    assert_eq!(off(&store, there + 120_000, "a", HOUR), None);
    assert_eq!(off(&store, there + 120_001, "a", HOUR), Some(120_001));
    assert_eq!(off(&store, there - 86_400_000, "a", HOUR), Some(-86_400_000));
    assert_eq!(off(&store, there - 86_400_000, "b", HOUR), None, "the server was not heard since this boot");
    // Hours later the server is heard again, and its clock was corrected meanwhile.
    store
        .write(|transaction| {
            clock::keep_server_time(transaction, &reading("a", HOUR), Timestamp(there + 600_000))
        })
        .unwrap();
    assert_eq!(off(&store, there + 600_000, "a", HOUR), None);
}
