//! The core and its bindings as the compilers for Android and iOS see them: type-checked, never linked, with no SDK.
//!
//! The standard library is checked from its source, and C is passed over by a compiler that makes empty objects. It finds what does
//! not exist on a phone; it says nothing of how the library runs there.

use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::need;
use crate::run;
use crate::rust_src;
use crate::step::Step;
use crate::workspace::Workspace;

/// See the module.
pub(crate) const STEP: Step = Step {
    name: "mobile",
    about: "the core and its bindings type-check for Android and iOS",
    needs: &[need::LIBCRYPTO, need::RUST_SRC],
    run,
};

const TARGETS: &[&str] = &["aarch64-linux-android", "aarch64-apple-ios"];
/// Compiles nothing; see its own words.
const NO_C: &str = include_str!("mobile_cc.sh");

fn run(workspace: &Workspace) -> Result<(), Failure> {
    let library = rust_src::obtain()?;
    let folder = workspace.target().join("mobile");
    let compiler = lay_out(&folder)?;
    for target in TARGETS {
        run::shown(&mut check(workspace, (&folder, &compiler), &library, target))?;
    }
    Ok(())
}

/// What the build scripts of C libraries look for; gives the path of the compiler.
fn lay_out(folder: &Path) -> Result<String, Failure> {
    let failure = |error| Failure::new(format!("could not write in {}: {error}", folder.display()));
    std::fs::create_dir_all(folder.join("iPhoneOS.sdk")).map_err(failure)?;
    let script = folder.join("cc.sh");
    std::fs::write(&script, NO_C).map_err(failure)?;
    run::read(Command::new("chmod").arg("755").arg(&script))?;
    Ok(script.display().to_string())
}

fn check(workspace: &Workspace, (folder, compiler): (&Path, &str), library: &Path, target: &str) -> Command {
    let mut command = workspace.cargo();
    command.args([
        "check",
        "--quiet",
        "-p",
        "alongside-bindings",
        // As phones have it, without the core's own transport.
        "--no-default-features",
        "-Zbuild-std=std,panic_abort",
        "--target",
        target,
    ]);
    let named = |name: &str| format!("{name}_{}", target.replace('-', "_"));
    command.env(named("CC"), compiler).env(named("AR"), "true").env("RANLIB", "true");
    command.env("SDKROOT", folder.join("iPhoneOS.sdk"));
    // This machine's OpenSSL answers for the phone's: its interface is the same, and nothing is linked.
    command.env("OPENSSL_NO_VENDOR", "1").env("PKG_CONFIG_ALLOW_CROSS", "1");
    // `-Zbuild-std` is unstable, and where it looks for the source is cargo's own affair: that is why this is a step apart.
    command.env("RUSTC_BOOTSTRAP", "1").env("__CARGO_TESTS_ONLY_SRC_ROOT", library);
    // A folder of its own: what is built with unstable features on would otherwise be built anew by the next step.
    command.env("CARGO_TARGET_DIR", folder);
    command
}
