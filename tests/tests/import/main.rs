//! A caseload from another system reaches a fresh phone whole: imported, synchronised, and written again line by line from
//! what the phone holds.
//!
//! `ALONGSIDE_CASELOAD=FILE` names a file of one's own to go the same way.

mod written;

use std::collections::BTreeMap;
use std::io::BufReader;

use alongside_core::instrument::Registry;
use alongside_core::model::Role;
use alongside_core::sync::SyncReport;
use alongside_demo::people::{USUAL_ENDING, write_caseload};
use alongside_server::import::{Import, ImportReport, Remark, import};
use alongside_server::store::Person;
use alongside_tests::service::{Phone, Service};
use serde_json::Value;

/// How often each line occurs, whatever the order of its keys.
type Lines = BTreeMap<String, usize>;

fn count(lines: impl Iterator<Item = Value>) -> Lines {
    let mut counts = Lines::new();
    for line in lines {
        *counts.entry(line.to_string()).or_default() += 1;
    }
    counts
}

fn lines_of(file: &[u8]) -> Lines {
    let text = std::str::from_utf8(file).expect("the caseload is text");
    count(text.lines().map(|line| written::in_calendar(serde_json::from_str(line).expect("a line is JSON"))))
}

fn lines_on(phone: &Phone) -> Lines {
    let mut lines = Vec::new();
    phone
        .core
        .visit_records(&mut |record| lines.extend(written::lines(&record)))
        .expect("the phone can be read");
    count(lines.into_iter())
}

fn link_worker(service: &Service) -> Person {
    let id = service.person(Role::LinkWorker, "Wren Okafor");
    let found = service.store.read(|txn| txn.find_person(id)).expect("the store can be read");
    found.expect("the worker is there")
}

/// Imports `file` for `worker`; every remark must be about a date.
fn load(service: &Service, worker: &Person, file: &[u8]) -> ImportReport {
    let job = Import {
        store: &*service.store,
        worker,
        instruments: &Registry::shipped(),
        clock: &*service.ports.clock,
    };
    let mut refused = Vec::new();
    let report = import(&job, BufReader::new(file), &mut |remark| match remark {
        Remark::DateMoved { .. } => {}
        Remark::Refused { .. } => refused.push(remark.to_string()),
    });
    assert!(refused.is_empty(), "\n{}", refused.join("\n"));
    report.expect("the import runs to its end")
}

/// A few of the lines that one has more often than the other, to be read by a person.
fn missing(have: &Lines, lack: &Lines) -> Vec<String> {
    let short = have.iter().filter(|(line, times)| lack.get(*line).copied().unwrap_or(0) < **times);
    short.take(3).map(|(line, _)| line.clone()).collect()
}

async fn reaches_a_fresh_phone(file: &[u8]) -> (ImportReport, SyncReport) {
    let service = Service::start().await;
    let worker = link_worker(&service);
    let report = load(&service, &worker, file);

    let phone = service.phone(worker.id).await;
    let synced = phone.sync().await;
    let (sent, arrived) = (lines_of(file), lines_on(&phone));
    assert_eq!(missing(&sent, &arrived), [""; 0], "lines that did not arrive");
    assert_eq!(missing(&arrived, &sent), [""; 0], "lines that nobody sent");
    assert_eq!(sent, arrived);

    let again = load(&service, &worker, file);
    assert_eq!((again.taken, again.already_there), (0, report.read));
    assert_eq!(phone.sync().await.received, 0, "the same file again sent something");
    (report, synced)
}

/// The figures of a run, for a person to read.
fn figures(file: &[u8], report: &ImportReport, synced: &SyncReport) -> String {
    format!(
        "{} bytes, {report}, {} dates moved; a fresh phone received {} records in {} requests and {} bytes, and every line \
         was written again from them",
        file.len(),
        report.moved,
        synced.received,
        synced.requests,
        synced.bytes_down
    )
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_a_caseload_of_thirty_reaches_a_fresh_phone() {
    let mut file = Vec::new();
    write_caseload(&mut file, 30, 1, USUAL_ENDING).unwrap();
    let (report, synced) = reaches_a_fresh_phone(&file).await;
    assert!(report.taken > 5_000 && synced.received > 5_000, "a caseload of thirty is larger");
    println!("thirty invented clients: {}", figures(&file, &report, &synced));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_of_a_file_that_is_named_reaches_a_fresh_phone() {
    let Some(path) = std::env::var_os("ALONGSIDE_CASELOAD") else {
        println!("no file was named with ALONGSIDE_CASELOAD");
        return;
    };
    let file = std::fs::read(path).expect("the file that was named can be read");
    let (report, synced) = reaches_a_fresh_phone(&file).await;
    println!("the file that was named: {}", figures(&file, &report, &synced));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_on_the_phone_is_seen_as_a_difference() {
    let service = Service::start().await;
    let worker = link_worker(&service);
    let mut file = Vec::new();
    write_caseload(&mut file, 1, 1, USUAL_ENDING).unwrap();
    load(&service, &worker, &file);
    let phone = service.phone(worker.id).await;
    phone.sync().await;
    assert_eq!(lines_of(&file), lines_on(&phone));
    let case = phone.core.caseload().unwrap()[0].case;
    let step = phone.core.goals(case).unwrap().into_iter().flat_map(|goal| goal.steps).next().unwrap();
    phone.core.tick_step(step.id, !step.step.done).unwrap();
    let (sent, held) = (lines_of(&file), lines_on(&phone));
    assert_eq!((missing(&sent, &held).len(), missing(&held, &sent).len()), (1, 1));
}
