//! The id port: new ids for entities, devices and requests.

use uuid::Uuid;

use super::SeededEntropy;

/// Where new ids come from.
pub trait Ids: Send + Sync {
    /// An id nobody has used before.
    fn uuid(&self) -> Uuid;
}

/// Time-ordered random ids (UUID version 7, RFC 9562).
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemIds;

impl Ids for SystemIds {
    #[expect(clippy::disallowed_methods, reason = "this is the port through which ids are made")]
    fn uuid(&self) -> Uuid {
        Uuid::now_v7()
    }
}

/// A repeatable sequence of version 7 shaped ids for tests and demonstrations.
#[derive(Debug)]
pub struct SeededIds(SeededEntropy);

impl SeededIds {
    /// Starts the sequence that belongs to `seed`.
    pub fn new(seed: u64) -> Self {
        Self(SeededEntropy::new(seed))
    }
}

impl Ids for SeededIds {
    fn uuid(&self) -> Uuid {
        let bytes = (u128::from(self.0.next()) << 64) | u128::from(self.0.next());
        uuid::Builder::from_u128(bytes)
            .with_variant(uuid::Variant::RFC4122)
            .with_version(uuid::Version::SortRand)
            .into_uuid()
    }
}
