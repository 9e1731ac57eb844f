//! What a campaign came to, in words and as JSON.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::campaign::{Finding, Told};
use super::coverage::Sight;
use super::event::Event;
use super::promise::Violation;
use super::run::Plan;
use crate::engine::Engine;

/// What was checked beside the seeds.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// How many histories were compared with and without hidden entries.
    pub pairs: u64,
    /// What was found.
    pub findings: Vec<String>,
}

/// The whole report for people. `least` is how often each named event must have been seen; `ops` how many events a seed
/// has, for the command that runs a finding again.
pub fn words(
    told: &Told,
    beside: &Beside,
    least: u64,
    ops: usize,
    smaller: &dyn Fn(&Finding) -> Vec<Event>,
) -> String {
    let mut text = String::new();
    for finding in &beside.findings {
        let _ = writeln!(text, "{finding}");
    }
    for finding in &told.findings {
        write_finding(&mut text, finding, ops, &smaller(finding));
    }
    let _ = writeln!(text, "named events, of which each must be seen {least} times:");
    for sight in Sight::ALL {
        let count = told.coverage.of(*sight);
        let mark = if count < least { "  TOO RARE" } else { "" };
        let _ = writeln!(text, "{count:>9}  {}{mark}", sight.name());
    }
    let seconds = told.took.as_secs_f64();
    let _ = writeln!(
        text,
        "{} of {} seeds x {ops} events in {} runs ({} with right clocks as well) in {seconds:.1} s; none was begun after {} s",
        told.seeds,
        told.asked.seeds,
        told.runs,
        told.pairs,
        told.asked.within.as_secs(),
    );
    let _ = writeln!(text, "{} pairs of histories with and without hidden entries", beside.pairs);
    let failed = (told.findings.len() + beside.findings.len()) as u64
        + u64::from(!told.coverage.rare(least).is_empty());
    let _ = writeln!(text, "{} passed, {failed} failed", told.seeds - told.findings.len() as u64);
    text
}

fn write_finding(text: &mut String, finding: &Finding, ops: usize, events: &[Event]) {
    let seed = finding.plan.seed;
    let _ = writeln!(text, "seed {seed}:");
    for violation in &finding.violations {
        let _ = writeln!(text, "  {violation}");
    }
    let _ = writeln!(text, "  with {} of its {} events:", events.len(), finding.events.len());
    for event in events {
        let _ = writeln!(text, "  {event}");
    }
    let _ = writeln!(text, "  again: {}", again(finding.plan, ops, events));
}

fn violations(finding: &Finding) -> Vec<Value> {
    let said =
        |violation: &Violation| json!({ "promise": violation.promise.number(), "what": violation.what });
    finding.violations.iter().map(said).collect()
}

/// The one command that runs a finding again.
fn again(plan: Plan, ops: usize, events: &[Event]) -> String {
    let seed = plan.seed;
    let engine = if plan.engine == Engine::Postgres { " --engine postgres" } else { "" };
    let only: Vec<String> = events.iter().map(|event| event.no.to_string()).collect();
    format!(
        "cargo run -p alongside-tests --bin simulate -- --seeds 1 --seed {seed} --ops {ops}{engine} --only {}",
        only.join(",")
    )
}

/// The whole report for programs.
pub fn as_json(told: &Told, beside: &Beside, least: u64, ops: usize) -> Value {
    let findings = told.findings.iter();
    let findings: Vec<Value> = findings
        .map(|finding| {
            let again = again(finding.plan, ops, &finding.events);
            json!({ "seed": finding.plan.seed, "violations": violations(finding), "again": again })
        })
        .collect();
    let seen: serde_json::Map<String, Value> =
        Sight::ALL.iter().map(|sight| (sight.name().to_owned(), json!(told.coverage.of(*sight)))).collect();
    let rare: Vec<&str> = told.coverage.rare(least).into_iter().map(Sight::name).collect();
    json!({
        "seeds": told.seeds, "ops": ops, "runs": told.runs, "clock_pairs": told.pairs,
        "seconds": told.took.as_secs_f64(), "seen": seen, "too_rare": rare, "findings": findings,
        "pairs": beside.pairs, "beside": beside.findings,
    })
}

/// Which bug was found by what.
#[cfg(feature = "planted")]
pub fn hunted(hunted: &[super::planted::Hunted]) -> String {
    let mut text = String::new();
    for one in hunted {
        let by = one.by.as_deref().unwrap_or("NOT FOUND");
        let _ = writeln!(text, "{:<22} {}\n{:<22}   {by}", format!("{:?}", one.bug), one.bug.what(), "");
        if let Some(besides) = one.besides.as_deref().filter(|_| one.by.is_none()) {
            let _ = writeln!(text, "{:<22}   seen, and not what it breaks: {besides}", "");
        }
    }
    let missed = hunted.iter().filter(|one| one.by.is_none()).count();
    let _ = writeln!(text, "{} passed, {missed} failed", hunted.len() - missed);
    text
}
