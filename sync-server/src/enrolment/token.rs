//! A phone's bearer token: 128 random bits, kept as a hash. It goes with every request, so it is no longer than RFC 6749
//! (section 10.10) asks: a guess hits with a chance of 2^-128.

use alongside_core::ports::{Entropy, EntropyError};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// Longer texts are no token of ours and are not hashed.
const MAX_BYTES: usize = 128;

/// A token. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new one.
    ///
    /// # Errors
    /// When there is no randomness.
    pub fn mint(entropy: &dyn Entropy) -> Result<Self, EntropyError> {
        let mut bytes = [0; 16];
        entropy.fill(&mut bytes)?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// What somebody sent as a token, unless it cannot be one.
    pub fn read(text: &str) -> Option<Self> {
        let fits =
            !text.is_empty() && text.len() <= MAX_BYTES && text.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Self(text.to_owned()))
    }

    /// Its SHA-256, by which the server knows it.
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }

    /// The text a phone keeps.
    pub fn into_text(self) -> String {
        self.0
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::*;

    #[test]
    fn a_token_is_known_again_by_its_hash() {
        let entropy = SeededEntropy::new(1);
        let token = Token::mint(&entropy).unwrap();
        let other = Token::mint(&entropy).unwrap();
        assert_ne!(token.hash(), other.hash());
        assert_eq!(Token::read(&token.clone().into_text()).unwrap().hash(), token.hash());
        assert_eq!(token.into_text().len(), 22);
    }

    #[test]
    fn what_cannot_be_a_token_is_not_hashed() {
        for text in ["", "two words", "line\nfeed", &"x".repeat(64 * 1024)] {
            assert_eq!(Token::read(text), None);
        }
    }
}
