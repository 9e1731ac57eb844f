//! The steps there are, and their order. Each file is one step.

mod android;
mod browser;
mod clippy;
mod docs;
mod engines;
mod exchange;
mod format;
mod kotlin;
mod mobile;
mod prerequisites;
mod python;
mod rust;
mod simulate;
mod structure;
mod supply;
mod swift;

use crate::failure::Failure;
use crate::step::Step;

/// Everything `cargo xtask test` runs: what is quick and often wrong comes first.
pub(crate) const TEST: &[Step] = &[
    prerequisites::STEP,
    format::STEP,
    clippy::STEP,
    docs::STEP,
    supply::STEP,
    rust::STEP,
    engines::STEP,
    python::STEP,
    kotlin::STEP,
    swift::STEP,
    android::STEP,
    exchange::STEP,
    browser::STEP,
    mobile::STEP,
    simulate::STEP,
];

/// What `cargo xtask check` runs. The structure tests are also part of the Rust tests.
pub(crate) const CHECK: &[Step] = &[format::STEP, clippy::STEP, docs::STEP, structure::STEP];

/// The steps of [`TEST`] with these names, in their usual order; all of them when no name is given.
///
/// Fails on a name that no step has.
pub(crate) fn choose(names: &[String]) -> Result<Vec<Step>, Failure> {
    if let Some(unknown) = names.iter().find(|name| !TEST.iter().any(|step| step.name == *name)) {
        let known: Vec<_> = TEST.iter().map(|step| step.name).collect();
        return Err(Failure::new(format!("no step is called `{unknown}`; there are {}", known.join(", "))));
    }
    if names.is_empty() {
        return Ok(TEST.to_vec());
    }
    Ok(TEST.iter().filter(|step| names.iter().any(|name| name == step.name)).copied().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(names: &[&str]) -> Vec<&'static str> {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        choose(&names).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn without_a_name_every_step_runs() {
        assert_eq!(chosen(&[]).len(), TEST.len());
    }

    #[test]
    fn chosen_steps_keep_their_usual_order() {
        assert_eq!(chosen(&["docs", "format"]), ["format", "docs"]);
    }

    #[test]
    fn a_name_that_no_step_has_is_refused_with_the_names_there_are() {
        let failure = choose(&["fromat".to_owned()]).err().unwrap().to_string();
        assert!(failure.contains("`fromat`") && failure.contains("format, clippy"), "{failure}");
    }

    #[test]
    fn no_two_steps_share_a_name() {
        let names: std::collections::BTreeSet<_> = TEST.iter().map(|step| step.name).collect();
        assert_eq!(names.len(), TEST.len());
    }
}
