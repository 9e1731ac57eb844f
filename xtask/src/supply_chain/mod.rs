//! The lists of `deny.toml`, applied where cargo-deny is not installed: licences, sources and banned crates.
//!
//! It reads the same file, so that there is one list; a section that only cargo-deny knows (advisories, duplicate
//! versions) is left to it.

mod licence;
mod package;
mod rules;

use crate::failure::Failure;
use crate::run;
use crate::say;
use crate::workspace::Workspace;

/// Fails with every package of the lock file that the rules do not let in.
pub(crate) fn check(workspace: &Workspace) -> Result<(), Failure> {
    let text = std::fs::read_to_string(workspace.root().join("deny.toml"))
        .map_err(|error| Failure::new(format!("could not read deny.toml: {error}")))?;
    let rules = rules::parse(&text)?;
    let metadata = run::read(workspace.cargo().args(["metadata", "--format-version", "1"]))?;
    let packages = package::list_foreign(&metadata)?;
    let complaints: Vec<_> = packages.iter().flat_map(|package| rules.complaints(package)).collect();
    if !complaints.is_empty() {
        return Err(Failure::new(complaints.join("; ")));
    }
    say::line(&format!("{} packages: licences, sources and names are within deny.toml", packages.len()));
    Ok(())
}
