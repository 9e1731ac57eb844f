//! An operation: one thing one person did to one record on one phone, as the outbox keeps it and the wire carries it.
//!
//! The text of an operation never changes once it is written: the hash chain of its replica runs over it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{EntityId, Fields, OpClock, StreamRef};

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A new record with its first fields.
    Create,
    /// Fields of a record were written.
    Set,
    /// A draft was signed or submitted: a sealed copy goes to the case's stream, and the draft closes.
    Publish,
    /// A record was put away.
    Archive,
    /// A record was taken out again.
    Unarchive,
    /// A person settled which of several texts stand.
    Resolve,
    /// A sealed record was declared void, with a reason; what it says can still be read.
    Void,
}

/// The field in which a void record keeps why it is void. It is no part of what was sealed.
pub const VOID_REASON: &str = "void.reason";

/// The version of a field that the writer saw and replaced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "i64", from = "i64")]
pub enum Base {
    /// The field was not there.
    #[default]
    Absent,
    /// The record's revision in which the field was last written, as the server told it.
    Revision(u32),
    /// The writer's own operation of this number, which the server had not yet answered.
    Own(u64),
}

impl From<i64> for Base {
    fn from(number: i64) -> Self {
        match (u32::try_from(number), number) {
            (_, 0) => Self::Absent,
            (Ok(revision), _) => Self::Revision(revision),
            (Err(_), own) if own < 0 => Self::Own(own.unsigned_abs()),
            (Err(_), _) => Self::Absent,
        }
    }
}

impl From<Base> for i64 {
    fn from(base: Base) -> Self {
        match base {
            Base::Absent => 0,
            Base::Revision(revision) => Self::from(revision),
            Base::Own(n) => Self::try_from(n).map_or(Self::MIN, |n| -n),
        }
    }
}

/// The bases of all fields an operation writes: one for all, or one each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Bases {
    /// Every field had this base.
    All(Base),
    /// Each field its own; one that is not named was absent.
    Each(BTreeMap<String, Base>),
}

impl Default for Bases {
    fn default() -> Self {
        Self::All(Base::Absent)
    }
}

impl Bases {
    /// The base of `field`.
    pub fn of(&self, field: &str) -> Base {
        match self {
            Self::All(base) => *base,
            Self::Each(bases) => bases.get(field).copied().unwrap_or_default(),
        }
    }

    /// The shortest way to say these bases.
    pub fn from_each(bases: BTreeMap<String, Base>) -> Self {
        let first = bases.values().next().copied().unwrap_or_default();
        if bases.values().all(|base| *base == first) { Self::All(first) } else { Self::Each(bases) }
    }

    fn is_absent(&self) -> bool {
        *self == Self::default()
    }
}

/// What a publish operation says beside the draft it publishes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// The id of the sealed record, from [`super::published_id`].
    #[serde(rename = "p")]
    pub id: EntityId,
    /// The hash of what the author saw, from [`super::content_hash`], in hexadecimal.
    #[serde(rename = "sh")]
    pub hash: String,
}

/// An operation. Keys are short because a day holds hundreds of them; `docs/protocol.md` lists them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Op {
    /// What was done.
    #[serde(rename = "k")]
    pub act: Act,
    /// To which record.
    #[serde(rename = "e")]
    pub entity: EntityId,
    /// In which stream: where a new record goes, or where a published one goes.
    #[serde(rename = "s", skip_serializing_if = "Option::is_none")]
    pub stream: Option<StreamRef>,
    /// The kind of a new record, by its catalogue name.
    #[serde(rename = "t", skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// The fields written.
    #[serde(rename = "f", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: Fields,
    /// What those fields were before.
    #[serde(rename = "b", default, skip_serializing_if = "Bases::is_absent")]
    pub bases: Bases,
    /// Whether it stands or falls with the operation before it.
    #[serde(rename = "j", default, skip_serializing_if = "std::ops::Not::not")]
    pub joined: bool,
    /// What a publish operation says.
    #[serde(flatten)]
    pub publication: Option<Publication>,
    /// Field to revisions of the siblings a resolve operation settles.
    #[serde(rename = "r", default, skip_serializing_if = "BTreeMap::is_empty")]
    pub resolved: BTreeMap<String, Vec<u32>>,
    /// When it was done.
    #[serde(rename = "c", default)]
    pub clock: OpClock,
}

impl Op {
    /// An operation that says nothing but what it does and to which record.
    pub fn bare(act: Act, entity: EntityId) -> Self {
        Self {
            act,
            entity,
            stream: None,
            kind: None,
            fields: Fields::new(),
            bases: Bases::default(),
            joined: false,
            publication: None,
            resolved: BTreeMap::new(),
            clock: OpClock::default(),
        }
    }

    /// A new record of `kind` in `stream`.
    pub fn create(entity: EntityId, stream: StreamRef, kind: &str, fields: Fields) -> Self {
        Self { stream: Some(stream), kind: Some(kind.to_owned()), fields, ..Self::bare(Act::Create, entity) }
    }

    /// Fields written over `bases`.
    pub fn set(entity: EntityId, fields: Fields, bases: Bases) -> Self {
        Self { fields, bases, ..Self::bare(Act::Set, entity) }
    }

    /// The draft `entity` published into `stream`.
    pub fn publish(entity: EntityId, stream: StreamRef, publication: Publication) -> Self {
        Self { stream: Some(stream), publication: Some(publication), ..Self::bare(Act::Publish, entity) }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::model::Audience;

    #[test]
    fn every_base_survives_its_number() {
        for base in
            [Base::Absent, Base::Revision(1), Base::Revision(u32::MAX), Base::Own(1), Base::Own(1 << 40)]
        {
            assert_eq!(Base::from(i64::from(base)), base);
        }
    }

    #[test]
    fn equal_bases_are_said_once() {
        let bases = |b: u32| {
            BTreeMap::from([("a".to_owned(), Base::Revision(3)), ("b".to_owned(), Base::Revision(b))])
        };
        assert_eq!(Bases::from_each(bases(3)), Bases::All(Base::Revision(3)));
        assert_eq!(Bases::from_each(bases(4)), Bases::Each(bases(4)));
    }

    #[test]
    fn an_operation_is_written_with_short_keys_and_read_back() {
        let entity = EntityId(Uuid::from_u128(1));
        let stream = StreamRef { audience: Audience::Work, owner: Uuid::from_u128(2) };
        let publication = Publication { id: EntityId(Uuid::from_u128(3)), hash: "ab".into() };
        let op = Op { clock: OpClock(2, 500), ..Op::publish(entity, stream, publication) };
        let text = serde_json::to_value(&op).unwrap();
        assert_eq!(
            text,
            json!({"k": "publish", "e": entity, "s": stream, "p": Uuid::from_u128(3), "sh": "ab", "c": [2, 500]})
        );
        assert_eq!(serde_json::from_value::<Op>(text).unwrap(), op);
    }

    #[test]
    fn a_set_without_a_publication_reads_back() {
        let fields = Fields::from([("done".to_owned(), json!(true))]);
        let op = Op::set(EntityId(Uuid::from_u128(1)), fields, Bases::All(Base::Own(4)));
        let text = serde_json::to_string(&op).unwrap();
        assert_eq!(serde_json::from_str::<Op>(&text).unwrap(), op);
        assert!(text.contains(r#""b":-4"#), "{text}");
    }
}
