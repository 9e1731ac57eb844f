//! Bundles of invented people before two validators from elsewhere, and planted faults that they must find.

use crate::failure::Failure;
use crate::need;
use crate::pytest;
use crate::run;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "exchange",
    about: "bundles of invented people, judged by two public FHIR validators",
    needs: &[need::LIBCRYPTO, need::PYTHON, need::NODE],
    run,
};

/// The validator from npm, pinned; the one from PyPI is in the list of the Python environment.
const NPM_VALIDATOR: &str = "fhir@4.12.0";

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let folder = workspace.target().join("exchange");
    empty(&folder)?;
    let node = validator(workspace)?;
    // With the features of the whole workspace, so that what the Rust tests built is used again.
    let mut bundles = workspace.cargo();
    bundles
        .args(["test", "--workspace", "--test", "exchange", "--test", "stories"])
        .env("ALONGSIDE_EXCHANGE", &folder);
    run::shown(&mut bundles)?;
    let environment = [
        ("ALONGSIDE_EXCHANGE", folder.display().to_string()),
        ("ALONGSIDE_NODE", node.display().to_string()),
    ];
    pytest::run(workspace, "tests/exchange", &environment)
}

/// Yesterday's bundles must not pass for today's.
fn empty(folder: &std::path::Path) -> Result<(), Failure> {
    let failure = |error| Failure::new(format!("could not empty {}: {error}", folder.display()));
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(failure)?;
    }
    std::fs::create_dir_all(folder).map_err(failure)
}

/// The folder npm installed the validator in, which is under the build folder.
fn validator(workspace: &Workspace) -> Result<std::path::PathBuf, Failure> {
    let folder = workspace.target().join("node");
    let installed = folder.join("node_modules/fhir/package.json");
    let version = NPM_VALIDATOR.trim_start_matches("fhir@");
    if std::fs::read_to_string(&installed)
        .is_ok_and(|text| text.contains(&format!("\"version\": \"{version}\"")))
    {
        return Ok(folder);
    }
    std::fs::create_dir_all(&folder)
        .map_err(|error| Failure::new(format!("could not make {}: {error}", folder.display())))?;
    let quiet = ["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix"];
    run::shown(workspace.program("npm").args(quiet).arg(&folder).arg(NPM_VALIDATOR))?;
    Ok(folder)
}
