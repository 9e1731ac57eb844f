//! What a stream holds, as sixteen bytes that phone and server each reckon from their own rows.
//!
//! A record's digest is the first sixteen bytes of SHA-256 over its id, kind, state, revision, fields, other texts and seal,
//! each on a line. A stream's digest is the sum of its records' digests modulo 2^128, so the order of rows does not matter.
//! Cleared fields count as absent. Published drafts are not counted: a phone that is new does not get them. What was erased
//! is not counted either: a phone keeps nothing of it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::model::{EntityId, Fields, State, canonical_json, sort_by_key};
#[cfg(feature = "planted")]
use crate::ports::planted;

/// The digest of a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StreamDigest(u128);

/// A record as it is digested.
#[derive(Clone, Copy, Debug)]
pub struct DigestedRecord<'a> {
    /// Its id.
    pub id: EntityId,
    /// Its kind, by name.
    pub kind: &'a str,
    /// Where it stands.
    pub state: State,
    /// Its revision.
    pub rev: u32,
    /// Its fields.
    pub fields: &'a Fields,
    /// Its other texts: field, revision and text, in the order of fields and revisions.
    pub siblings: &'a [(&'a str, u32, &'a Value)],
    /// The hash of its seal.
    pub seal: Option<&'a str>,
}

impl StreamDigest {
    /// With one more record.
    #[must_use]
    pub fn with(self, record: &DigestedRecord<'_>) -> Self {
        if matches!(record.state, State::Published | State::Erased) {
            return self;
        }
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&Sha256::digest(text(record))[..16]);
        Self(self.0.wrapping_add(u128::from_be_bytes(bytes)))
    }
}

fn text(record: &DigestedRecord<'_>) -> String {
    let DigestedRecord { id, kind, state, rev, fields, siblings, seal } = record;
    let fields = fields.iter().filter(|(_, value)| !value.is_null());
    #[cfg(feature = "planted")]
    let fields = fields.filter(|(name, _)| *name != "status" || !planted::is(planted::Bug::DigestSkipsField));
    let fields = Value::Object(fields.map(|(name, value)| (name.clone(), value.clone())).collect());
    let mut siblings = siblings.to_vec();
    sort_by_key(&mut siblings, |(field, rev, _)| (*field, *rev));
    let siblings = siblings.iter().map(|(field, rev, value)| {
        Value::from(vec![Value::from(*field), Value::from(*rev), (*value).clone()])
    });
    let siblings = canonical_json(&siblings.collect());
    let (state, seal) = (state.number(), seal.unwrap_or_default());
    format!("{id}\n{kind}\n{state}\n{rev}\n{}\n{siblings}\n{seal}", canonical_json(&fields))
}

impl fmt::Display for StreamDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for StreamDigest {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

impl Serialize for StreamDigest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for StreamDigest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn what_a_phone_does_not_keep_is_not_counted() {
        for state in [State::Published, State::Erased] {
            assert_eq!(digest(|record| record.state = state), StreamDigest::default(), "{state:?}");
        }
    }

    fn digest(change: impl Fn(&mut DigestedRecord<'_>)) -> StreamDigest {
        let fields = Fields::from([("body".to_owned(), json!("tea")), ("gone".to_owned(), Value::Null)]);
        let other = json!("coffee");
        let siblings = [("body", 2, &other)];
        let id = EntityId(Uuid::from_u128(1));
        let mut record = DigestedRecord {
            id,
            kind: "need",
            state: State::Active,
            rev: 3,
            fields: &fields,
            siblings: &siblings,
            seal: None,
        };
        change(&mut record);
        StreamDigest::default().with(&record)
    }

    #[test]
    fn every_part_of_a_record_counts() {
        let plain = digest(|_| ());
        let (fields, other) = (Fields::from([("body".to_owned(), json!("Tea"))]), json!("cocoa"));
        let siblings = [("body", 2, &other)];
        assert_ne!(plain, digest(|record| record.id = EntityId(Uuid::from_u128(2))));
        assert_ne!(plain, digest(|record| record.kind = "goal"));
        assert_ne!(plain, digest(|record| record.state = State::Archived));
        assert_ne!(plain, digest(|record| record.rev = 4));
        assert_ne!(plain, digest(|record| record.seal = Some("ab")));
        assert_ne!(plain, digest(|record| record.siblings = &[]));
        let told = |fields: &Fields, siblings: &[(&str, u32, &Value)]| {
            let id = EntityId(Uuid::from_u128(1));
            let (state, kind) = (State::Active, "need");
            StreamDigest::default().with(&DigestedRecord {
                id,
                kind,
                state,
                rev: 3,
                fields,
                siblings,
                seal: None,
            })
        };
        let same = Fields::from([("body".to_owned(), json!("tea"))]);
        let coffee = json!("coffee");
        assert_eq!(plain, told(&same, &[("body", 2, &coffee)]), "a cleared field is as good as none");
        assert_ne!(plain, told(&fields, &[("body", 2, &coffee)]));
        assert_ne!(plain, told(&same, &siblings));
    }

    #[test]
    fn the_order_of_records_does_not_count_and_their_number_does() {
        let both = |first: u128, second: u128| {
            [first, second].into_iter().fold(StreamDigest::default(), |sum, id| {
                let (id, fields) = (EntityId(Uuid::from_u128(id)), Fields::new());
                let state = State::Active;
                sum.with(&DigestedRecord {
                    id,
                    kind: "need",
                    state,
                    rev: 1,
                    fields: &fields,
                    siblings: &[],
                    seal: None,
                })
            })
        };
        assert_eq!(both(1, 2), both(2, 1));
        assert_ne!(both(1, 1), both(2, 2));
        assert_eq!(digest(|record| record.state = State::Published), StreamDigest::default());
    }

    #[test]
    fn a_digest_survives_its_text_form() {
        let digest = digest(|_| ());
        assert_eq!((digest.to_string().parse(), digest.to_string().len()), (Ok(digest), 32));
    }
}
