//! What every page needs: the store, the clock, randomness and the instruments. Handed in, so that tests say what time it is.

use std::sync::Arc;

use alongside_core::instrument::Registry;
use alongside_core::ports::{Clock, Entropy};

use super::session::CookieJar;
use crate::store::Store;

/// What the pages are served from.
#[derive(Clone)]
pub(crate) struct Site {
    /// Where records and sessions are kept.
    pub(crate) store: Arc<dyn Store>,
    /// The server's clock.
    pub(crate) clock: Arc<dyn Clock>,
    /// Where session tokens come from.
    pub(crate) entropy: Arc<dyn Entropy>,
    /// The definitions assessments are read with.
    pub(crate) instruments: Arc<Registry>,
    /// The server's secret: addresses and sign-in names are kept only as hashes made with it.
    pub(crate) secret: [u8; 32],
    /// Whether people reach the pages over TLS; cookies are then sent over nothing else.
    pub(crate) secure: bool,
}

impl Site {
    pub(super) fn cookies(&self) -> CookieJar {
        CookieJar::new(self.secure)
    }
}
