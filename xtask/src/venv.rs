//! The Python environment of the tests: its own folder under the build folder, with pinned packages.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::run;
use crate::workspace::Workspace;

/// What is installed; beside the program that installs it, so that a pin is changed in one place.
const REQUIREMENTS: &str = "xtask/python-requirements.txt";

/// Makes the environment if it is not there, or is not as the pinned list says, and returns its Python.
pub(crate) fn prepare(workspace: &Workspace) -> Result<PathBuf, Failure> {
    let folder = workspace.target().join("venv");
    let python = folder.join("bin/python");
    let wanted = read(&workspace.root().join(REQUIREMENTS))?;
    let installed = folder.join("installed.txt");
    if std::fs::read_to_string(&installed).is_ok_and(|list| list == wanted) && works(&python) {
        return Ok(python);
    }
    run::shown(workspace.program("python3").args(["-m", "venv", "--clear"]).arg(&folder))?;
    let pip =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
    run::shown(workspace.program(&python).args(pip))?;
    // Written last: an installation that was cut short is started afresh.
    std::fs::write(&installed, wanted)
        .map_err(|error| Failure::new(format!("could not write {}: {error}", installed.display())))?;
    Ok(python)
}

/// A folder that was moved, or whose base Python is gone, has a `python` that does not start.
fn works(python: &Path) -> bool {
    python
        .to_str()
        .is_some_and(|python| run::succeeds(python, &["-c", "import pytest, hypothesis, selenium, fhirkit"]))
}

fn read(path: &Path) -> Result<String, Failure> {
    std::fs::read_to_string(path)
        .map_err(|error| Failure::new(format!("could not read {}: {error}", path.display())))
}
