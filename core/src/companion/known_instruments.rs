//! The definitions a phone knows at this moment: those handed in, and those of the packs it was given.
//! It must not know what a screen makes of them.

use std::sync::{Arc, PoisonError, RwLock};

use super::error::CompanionError;
use crate::instrument::{Content, InstrumentError, Pack, PackError, Registry, Signers};
use crate::store::{Store, StoreError, packs};

/// The definitions this phone knows, which a pack may add to while screens read them.
pub(super) struct KnownInstruments {
    registry: RwLock<Arc<Registry>>,
    signers: Signers,
}

impl KnownInstruments {
    /// Those handed in, and those of the packs in the store. A kept pack that this version cannot read is passed over: its
    /// assessments are shown as they were stored, and opening the store never fails for it.
    pub(super) fn open(handed: Registry, signers: Signers, store: &Store) -> Result<Self, CompanionError> {
        let mut registry = handed;
        for kept in store.read(packs::list)? {
            if let Ok(pack) = Pack::reread(&kept.bytes) {
                let trusted = signers.trust(&pack.signer);
                let _ = take(&mut registry, pack, trusted);
            }
        }
        Ok(Self { registry: RwLock::new(Arc::new(registry)), signers })
    }

    /// What is known at this moment.
    pub(super) fn known(&self) -> Arc<Registry> {
        self.registry.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A pack that one of the trusted signers has signed.
    pub(super) fn read(&self, bytes: &[u8]) -> Result<Pack, PackError> {
        Pack::read(bytes, &self.signers)
    }

    /// What would be known with this pack.
    pub(super) fn with(&self, pack: Pack) -> Result<Registry, PackError> {
        Ok(added(&self.known(), pack)?)
    }

    /// Takes a pack, once `keep` has it on the disk. Two packs that come at one moment wait for each other.
    pub(super) fn take(
        &self,
        pack: Pack,
        keep: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), CompanionError> {
        let mut registry = self.registry.write().unwrap_or_else(PoisonError::into_inner);
        let more = added(&registry, pack).map_err(PackError::from)?;
        keep()?;
        *registry = Arc::new(more);
        Ok(())
    }
}

fn added(registry: &Registry, pack: Pack) -> Result<Registry, InstrumentError> {
    let mut registry = registry.clone();
    take(&mut registry, pack, true)?;
    Ok(registry)
}

/// What a signer who is no longer trusted has signed is read and not begun.
fn take(registry: &mut Registry, pack: Pack, trusted: bool) -> Result<(), InstrumentError> {
    match pack.content {
        Content::Definition(instrument) => {
            let (id, version) = (instrument.id.clone(), instrument.version);
            registry.add(*instrument)?;
            if !trusted {
                registry.withdraw(&id, version, "your organisation no longer trusts its signer");
            }
        }
        Content::Withdrawal(word) => registry.withdraw(&word.id, word.version, &word.reason),
    }
    Ok(())
}
