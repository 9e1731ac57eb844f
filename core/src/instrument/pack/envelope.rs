//! The outside of a pack: which parts the file has, and which bytes of it are signed.
//! It must not know keys, nor what makes a definition sound.

use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};

use super::error::PackError;
use crate::model::hex;

/// The only format there is. A change that older apps cannot read gets the next number.
pub(super) const FORMAT: u64 = 1;

/// The longest pack that is read, in bytes: the longest definition and the words around it.
const MAX_BYTES: usize = 520 * 1024;

/// What a pack carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Definition,
    Withdrawal,
}

/// A pack taken apart. Nothing of it has been believed yet.
pub(super) struct Envelope<'a> {
    pub(super) kind: Kind,
    /// The content, byte for byte as the file has it.
    pub(super) content: &'a str,
    pub(super) checksum: String,
    pub(super) signer: String,
    pub(super) signature: String,
}

/// Enough of a file to say what kind of file it is.
#[derive(Deserialize)]
struct Outline {
    pack: Option<u64>,
    items: Option<IgnoredAny>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<'a> {
    #[serde(rename = "pack")]
    _format: u64,
    #[serde(borrow)]
    definition: Option<&'a RawValue>,
    #[serde(borrow)]
    withdrawal: Option<&'a RawValue>,
    sha256: Option<String>,
    signer: Option<String>,
    signature: Option<String>,
}

impl Kind {
    /// The bytes that are signed: what it is, so that one kind of content never passes for another, and the content.
    pub(super) fn signed_bytes(self, content: &str) -> Vec<u8> {
        let name = match self {
            Self::Definition => "definition",
            Self::Withdrawal => "withdrawal",
        };
        format!("alongside instrument pack {FORMAT} {name}\n{content}").into_bytes()
    }
}

/// The checksum of a content: SHA-256 in hexadecimal.
pub(super) fn checksum(content: &str) -> String {
    hex(&Sha256::digest(content))
}

/// Takes a file apart.
///
/// # Errors
/// When it is no pack, is signed by nobody, or is not as long as it was when it was signed.
pub(super) fn open(bytes: &[u8]) -> Result<Envelope<'_>, PackError> {
    if bytes.len() > MAX_BYTES {
        return Err(PackError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| malformed(&error))?;
    let outline: Outline = serde_json::from_str(text).map_err(|error| malformed(&error))?;
    match (outline.pack, outline.items) {
        (Some(FORMAT), _) => take_apart(text),
        (Some(format), _) => Err(PackError::UnknownFormat { format }),
        (None, Some(_)) => Err(PackError::Unsigned),
        (None, None) => Err(PackError::Malformed { reason: "it does not say that it is a pack".to_owned() }),
    }
}

fn take_apart(text: &str) -> Result<Envelope<'_>, PackError> {
    let file: File<'_> = serde_json::from_str(text).map_err(|error| malformed(&error))?;
    let (kind, content) = match (file.definition, file.withdrawal) {
        (Some(definition), None) => (Kind::Definition, definition.get()),
        (None, Some(withdrawal)) => (Kind::Withdrawal, withdrawal.get()),
        _ => {
            let reason = "it must carry either a definition or a withdrawal".to_owned();
            return Err(PackError::Malformed { reason });
        }
    };
    let (Some(signer), Some(signature)) = (file.signer, file.signature) else {
        return Err(PackError::Unsigned);
    };
    let envelope = Envelope { kind, content, checksum: file.sha256.unwrap_or_default(), signer, signature };
    if envelope.checksum == checksum(content) { Ok(envelope) } else { Err(PackError::Damaged) }
}

fn malformed(error: &dyn std::fmt::Display) -> PackError {
    PackError::Malformed { reason: error.to_string() }
}
