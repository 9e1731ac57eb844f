//! Record ids in the form of UUID version 7: the moment first, chance after it. It must not know what an id is for.

use chrono::{DateTime, Utc};
use uuid::{Builder, Uuid};

use super::rng::Rng;

/// An id for a record made at `at`. Two calls never agree in practice: 74 bits are chance.
pub(crate) fn id_at(at: DateTime<Utc>, rng: &mut Rng) -> Uuid {
    let millis = u64::try_from(at.timestamp_millis()).unwrap_or(0) + rng.below(1_000);
    let chance: u128 = (u128::from(rng.bits()) << 64) | u128::from(rng.bits());
    let mut bytes = [0; 10];
    bytes.copy_from_slice(&chance.to_be_bytes()[..10]);
    Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_version_7_uuid_that_knows_its_moment() {
        let at = DateTime::from_timestamp(1_750_000_000, 0).unwrap();
        let id = id_at(at, &mut Rng::new(1));
        assert_eq!((id.get_version_num(), id.get_variant()), (7, uuid::Variant::RFC4122));
        assert_eq!(id.get_timestamp().unwrap().to_unix().0, 1_750_000_000);
    }
}
