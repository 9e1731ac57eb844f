//! The Android library and app: compiled, their resources linked, their screens run on Robolectric with the real library.

use crate::bindings;
use crate::failure::Failure;
use crate::maven;
use crate::need;
use crate::pytest;
use crate::screens;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "android",
    about: "the Android library and app: resources, screens on Robolectric, pictures in target/screens",
    needs: &[need::LIBCRYPTO, need::PYTHON, need::JDK, need::MAVEN, need::AAPT],
    run,
};

/// The modules whose tests this step runs. `companion` is only compiled here: the step `kotlin` tests it.
const MODULES: &[&str] = &["alongside-device", "alongside-app"];

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let built = bindings::make(workspace)?;
    let library = bindings::library(&built).display().to_string();
    pytest::run(workspace, "android/scripts", &[("ALONGSIDE_LIBRARY", library)])?;
    let pictures = screens::fresh(workspace, |name| name.starts_with(screens::ANDROID))?;
    let arguments = [
        "--projects",
        "robolectric,device,app",
        "--also-make",
        "-Dtest=org.alongside.device.**,org.alongside.app.**",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        &format!("-Dalongside.screens={pictures}"),
    ];
    maven::test(workspace, "android", MODULES, &arguments)
}
