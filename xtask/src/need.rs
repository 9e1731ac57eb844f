//! What a machine must have before a step can run, how that is seen, and how to get it.

use std::fmt;

use crate::debian;
use crate::libcrypto;
use crate::postgres;
use crate::run::succeeds;
use crate::rust_src;

/// One thing a step needs beyond Rust and a C compiler, without which this program would not run.
pub(crate) struct Need {
    /// What a person calls it.
    pub(crate) name: &'static str,
    /// The Debian packages that bring it.
    pub(crate) packages: &'static [&'static str],
    /// How to get it elsewhere.
    pub(crate) elsewhere: &'static str,
    /// True when this machine has it.
    pub(crate) is_met: fn() -> bool,
    /// True when steps can do without, at a price; then it is installed where that is possible, and not asked for.
    pub(crate) can_do_without: fn() -> bool,
}

/// All needs of all steps.
pub(crate) const ALL: &[Need] = &[
    LIBCRYPTO,
    RUSTFMT,
    CLIPPY,
    POSTGRESQL,
    STRACE,
    PYTHON,
    SWIFT,
    SHELLCHECK,
    JDK,
    MAVEN,
    AAPT,
    NODE,
    RUST_SRC,
    CHROMIUM,
    CHROMEDRIVER,
];

/// OpenSSL's headers, or what it takes to build OpenSSL.
pub(crate) const LIBCRYPTO: Need = Need {
    name: "OpenSSL's headers with pkg-config",
    packages: &["libssl-dev", "pkg-config"],
    elsewhere: "install OpenSSL's development files and pkg-config, or perl and make to build OpenSSL from source",
    is_met: libcrypto::is_on_the_system,
    can_do_without: libcrypto::can_be_built,
};

/// The formatter of the toolchain in use.
pub(crate) const RUSTFMT: Need = Need {
    name: "rustfmt",
    packages: &[],
    elsewhere: "rustup component add rustfmt",
    is_met: || succeeds("cargo", &["fmt", "--version"]),
    can_do_without: never,
};

/// The linter of the toolchain in use.
pub(crate) const CLIPPY: Need = Need {
    name: "clippy",
    packages: &[],
    elsewhere: "rustup component add clippy",
    is_met: || succeeds("cargo", &["clippy", "--version"]),
    can_do_without: never,
};

/// The server's other engine, run for the length of a step.
pub(crate) const POSTGRESQL: Need = Need {
    name: "PostgreSQL 15 or newer",
    packages: &["postgresql"],
    elsewhere: "install PostgreSQL's server, so that `initdb` is on the path or in /usr/lib/postgresql/<version>/bin, \
                or name a server whose data may be thrown away in ALONGSIDE_POSTGRES",
    is_met: postgres::is_here,
    can_do_without: never,
};

/// What records a program's writes, to rebuild what a power cut leaves behind. The tests that use it say when it is not there.
pub(crate) const STRACE: Need = Need {
    name: "strace",
    packages: &["strace"],
    elsewhere: "install strace; it needs leave to trace (ptrace) its own children",
    is_met: || succeeds("strace", &["-o", "/dev/null", "true"]),
    can_do_without: never,
};

/// A Python that can make an environment of its own.
pub(crate) const PYTHON: Need = Need {
    name: "Python 3.9 or newer with venv",
    packages: &["python3", "python3-venv"],
    elsewhere: "install Python 3 with its venv and ensurepip modules",
    is_met: || {
        succeeds("python3", &["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 9))"])
    },
    can_do_without: never,
};

/// A Swift toolchain, or what makes one: Debian's own is in a newer release than the machine may be.
pub(crate) const SWIFT: Need = Need {
    name: "Swift 6, or root on Debian with debootstrap to get it",
    packages: &["debootstrap"],
    elsewhere: "install Swift 6, so that `swift` is on the path",
    is_met: || {
        succeeds("swift", &["--version"])
            || (debian::is_root()
                && succeeds("debootstrap", &["--version"])
                && succeeds("unshare", &["--mount", "true"]))
    },
    can_do_without: never,
};

/// What reads the shell scripts that no machine here can run.
pub(crate) const SHELLCHECK: Need = Need {
    name: "ShellCheck",
    packages: &["shellcheck"],
    elsewhere: "install ShellCheck, so that `shellcheck` is on the path",
    is_met: || succeeds("shellcheck", &["--version"]),
    can_do_without: never,
};

/// What one of the two FHIR validators runs on.
pub(crate) const NODE: Need = Need {
    name: "Node.js with npm",
    packages: &["nodejs", "npm"],
    elsewhere: "install Node.js 18 or newer with npm",
    is_met: || succeeds("node", &["--version"]) && succeeds("npm", &["--version"]),
    can_do_without: never,
};

/// What the type-check for phones is made from.
pub(crate) const RUST_SRC: Need = Need {
    name: "the source of Rust's standard library",
    packages: &[],
    elsewhere: "rustup component add rust-src",
    is_met: rust_src::can_be_had,
    can_do_without: never,
};

/// The browser of the browser check.
pub(crate) const CHROMIUM: Need = Need {
    name: "Chromium",
    packages: &["chromium"],
    elsewhere: "install Chromium, so that `chromium` is on the path",
    is_met: || succeeds("chromium", &["--version"]),
    can_do_without: never,
};

/// What drives the browser.
pub(crate) const CHROMEDRIVER: Need = Need {
    name: "ChromeDriver",
    packages: &["chromium-driver"],
    elsewhere: "install the ChromeDriver of the same version as Chromium, so that `chromedriver` is on the path",
    is_met: || succeeds("chromedriver", &["--version"]),
    can_do_without: never,
};

/// What Kotlin and Robolectric run on.
pub(crate) const JDK: Need = Need {
    name: "a JDK 17 or newer",
    packages: &["openjdk-17-jdk-headless"],
    elsewhere: "install a JDK 17 or newer, so that `javac` is on the path",
    is_met: || succeeds("javac", &["-version"]),
    can_do_without: never,
};

/// What fetches and compiles what is written for the JVM.
pub(crate) const MAVEN: Need = Need {
    name: "Maven 3.8 or newer",
    packages: &["maven"],
    elsewhere: "install Maven, so that `mvn` is on the path",
    is_met: || succeeds("mvn", &["--version"]),
    can_do_without: never,
};

/// What checks and links an Android app's resources.
pub(crate) const AAPT: Need = Need {
    name: "aapt2",
    packages: &["aapt"],
    elsewhere: "take aapt2 from Android's build tools and put it on the path",
    is_met: || succeeds("aapt2", &["version"]),
    can_do_without: never,
};

impl Need {
    /// True when a step that needs it cannot run here.
    pub(crate) fn is_lacking(&self) -> bool {
        !(self.is_met)() && !(self.can_do_without)()
    }
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is missing: {}", self.name, self.elsewhere)?;
        if self.packages.is_empty() {
            return Ok(());
        }
        write!(f, " (Debian: apt-get install {})", self.packages.join(" "))
    }
}

fn never() -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: Need = Need {
        name: "Unobtainium",
        packages: &["unobtainium"],
        elsewhere: "look in the hills",
        is_met: never,
        can_do_without: never,
    };

    #[test]
    fn what_is_missing_is_said_with_how_to_get_it() {
        let said = NOWHERE.to_string();
        assert_eq!(said, "Unobtainium is missing: look in the hills (Debian: apt-get install unobtainium)");
    }

    #[test]
    fn a_need_with_another_way_is_not_lacking() {
        assert!(NOWHERE.is_lacking());
        assert!(!Need { can_do_without: || true, ..NOWHERE }.is_lacking());
        assert!(!Need { is_met: || true, ..NOWHERE }.is_lacking());
    }
}
