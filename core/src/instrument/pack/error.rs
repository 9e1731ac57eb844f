//! Why a pack is not taken. Packs hold no personal data, so a reason may quote them.
//! It must not know what a screen does with a reason.

use thiserror::Error;

use super::key::SignerKey;
use crate::instrument::error::InstrumentError;

/// Why a pack was not taken. Nothing of it was, and what was known before is as it was.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PackError {
    /// Longer than any pack needs to be.
    #[error("the pack has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// Its length.
        bytes: usize,
        /// The most there may be.
        limit: usize,
    },
    /// Not a pack: not JSON, or a field that is missing, not known, or of the wrong type.
    #[error("this is not an instrument pack: {reason}")]
    Malformed {
        /// What was found.
        reason: String,
    },
    /// A pack in a format of a newer version.
    #[error("the pack is in format {format}, which this version does not know")]
    UnknownFormat {
        /// The format it says.
        format: u64,
    },
    /// Nobody has signed it: a bare definition, or a pack without a signer or a signature.
    #[error("nobody has signed this pack")]
    Unsigned,
    /// Its content is not what its checksum says: cut off, or changed on the way.
    #[error("the pack was damaged or changed after it was signed: its checksum does not fit")]
    Damaged,
    /// Signed with a key that this organisation has not said it trusts.
    #[error("the pack is signed with key {signer}, which this organisation does not trust")]
    UnknownSigner {
        /// The key, shortened as people compare it.
        signer: String,
    },
    /// The signature is not the signer's over this content.
    #[error("the signature is not this signer's for this content")]
    WrongSignature,
    /// Rightly signed, and its definition does not load.
    #[error(transparent)]
    Definition(#[from] InstrumentError),
    /// It withdraws a definition without saying which, or why.
    #[error("the withdrawal does not say {what}")]
    BadWithdrawal {
        /// What it should say.
        what: &'static str,
    },
}

impl PackError {
    /// A stable word for the reason, the same in every language and log.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "pack_too_large",
            Self::Malformed { .. } => "pack_malformed",
            Self::UnknownFormat { .. } => "pack_format_unknown",
            Self::Unsigned => "pack_unsigned",
            Self::Damaged => "pack_damaged",
            Self::UnknownSigner { .. } => "pack_signer_unknown",
            Self::WrongSignature => "pack_signature_wrong",
            Self::Definition(error) => error.code(),
            Self::BadWithdrawal { .. } => "pack_withdrawal_incomplete",
        }
    }

    pub(super) fn unknown_signer(signer: &SignerKey) -> Self {
        Self::UnknownSigner { signer: signer.short() }
    }
}
