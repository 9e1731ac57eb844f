//! The power goes at every moment of 200 saves on a phone and of 200 pushes at the server. Whatever of the unflushed writes is
//! there afterwards, what was acknowledged is there, and the file is sound.

#[cfg(test)]
mod device;
#[cfg(test)]
mod moments;
#[cfg(test)]
mod server;

use std::io::Write as _;

use alongside_tests::crash::{Event, Recording, find_strace};
use moments::{Tally, every_moment};

/// Saves, and pushes.
const COUNT: &str = "200";
/// Moments of each side; at each, the disk is found in three ways. `ALONGSIDE_SLOW=1` takes four times as many.
const MOMENTS: usize = 900;

#[test]
fn a_power_cut_loses_nothing_that_a_phone_acknowledged() {
    if !find_strace("a_power_cut_loses_nothing_that_a_phone_acknowledged") {
        return;
    }
    let (folder, recording) = device::record(COUNT);
    let tally = every_moment(&recording, folder.path(), moments(), device::judge);
    tell("phone", "saves", &tally);
    assert!(tally.states >= 2_500, "{tally:?}");
    assert_eq!((tally.lost, tally.corrupt), (0, 0), "{tally:?}");
    planted("phone", &recording, folder.path(), device::judge);
}

#[test]
fn a_power_cut_loses_nothing_that_the_server_acknowledged() {
    if !find_strace("a_power_cut_loses_nothing_that_the_server_acknowledged") {
        return;
    }
    let (folder, recording) = server::record(COUNT);
    let tally = every_moment(&recording, folder.path(), moments(), server::judge);
    tell("server", "pushes", &tally);
    assert!(tally.states >= 2_500, "{tally:?}");
    assert_eq!((tally.lost, tally.corrupt), (0, 0), "{tally:?}");
    planted("server", &recording, folder.path(), server::judge);
}

#[test]
fn every_save_on_a_phone_is_flushed_once_and_no_oftener() {
    if !find_strace("every_save_on_a_phone_is_flushed_once_and_no_oftener") {
        return;
    }
    let (_folder, recording) = device::record("25");
    let told = |event: &Event| matches!(event, Event::Tell(_));
    let flushes = |events: &[Event]| events.iter().filter(|event| matches!(event, Event::Flush(_))).count();
    let between: Vec<usize> = recording.events.split(told).map(flushes).collect();
    // Before the first is the start of the app, after the last its end. The sixth of eight begins a note, types it and saves it.
    let saves: Vec<usize> = (1..25).map(|save| if save % 8 == 5 { 3 } else { 1 }).collect();
    assert_eq!(between[1..25], saves);
}

/// With `synchronous=NORMAL` the same states must show losses, or they show nothing.
fn planted(side: &str, recording: &Recording, folder: &std::path::Path, judge: moments::Judge) {
    let tally = every_moment(&recording.with_late_flushes(), folder, 60, judge);
    tell(side, "with synchronous=NORMAL", &tally);
    assert!(tally.lost > 0, "the planted bug is not seen: {tally:?}");
}

fn moments() -> usize {
    if std::env::var_os("ALONGSIDE_SLOW").is_some_and(|slow| slow == "1") { 4 * MOMENTS } else { MOMENTS }
}

/// On the terminal, where tests' output is not held back.
fn tell(side: &str, what: &str, tally: &Tally) {
    let Tally { states, lost, corrupt, .. } = tally;
    let line = format!("crash states, {side} ({what}): {states} rebuilt, {lost} lost, {corrupt} corrupt\n");
    let _ = std::io::stderr().write_all(line.as_bytes());
}
