//! The demo in a real browser: a note is written offline, and the supervisor's page shows what arrived.

use std::path::Path;

use crate::debian;
use crate::failure::Failure;
use crate::need;
use crate::pytest;
use crate::run;
use crate::screens;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "browser",
    about: "the demo's pages do what they say, in Chromium",
    needs: &[need::LIBCRYPTO, need::PYTHON, need::CHROMIUM, need::CHROMEDRIVER],
    run,
};

/// No first-run pages and no calls home: the browser talks to the demo alone.
const QUIET: &[&str] = &[
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

fn run(workspace: &Workspace) -> Result<(), Failure> {
    // With the features of the whole workspace, so that what the Rust tests built is used again.
    run::shown(workspace.cargo().args(["build", "--workspace", "--bin", "alongside-demo"]))?;
    let screens = screens::fresh(workspace, |name| !name.starts_with(screens::ANDROID))?;
    let profile = fresh_folder(workspace.target().join("chromium"))?;
    let environment = [
        ("ALONGSIDE_DEMO", workspace.target().join("debug/alongside-demo").display().to_string()),
        ("ALONGSIDE_SCREENS", screens),
        ("ALONGSIDE_CHROMIUM_FLAGS", chromium_flags(&profile, debian::is_root()).join(" ")),
    ];
    pytest::run(workspace, "tests/browser", &environment)
}

fn chromium_flags(profile: &str, root: bool) -> Vec<String> {
    let mut flags: Vec<_> = QUIET.iter().map(|flag| (*flag).to_owned()).collect();
    flags.push(format!("--user-data-dir={profile}"));
    if root {
        // Chromium's sandbox refuses to start for root; the pages are our own, on loopback.
        flags.push("--no-sandbox".to_owned());
    }
    flags
}

/// Empties `folder`: yesterday's picture must not pass for today's.
fn fresh_folder(folder: impl AsRef<Path>) -> Result<String, Failure> {
    let folder = folder.as_ref();
    let failure = |error| Failure::new(format!("could not empty {}: {error}", folder.display()));
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(failure)?;
    }
    std::fs::create_dir_all(folder).map_err(failure)?;
    Ok(folder.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_root_goes_without_the_sandbox() {
        let has_it = |root| chromium_flags("/profile", root).contains(&"--no-sandbox".to_owned());
        assert!(has_it(true));
        assert!(!has_it(false));
    }

    #[test]
    fn every_run_has_a_profile_of_its_own() {
        assert!(chromium_flags("/profile", false).contains(&"--user-data-dir=/profile".to_owned()));
    }
}
