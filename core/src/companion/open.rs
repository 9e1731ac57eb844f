//! Opening a phone's core with everything it needs from outside.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::known_instruments::KnownInstruments;
use super::typing::Typing;
use super::{ChangeListener, Companion, CompanionError};
use crate::instrument::{Registry, Signers};
use crate::ports::{Clock, Entropy, Ids, SystemClock, SystemEntropy, SystemIds};
use crate::store::{KeyStore, Rescued, Store};
use crate::sync::{Cancel, Transport};

/// What a phone's core is opened with.
#[derive(Clone)]
pub struct Setup {
    /// The folder of the encrypted file; private to the app.
    pub folder: PathBuf,
    /// Where the platform keeps the key.
    pub keys: Arc<dyn KeyStore>,
    /// Carries requests.
    pub transport: Arc<dyn Transport>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Makes ids.
    pub ids: Arc<dyn Ids>,
    /// Makes the key.
    pub entropy: Arc<dyn Entropy>,
    /// The instruments assessments can be held with.
    pub instruments: Registry,
    /// The signers whose instrument packs this organisation takes; nobody's when it has named none.
    pub signers: Signers,
    /// Hears of changes.
    pub listener: Option<Arc<dyn ChangeListener>>,
}

impl Setup {
    /// With the system's clock, ids and randomness, and the instruments that ship.
    pub fn new(folder: impl Into<PathBuf>, keys: Arc<dyn KeyStore>, transport: Arc<dyn Transport>) -> Self {
        Self {
            folder: folder.into(),
            keys,
            transport,
            clock: Arc::new(SystemClock::new()),
            ids: Arc::new(SystemIds),
            entropy: Arc::new(SystemEntropy),
            instruments: Registry::shipped(),
            signers: Signers::default(),
            listener: None,
        }
    }
}

impl Companion {
    /// Opens the phone's file, or makes one at the very first start.
    ///
    /// # Errors
    /// [`CompanionError::Store`] with a wrong key, a damaged, missing or newer file: told apart, and nothing is changed by
    /// any of them.
    pub fn open(setup: Setup) -> Result<Self, CompanionError> {
        let store =
            Store::open(&setup.folder, setup.keys.as_ref(), setup.entropy.as_ref(), setup.ids.as_ref())?;
        Self::around(store, setup)
    }

    /// Goes on with what can be saved of a damaged file, after [`Companion::open`] said that it is one and a person agreed.
    /// The damaged file is set aside and never deleted; what the server has comes again with the next sync.
    ///
    /// # Errors
    /// [`CompanionError::Store`]: as long as what was found is not kept, nothing is moved.
    pub fn rescue(setup: Setup) -> Result<(Self, Rescued), CompanionError> {
        let ports = (setup.keys.as_ref(), setup.entropy.as_ref(), setup.ids.as_ref());
        let (store, rescued) = Store::rescue(&setup.folder, ports, setup.clock.now())?;
        Ok((Self::around(store, setup)?, rescued))
    }

    fn around(store: Store, setup: Setup) -> Result<Self, CompanionError> {
        let Setup { keys, transport, clock, ids, entropy, instruments, signers, listener, .. } = setup;
        let instruments = KnownInstruments::open(instruments, signers, &store)?;
        Ok(Self {
            store,
            clock,
            ids,
            entropy,
            transport,
            instruments,
            typing: Typing::default(),
            listener,
            syncing: AtomicBool::new(false),
            suspended: AtomicBool::new(false),
            cancel: Cancel::default(),
            waiting: Cancel::default(),
            keys,
        })
    }
}
