//! The licence holder of tests: an invented signer whom every phone and every server of a test trusts.

use alongside_core::instrument::{Signers, SigningKey};

/// The signer's key. It is no secret.
fn key() -> SigningKey {
    SigningKey::from_seed(&[9; 32]).expect("any 32 bytes are a key")
}

/// Whom phones and servers of tests trust.
pub(super) fn signers() -> Signers {
    Signers::from_iter([key().public()])
}

/// The same, as a server's file has it.
pub(super) fn signers_file() -> String {
    key().public().to_string()
}

/// A pack rightly signed around a definition that nobody has checked: what a signer with a faulty tool could make.
pub fn signed_as_it_stands(definition: &str) -> Vec<u8> {
    key().sign_as_it_stands(definition).into_bytes()
}
