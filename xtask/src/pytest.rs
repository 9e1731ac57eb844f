//! Running one folder of Python tests.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::run;
use crate::venv;
use crate::workspace::Workspace;

/// Runs the tests in `folder` (relative to the root) with `environment` on top of the shared settings.
///
/// Fails when the folder has no test file: a suite that has vanished must not look like one that passes.
pub(crate) fn run(
    workspace: &Workspace,
    folder: &str,
    environment: &[(&str, String)],
) -> Result<(), Failure> {
    require_tests(&workspace.root().join(folder), folder)?;
    let python = venv::prepare(workspace)?;
    run::shown(pytest(workspace, &python, folder).envs(environment.iter().map(|(name, value)| (name, value))))
}

/// Everything the tools would leave in the checkout goes to the build folder instead.
fn pytest(workspace: &Workspace, python: &Path, folder: &str) -> Command {
    let target = workspace.target();
    let mut command = workspace.program(python);
    command
        .args(["-m", "pytest", "-o"])
        .arg(format!("cache_dir={}", target.join("pytest").display()))
        .arg(folder);
    command
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("HYPOTHESIS_STORAGE_DIRECTORY", target.join("hypothesis"));
    command
}

fn require_tests(folder: &Path, named: &str) -> Result<(), Failure> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    if names.any(|name| name.starts_with("test_") && name.ends_with(".py")) {
        return Ok(());
    }
    Err(Failure::new(format!("{named} has no test file (test_….py)")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_without_a_test_file_is_a_failure() {
        let workspace = Workspace::find();
        let failure = run(&workspace, "xtask/src", &[]).unwrap_err();
        assert_eq!(failure.to_string(), "xtask/src has no test file (test_….py)");
        assert!(run(&workspace, "nowhere", &[]).is_err());
    }
}
