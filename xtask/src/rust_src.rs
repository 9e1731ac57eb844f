//! The source of the standard library, of exactly the compiler in use: what is type-checked for a phone when no standard library
//! built for it is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache;
use crate::debian;
use crate::failure::Failure;
use crate::run;

/// True when the source is here, or may be fetched.
pub(crate) fn can_be_had() -> bool {
    find().is_some() || debian::may_install()
}

/// The folder `library` of the source; fetched from Debian's backports when rustup has not installed it.
pub(crate) fn obtain() -> Result<PathBuf, Failure> {
    match find() {
        Some(library) => Ok(library),
        None => fetch(&version()?),
    }
}

fn find() -> Option<PathBuf> {
    let version = version().ok()?;
    [in_sysroot()?, in_cache(&version)].into_iter().find(|library| library.join("Cargo.lock").is_file())
}

fn version() -> Result<String, Failure> {
    let said = run::read(Command::new("rustc").arg("--version"))?;
    let version = said.split_whitespace().nth(1).map(str::to_owned);
    version.ok_or_else(|| Failure::new(format!("rustc said a version that is none: {}", said.trim())))
}

fn in_sysroot() -> Option<PathBuf> {
    let said = run::read(Command::new("rustc").args(["--print", "sysroot"])).ok()?;
    Some(Path::new(said.trim()).join("lib/rustlib/src/rust/library"))
}

fn folder(version: &str) -> PathBuf {
    cache::folder().join(format!("rust-src-{version}"))
}

fn in_cache(version: &str) -> PathBuf {
    folder(version).join(format!("usr/src/rustc-{version}/library"))
}

/// Downloads the package with a list of its own, so that nothing is installed and no list of the machine changes.
fn fetch(version: &str) -> Result<PathBuf, Failure> {
    let folder = folder(version);
    let failure = |error| Failure::new(format!("could not write {}: {error}", folder.display()));
    std::fs::create_dir_all(folder.join("lists/partial")).map_err(failure)?;
    let list = folder.join("backports.list");
    std::fs::write(&list, format!("deb {} trixie-backports main\n", debian::mirror()?)).map_err(failure)?;
    let apt = |program: &str| {
        let mut command = Command::new(program);
        command
            .current_dir(&folder)
            .args(["-o".to_owned(), format!("Dir::Etc::sourcelist={}", list.display())]);
        command.args([
            "-o",
            "Dir::Etc::sourceparts=-",
            "-o",
            "Dir::Cache::pkgcache=",
            "-o",
            "Dir::Cache::srcpkgcache=",
        ]);
        command.args(["-o".to_owned(), format!("Dir::State::Lists={}", folder.join("lists").display())]);
        command
    };
    run::shown(apt("apt-get").args(["--quiet", "update"]))?;
    let known = run::read(apt("apt-cache").args(["madison", "rust-src"]))?;
    let package = newest_of(&known, version).ok_or_else(|| missing(version))?;
    run::shown(apt("apt-get").args(["--quiet", "download", &format!("rust-src={package}")]))?;
    for file in std::fs::read_dir(&folder).map_err(failure)?.flatten().map(|entry| entry.path()) {
        if file.extension().is_some_and(|extension| extension == "deb") {
            run::shown(Command::new("dpkg").arg("-x").arg(&file).arg(&folder))?;
            std::fs::remove_file(&file).map_err(failure)?;
        }
    }
    let library = in_cache(version);
    if library.join("Cargo.lock").is_file() { Ok(library) } else { Err(missing(version)) }
}

/// The first package, in the order apt lists them, that holds this version.
fn newest_of<'a>(madison: &'a str, version: &str) -> Option<&'a str> {
    let packages = madison.lines().filter_map(|line| line.split('|').nth(1)).map(str::trim);
    packages.into_iter().find(|package| package.split(['+', '-']).next() == Some(version))
}

fn missing(version: &str) -> Failure {
    Failure::new(format!(
        "Debian's backports have no source of Rust {version}; `rustup component add rust-src` where rustup has its server"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_is_the_one_of_the_compiler_in_use_and_no_other() {
        let madison = " rust-src | 1.96.1+dfsg1-2~bpo13+1 | http://mirror trixie-backports/main amd64 Packages\n \
                       rust-src | 1.95.0+dfsg1-2~bpo13+1 | http://mirror trixie-backports/main amd64 Packages\n";
        assert_eq!(newest_of(madison, "1.95.0"), Some("1.95.0+dfsg1-2~bpo13+1"));
        assert_eq!(newest_of(madison, "1.95"), None);
    }
}
