//! The server's one secret and the keys that come from it. Every use has a label of its own, so that no two share a key.

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// The secret the server made at its first start and keeps in its database. `Debug` shows nothing of it.
#[derive(Clone)]
pub(crate) struct ServerSecret([u8; 32]);

impl ServerSecret {
    /// The secret with these bytes.
    pub(crate) const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The bytes, for a part of the server that makes its own keyed hashes.
    pub(crate) const fn bytes(&self) -> [u8; 32] {
        self.0
    }

    /// The key for the use called `label`.
    pub(crate) fn key(&self, label: &str) -> [u8; 32] {
        self.hash(label, &[])
    }

    /// A hash of `text` that nobody without the secret can repeat: for what must be counted but not kept.
    pub(crate) fn hash(&self, label: &str, text: &[u8]) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(label.as_bytes());
        mac.update(&[0]);
        mac.update(text);
        mac.finalize().into_bytes().into()
    }
}

impl std::fmt::Debug for ServerSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerSecret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_differ_by_label_and_by_secret() {
        let (one, other) = (ServerSecret::new([1; 32]), ServerSecret::new([2; 32]));
        assert_eq!(one.key("cursor"), one.key("cursor"));
        assert_ne!(one.key("cursor"), one.key("address"));
        assert_ne!(one.key("cursor"), other.key("cursor"));
        assert_ne!(one.hash("a", b"b"), one.hash("ab", b""));
    }

    #[test]
    fn nothing_of_it_is_shown() {
        assert_eq!(format!("{:?}", ServerSecret::new([7; 32])), "ServerSecret(..)");
    }
}
