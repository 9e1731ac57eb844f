//! The hash chain over a replica's operations: it shows a phone restored from a backup or copied to another.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A point of the chain: the first eight bytes of SHA-256 over the point before and the operation's text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChainHash(pub [u8; 8]);

impl ChainHash {
    /// The point after the operation with this text, exactly as it is sent.
    #[must_use]
    pub fn after(self, op: &str) -> Self {
        let digest = Sha256::new().chain_update(self.0).chain_update(op).finalize();
        let mut point = [0; 8];
        point.copy_from_slice(&digest[..8]);
        Self(point)
    }
}

impl fmt::Display for ChainHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", u64::from_be_bytes(self.0))
    }
}

impl FromStr for ChainHash {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u64::from_str_radix(text, 16).map(|number| Self(number.to_be_bytes()))
    }
}

impl Serialize for ChainHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for ChainHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chain_depends_on_every_operation_and_their_order() {
        let start = ChainHash::default();
        assert_ne!(start.after("a").after("b"), start.after("b").after("a"));
        assert_ne!(start.after("a"), start.after("a").after("a"));
    }

    #[test]
    fn a_point_survives_its_text_form() {
        let point = ChainHash::default().after("a");
        assert_eq!(point.to_string().parse(), Ok(point));
        assert_eq!(point.to_string().len(), 16);
    }
}
