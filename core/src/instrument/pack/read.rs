//! From the bytes of a file to a pack that can be believed, or to the first reason why not.
//! It must not know the definitions that are known already: those are the registry's.

use super::envelope::{Envelope, Kind, open};
use super::error::PackError;
use super::key::{SignerKey, Signers};
use super::withdrawal::Withdrawal;
use crate::instrument::definition::Instrument;

/// What a pack says, once it is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// Who signed it.
    pub signer: SignerKey,
    /// What it carries.
    pub content: Content,
}

/// What a pack carries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A definition.
    Definition(Box<Instrument>),
    /// The word that a version is withdrawn for new assessments.
    Withdrawal(Withdrawal),
}

impl Pack {
    /// Reads a pack that one of `signers` has signed.
    ///
    /// # Errors
    /// The first reason against it: not a pack, unsigned, damaged, of an unknown signer, wrongly signed, or with a
    /// definition that does not load.
    pub fn read(bytes: &[u8], signers: &Signers) -> Result<Self, PackError> {
        let envelope = open(bytes)?;
        let signer = signer_of(&envelope)?;
        if !signers.trust(&signer) {
            return Err(PackError::unknown_signer(&signer));
        }
        finish(&envelope, signer)
    }

    /// Reads a pack again that was taken before, whoever is trusted today: what was once answered must stay readable. Its
    /// checksum and signature must still fit.
    ///
    /// # Errors
    /// As [`Pack::read`], without regard to who is trusted.
    pub fn reread(bytes: &[u8]) -> Result<Self, PackError> {
        let envelope = open(bytes)?;
        let signer = signer_of(&envelope)?;
        finish(&envelope, signer)
    }

    /// The instrument it is about: id and version.
    pub fn subject(&self) -> (&str, u32) {
        match &self.content {
            Content::Definition(instrument) => (&instrument.id, instrument.version),
            Content::Withdrawal(withdrawal) => (&withdrawal.id, withdrawal.version),
        }
    }
}

fn signer_of(envelope: &Envelope<'_>) -> Result<SignerKey, PackError> {
    SignerKey::parse(&envelope.signer)
        .map_err(|error| PackError::Malformed { reason: format!("signer: {error}") })
}

fn finish(envelope: &Envelope<'_>, signer: SignerKey) -> Result<Pack, PackError> {
    let Envelope { kind, content, signature, .. } = envelope;
    if !signer.verifies(&kind.signed_bytes(content), signature) {
        return Err(PackError::WrongSignature);
    }
    let content = match kind {
        Kind::Definition => Content::Definition(Box::new(Instrument::parse(content)?)),
        Kind::Withdrawal => Content::Withdrawal(Withdrawal::parse(content)?),
    };
    Ok(Pack { signer, content })
}
