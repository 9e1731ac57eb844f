//! Where SQLCipher's cryptography comes from when a crate is built on this machine.
//!
//! The workspace can build OpenSSL itself (perl, make, some minutes) or link the system's libcrypto. Linking is taken
//! wherever the headers are found; the build itself never depends on it.

use crate::run::succeeds;

/// True when the system's OpenSSL can be linked: pkg-config finds it with its headers.
pub(crate) fn is_on_the_system() -> bool {
    succeeds("pkg-config", &["--atleast-version=1.1.1", "openssl"])
}

/// True when OpenSSL can be built from the vendored source.
pub(crate) fn can_be_built() -> bool {
    // Debian's small perl lacks the modules that OpenSSL's configuration uses.
    succeeds("perl", &["-MFindBin", "-MIPC::Cmd", "-MFile::Compare", "-e", "1"])
        && succeeds("make", &["--version"])
}

/// The environment that makes cargo link what was found.
pub(crate) fn build_settings() -> Option<(&'static str, &'static str)> {
    is_on_the_system().then_some(("OPENSSL_NO_VENDOR", "1"))
}
