//! Signed packs: how an instrument that is not shipped reaches a phone or a server, and is known to be what its licence
//! holder signed. A pack carries a definition, or the word that one is withdrawn.
//! It must not know where packs are kept, nor who decides which signers are trusted.
//!
//! The format is described in `docs/instruments.md`. What is signed are the bytes as they stand in the file, so that
//! nothing has to agree on how JSON is laid out.

mod envelope;
mod error;
mod key;
mod read;
mod sign;
mod withdrawal;

pub use error::PackError;
pub use key::{KeyError, SignerKey, Signers};
pub use read::{Content, Pack};
pub use sign::SigningKey;
pub use withdrawal::Withdrawal;
