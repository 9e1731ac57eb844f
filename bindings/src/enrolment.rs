//! Whose phone this is.

use alongside_core::companion::Me;

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Whose phone this is; nothing before it was enrolled. Blocks for a file read.
    pub fn me(&self) -> Result<Option<Me>, AlongsideError> {
        Ok(self.core.me()?)
    }
}

// The core's own transport needs a Tokio runtime around it; the app's brings its own waiting.
#[cfg_attr(feature = "http", uniffi::export(async_runtime = "tokio"))]
#[cfg_attr(not(feature = "http"), uniffi::export)]
impl Companion {
    /// Makes this phone one of the service's, with the one-time code its person was given. Needs a connection.
    ///
    /// `server` is the address, such as `https://alongside.example.org`; `platform` is `android`, `ios`, or what else runs
    /// this. Fails with `Invalid` for the field `code` (`Unknown`, `Used`, `Expired`) or `server`, or with `Offline`: then
    /// the same code can be tried again.
    pub async fn enrol(&self, server: String, code: String, platform: String) -> Result<Me, AlongsideError> {
        Ok(self.core.enrol(&server, &code, &platform).await?)
    }
}
