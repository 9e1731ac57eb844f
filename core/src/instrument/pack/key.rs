//! The keys packs are signed with, as an organisation is given them: 64 hexadecimal digits.
//! It must not know any secret half: that is `sign.rs`.

use std::collections::BTreeSet;
use std::fmt;

use ring::signature::{ED25519, UnparsedPublicKey};
use thiserror::Error;

use crate::model::hex;

/// The public half of a signer's Ed25519 key (RFC 8032).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SignerKey([u8; 32]);

/// A text that is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("a signer's key is 64 hexadecimal digits")]
pub struct KeyError;

/// The signers whose packs an organisation takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signers(BTreeSet<SignerKey>);

impl SignerKey {
    pub(super) fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`KeyError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bytes = from_hex(text.trim()).ok_or(KeyError)?;
        bytes.try_into().map(Self).map_err(|_| KeyError)
    }

    /// The first eight digits: enough for two people to compare on the telephone, and no more than a hint.
    pub fn short(&self) -> String {
        self.to_string().chars().take(8).collect()
    }

    /// Whether `signature` is this signer's for `message`.
    pub(super) fn verifies(&self, message: &[u8], signature: &str) -> bool {
        from_hex(signature).is_some_and(|signature| {
            UnparsedPublicKey::new(&ED25519, &self.0).verify(message, &signature).is_ok()
        })
    }
}

impl Signers {
    /// Reads keys, one a line; what follows `#` is for people, and empty lines are passed over.
    ///
    /// # Errors
    /// [`KeyError`] for the first line that is none. No key is taken then.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
        lines.filter(|line| !line.is_empty()).map(SignerKey::parse).collect::<Result<_, _>>().map(Self)
    }

    /// Whether this signer is trusted.
    pub fn trust(&self, signer: &SignerKey) -> bool {
        self.0.contains(signer)
    }
}

impl FromIterator<SignerKey> for Signers {
    fn from_iter<I: IntoIterator<Item = SignerKey>>(keys: I) -> Self {
        Self(keys.into_iter().collect())
    }
}

impl fmt::Display for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl fmt::Debug for SignerKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SignerKey({})", self.short())
    }
}

/// Bytes from hexadecimal digits, two a byte.
pub(super) fn from_hex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let pairs = digits.chunks_exact(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        let key = SignerKey::parse(&"0F".repeat(32)).unwrap();
        assert_eq!((key.to_string(), key.short()), ("0f".repeat(32), "0f0f0f0f".to_owned()));
        for bad in ["", "0f", &"0g".repeat(32), &"0f".repeat(33), &"+f".repeat(32), &"é".repeat(32)] {
            assert_eq!(SignerKey::parse(bad), Err(KeyError), "{bad}");
        }
    }

    #[test]
    fn keys_stand_one_a_line_with_words_for_people() {
        let (one, two) = ("01".repeat(32), "02".repeat(32));
        let signers =
            Signers::parse(&format!("# whom we trust\n{one}  # a licence holder\n\n  {two}\n")).unwrap();
        let key = |text: &str| SignerKey::parse(text).unwrap();
        assert!(signers.trust(&key(&one)) && signers.trust(&key(&two)));
        assert!(!signers.trust(&key(&"03".repeat(32))));
        assert_eq!(Signers::parse("not a key"), Err(KeyError));
        assert_eq!(Signers::parse("# nobody yet\n"), Ok(Signers::default()));
    }
}
