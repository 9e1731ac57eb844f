//! Making packs: what a licence holder does with their secret key.
//! It must not know where the key is kept, nor roll dice for one: its 32 bytes are handed in.

use std::fmt;

use ring::signature::{Ed25519KeyPair, KeyPair};

use super::envelope::{FORMAT, Kind, checksum};
use super::error::PackError;
use super::key::{KeyError, SignerKey, from_hex};
use super::withdrawal::Withdrawal;
use crate::instrument::definition::Instrument;
use crate::model::hex;

/// The secret half of a signer's key. `Debug` does not show it.
pub struct SigningKey(Ed25519KeyPair);

impl SigningKey {
    /// The key that belongs to 32 secret, unpredictable bytes.
    ///
    /// # Errors
    /// [`KeyError`] when no key belongs to them.
    pub fn from_seed(seed: &[u8; 32]) -> Result<Self, KeyError> {
        Ed25519KeyPair::from_seed_unchecked(seed).map(Self).map_err(|_| KeyError)
    }

    /// The key whose secret bytes are these 64 hexadecimal digits.
    ///
    /// # Errors
    /// [`KeyError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        let bytes = from_hex(text.trim()).and_then(|bytes| bytes.try_into().ok()).ok_or(KeyError)?;
        Self::from_seed(&bytes)
    }

    /// The half to give to organisations.
    pub fn public(&self) -> SignerKey {
        let mut bytes = [0; 32];
        bytes.copy_from_slice(self.0.public_key().as_ref());
        SignerKey::new(bytes)
    }

    /// A pack with this definition in it, as the text of a file. The definition stands in it as it is, so that people can
    /// read it; whoever lays it out otherwise afterwards has to sign it again.
    ///
    /// # Errors
    /// [`PackError::Definition`] when it does not load: nothing is signed that nobody could use.
    pub fn sign_definition(&self, json: &str) -> Result<String, PackError> {
        Instrument::parse(json)?;
        Ok(self.seal(Kind::Definition, "definition", json.trim()))
    }

    /// A pack that withdraws a version for new assessments, as the text of a file.
    ///
    /// # Errors
    /// [`PackError::BadWithdrawal`] when it does not say which, or why.
    pub fn sign_withdrawal(&self, withdrawal: &Withdrawal) -> Result<String, PackError> {
        withdrawal.check()?;
        let json = serde_json::to_string(withdrawal)
            .map_err(|error| PackError::Malformed { reason: error.to_string() })?;
        Ok(self.seal(Kind::Withdrawal, "withdrawal", &json))
    }

    /// A pack around a definition as it stands, checked or not: what a signer with another tool makes. Whoever takes it checks
    /// it; [`SigningKey::sign_definition`] is for those who would rather know before.
    pub fn sign_as_it_stands(&self, json: &str) -> String {
        self.seal(Kind::Definition, "definition", json)
    }

    fn seal(&self, kind: Kind, field: &str, content: &str) -> String {
        let signature = hex(self.0.sign(&kind.signed_bytes(content)).as_ref());
        format!(
            "{{\n\"pack\": {FORMAT},\n\"{field}\": {content},\n\"sha256\": \"{}\",\n\"signer\": \"{}\",\n\"signature\": \"{signature}\"\n}}\n",
            checksum(content),
            self.public(),
        )
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey(of {})", self.public().short())
    }
}
