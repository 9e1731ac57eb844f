//! Opening a phone's core with everything it needs from outside.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::known_instruments::KnownInstruments;
use super::typing::Typing;
use super::under_way::Carrying;
use super::{ChangeListener, Companion, CompanionError, Reason};
use crate::instrument::{Registry, Signers};
use crate::ports::{Clock, Entropy, Ids, SystemClock, SystemEntropy, SystemIds};
use crate::store::{Disk, KeyStore, Rescued, Store, is_whole};
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
    /// Makes the disk fail, in a simulation; nothing in the product.
    pub disk: Option<Arc<dyn Disk>>,
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
            disk: None,
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

    /// Goes on with what can be saved of a damaged or missing file, after [`Companion::open`] or a later call said that it is
    /// one and a person agreed. The damaged file is set aside and kept, until something is erased or the phone is wiped or
    /// becomes somebody else's; what the server has comes again with the next sync, which also leaves with it what could be read
    /// and has no place any more.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with [`Reason::NotFromHere`] when the file is whole: there is nothing to rescue, and
    /// nothing is moved. [`CompanionError::Store`]: as long as what was found is not kept, nothing is moved.
    pub fn rescue(setup: Setup) -> Result<(Self, Rescued), CompanionError> {
        let ports = (setup.keys.as_ref(), setup.entropy.as_ref(), setup.ids.as_ref());
        let (store, rescued) = rescued(&setup.folder, ports, setup.clock.as_ref())?;
        Ok((Self::around(store, setup)?, rescued))
    }

    fn around(store: Store, setup: Setup) -> Result<Self, CompanionError> {
        let Setup { keys, transport, clock, ids, entropy, instruments, signers, listener, disk, .. } = setup;
        let store = store.over(disk);
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
            carrying: Carrying::default(),
            keys,
        })
    }
}

/// As [`Companion::rescue`], and closes the new file again, so that it can be opened as ever.
///
/// # Errors
/// As [`Companion::rescue`].
pub fn rescue_file(folder: &Path, keys: &dyn KeyStore, clock: &dyn Clock) -> Result<Rescued, CompanionError> {
    Ok(rescued(folder, (keys, &SystemEntropy, &SystemIds), clock)?.1)
}

fn rescued(
    folder: &Path,
    ports: (&dyn KeyStore, &dyn Entropy, &dyn Ids),
    clock: &dyn Clock,
) -> Result<(Store, Rescued), CompanionError> {
    if is_whole(folder, ports.0)? {
        return Err(CompanionError::invalid("folder", Reason::NotFromHere));
    }
    Ok(Store::rescue(folder, ports, clock.now())?)
}
