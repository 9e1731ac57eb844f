//! Three processes of the server on one PostgreSQL database, phones that ask any of them, commits that pause and processes
//! that are killed. Nothing is lost, nothing is there twice, and every phone ends with what the server has.

#[cfg(test)]
mod phones;
#[cfg(test)]
mod stage;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use stage::{Stage, Verdict};

const PROCESSES: usize = 3;
const WORKERS: usize = 3;
const ROUNDS: usize = 8;
/// Kills while a commit is on its way, and as many in the middle of a transaction.
const KILLS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn writers_at_three_processes_miss_nothing_of_each_other() {
    let Some(stage) = Stage::find("writers_at_three_processes_miss_nothing_of_each_other") else { return };
    stage.pause_commits();
    assert_eq!(stage.busy_day(ROUNDS, Arc::default()).await, Verdict::default());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn processes_that_are_killed_lose_nothing_and_nothing_arrives_twice() {
    let Some(stage) = Stage::find("processes_that_are_killed_lose_nothing_and_nothing_arrives_twice") else {
        return;
    };
    stage.pause_commits();
    let stage = Arc::new(stage);
    let killing = Arc::new(AtomicBool::new(true));
    let killer = {
        let (stage, killing) = (stage.clone(), killing.clone());
        std::thread::spawn(move || {
            let killed = stage.kill_at_work(KILLS);
            killing.store(false, Ordering::SeqCst);
            killed
        })
    };
    let verdict = stage.busy_day(ROUNDS, killing).await;
    let killed = killer.join().unwrap();
    assert_eq!(verdict, Verdict::default());
    assert_eq!(killed, [KILLS, KILLS], "in a commit, and between statements");
    assert!(stage.refused() > 0, "no phone noticed that a process was gone");
}

/// A transaction that hangs holds up who writes for the same organisation, and nobody who reads.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_organisation_that_is_held_up_is_read_meanwhile() {
    let Some(stage) = Stage::find("an_organisation_that_is_held_up_is_read_meanwhile") else { return };
    let (writer, reader) = (stage.phone(0).await, stage.phone(1).await);
    writer.settle().await;
    reader.settle().await;
    writer.write("held up");
    stage.hold_organisation();
    let waiting = tokio::spawn(async move {
        let done = writer.synchronise().await;
        (writer, done)
    });
    stage.until_somebody_waits();
    assert!(reader.synchronise().await, "a phone that only listens waits for nobody");
    assert!(!waiting.is_finished());
    stage.let_go();
    let (writer, done) = waiting.await.unwrap();
    assert!(done && writer.unsent() == 0);
}

/// The planted bug: numbers from a plain sequence. The suite must see it with real processes and real phones.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_plain_sequence_is_caught_by_the_phones() {
    let Some(stage) = Stage::find("a_plain_sequence_is_caught_by_the_phones") else { return };
    stage.plant_plain_sequence();
    stage.pause_commits();
    let verdict = stage.busy_day(ROUNDS, Arc::default()).await;
    assert_ne!(verdict, Verdict::default(), "a suite that does not see this sees nothing");
}
