//! Instruments beyond those that ship: packs their licence holders have signed.
#![expect(clippy::needless_pass_by_value, reason = "bytes cross the boundary by value")]

use alongside_core::companion::{InstrumentSummary, PackCheck};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// The instruments an assessment can be begun with, each in the version it begins with.
    pub fn instruments(&self) -> Vec<InstrumentSummary> {
        self.core.instruments()
    }

    /// Every instrument this phone knows, in every version: also those that are only read.
    pub fn list_instruments(&self) -> Vec<InstrumentSummary> {
        self.core.list_instruments()
    }

    /// What a pack is and whether it would be taken, without taking it: for a screen that shows its licence first.
    pub fn check_pack(&self, pack: Vec<u8>) -> PackCheck {
        self.core.check_pack(&pack)
    }

    /// Takes a pack: an instrument that an organisation has a licence for, or the word that one is withdrawn. It is kept on
    /// this phone, encrypted. A new version stands beside the old one, in which drafts that were begun with it end. Blocks
    /// for a file write.
    ///
    /// Fails with `Invalid` for the field `pack`; `check_pack` says why in words. Nothing was taken then, and nothing that was
    /// there is changed.
    pub fn load_pack(&self, pack: Vec<u8>) -> Result<(), AlongsideError> {
        Ok(self.core.load_pack(&pack)?)
    }
}
