//! The secret in a cookie: 256 random bits, written in base64url. Whoever holds it is signed in, so it is never stored,
//! logged or shown: the store knows its SHA-256.

use std::fmt;

use alongside_core::ports::{Entropy, EntropyError};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

/// A secret handed to one browser. `Debug` shows nothing of it.
#[derive(Clone, PartialEq, Eq)]
pub(in crate::web) struct Token([u8; 32]);

impl Token {
    /// A token nobody has had before.
    pub(in crate::web) fn new(entropy: &dyn Entropy) -> Result<Self, EntropyError> {
        let mut bytes = [0; 32];
        entropy.fill(&mut bytes)?;
        Ok(Self(bytes))
    }

    /// Reads a cookie's value; `None` for anything that no token of ours looks like.
    pub(in crate::web) fn parse(text: &str) -> Option<Self> {
        URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok().map(Self)
    }

    /// What the cookie carries.
    pub(in crate::web) fn text(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0)
    }

    /// What the store keeps.
    pub(in crate::web) fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }

    /// What the forms of this token's holder carry: another site can make a browser send the cookie but cannot read it,
    /// and so cannot write this.
    pub(in crate::web) fn form_secret(&self) -> [u8; 32] {
        Sha256::new().chain_update("alongside form").chain_update(self.0).finalize().into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(..)")
    }
}

#[cfg(test)]
mod tests {
    use alongside_core::ports::SeededEntropy;

    use super::*;

    #[test]
    fn a_token_survives_its_cookie() {
        let token = Token::new(&SeededEntropy::new(1)).unwrap();
        assert_eq!(token.text().len(), 43);
        assert_eq!(Token::parse(&token.text()), Some(token));
    }

    #[test]
    fn two_tokens_differ_and_neither_is_its_hash() {
        let entropy = SeededEntropy::new(1);
        let (one, two) = (Token::new(&entropy).unwrap(), Token::new(&entropy).unwrap());
        assert_ne!(one, two);
        assert_ne!(one.hash(), one.0);
        assert_ne!(one.form_secret(), two.form_secret());
        assert_ne!(one.form_secret(), one.hash());
    }

    #[test]
    fn what_is_not_a_token_is_not_read() {
        for text in ["", "x", "not base64!", &"A".repeat(42), &"A".repeat(44), &"é".repeat(43)] {
            assert_eq!(Token::parse(text), None, "{text}");
        }
    }

    #[test]
    fn debug_shows_no_token() {
        let token = Token::new(&SeededEntropy::new(1)).unwrap();
        assert_eq!(format!("{token:?}"), "Token(..)");
    }
}
