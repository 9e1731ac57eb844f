//! The power goes at every moment of 200 saves on a phone and of 200 pushes at the server. Whatever of the unflushed writes is
//! there afterwards, what was acknowledged is there, and the file is sound.

#[cfg(test)]
mod device;
#[cfg(test)]
mod moments;
#[cfg(test)]
mod server;

use std::io::Write as _;

use alongside_tests::crash::{Recording, find_strace};
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
