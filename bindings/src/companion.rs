//! The one object, and how it is opened.

use std::sync::Arc;

use alongside_core::companion::Setup;
use alongside_core::instrument::{KeyError, SignerKey, Signers};
use alongside_core::sync::Transport;

use crate::ports::{AppClock, AppKeys, AppListener, AppTransport};
use crate::{AlongsideError, ChangeListener, DeviceClock, InvalidReason, KeyStore, SyncTransport};

/// A phone's core: what its screens ask, and what they save.
///
/// Open one when the app starts and keep it. It may be used from several threads. `enrol` and `synchronise` need a
/// connection and are asynchronous; everything else works with no signal and blocks for as long as reading or writing a
/// file takes, so call it off the main thread (`Dispatchers.IO`, an actor).
#[derive(uniffi::Object)]
pub struct Companion {
    pub(crate) core: alongside_core::companion::Companion,
}

#[uniffi::export]
impl Companion {
    /// Opens the phone's encrypted file in `folder`, or makes it at the very first start. Blocks.
    ///
    /// `folder` must be private to the app. On Android and iOS bring a `transport` over the platform's own, which honours its proxies
    /// and certificates; elsewhere, without one, the core's is used. The `listener` hears of changes.
    /// `pack_signers` are the keys of those whose instrument packs your organisation takes, 64 hexadecimal digits each;
    /// without any, no pack is taken. The `clock` is the platform's; without one the operating system is asked.
    ///
    /// Fails with `Storage`: a wrong key, a damaged, missing or newer file are told apart, and nothing is created, emptied
    /// or deleted by any of them. With `Invalid` when one of `pack_signers` is no key, or when there is no
    /// `transport` and the library was built for phones, without one of its own.
    #[uniffi::constructor(name = "new", default(transport = None, listener = None, pack_signers = [], clock = None))]
    pub fn open(
        folder: String,
        key_store: Arc<dyn KeyStore>,
        transport: Option<Arc<dyn SyncTransport>>,
        listener: Option<Arc<dyn ChangeListener>>,
        pack_signers: Vec<String>,
        clock: Option<Arc<dyn DeviceClock>>,
    ) -> Result<Arc<Self>, AlongsideError> {
        let transport: Arc<dyn Transport> = match transport {
            Some(transport) => Arc::new(AppTransport::new(transport)),
            None => our_own()?,
        };
        let mut setup = Setup::new(folder, Arc::new(AppKeys::new(key_store)), transport);
        setup.signers = signers(pack_signers)?;
        if let Some(clock) = clock {
            setup.clock = Arc::new(AppClock::new(clock));
        }
        setup.listener = listener.map(|listener| Arc::new(AppListener::new(listener)) as _);
        Ok(Arc::new(Self { core: alongside_core::companion::Companion::open(setup)? }))
    }
}

/// The transport for an app that brings none.
#[cfg(feature = "http")]
fn our_own() -> Result<Arc<dyn Transport>, AlongsideError> {
    Ok(Arc::new(alongside_core::sync::HttpTransport::new()?))
}

/// A library for phones has none: the platform's is there already, and knows its proxies and certificates.
#[cfg(not(feature = "http"))]
fn our_own() -> Result<Arc<dyn Transport>, AlongsideError> {
    Err(AlongsideError::invalid("transport", InvalidReason::Empty))
}

fn signers(keys: Vec<String>) -> Result<Signers, AlongsideError> {
    let keys: Result<Signers, KeyError> = keys.into_iter().map(|key| SignerKey::parse(&key)).collect();
    keys.map_err(|_| AlongsideError::invalid("pack_signers", InvalidReason::WrongType))
}
