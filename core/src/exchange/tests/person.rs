//! Maud Ellery, invented, with at least one record of every kind.

use serde_json::Value;
use uuid::Uuid;

use crate::exchange::{HeldRecord, HeldSeal, PersonRecord, read_records};
use crate::model::catalogue::{KINDS, check_fields};
use crate::model::{Audience, CaseId, EntityId, Fields, PersonId, State, StreamRef, Timestamp, content_hash};

pub(super) const DAY: i64 = 86_400_000;
const START: i64 = 1_770_000_000_000;

pub(super) fn id(n: u128) -> EntityId {
    EntityId(Uuid::from_u128(0x5eed_0000_0000_4000_8000_0000_0000_0000 + n))
}

fn case() -> CaseId {
    CaseId(id(1).0)
}

pub(super) fn at(day: i64) -> i64 {
    START + day * DAY
}

/// A record of this kind where its kind lives, signed where its kind is signed.
pub(super) fn held(n: u128, kind: &str, fields: &Value) -> HeldRecord {
    let entry = KINDS.into_iter().find(|entry| entry.name == kind).unwrap();
    let fields: Fields = fields.as_object().unwrap().clone().into_iter().collect();
    check_fields(entry, &fields).unwrap();
    let author = PersonId(id(900).0);
    let stream = match entry.home {
        Audience::Private => StreamRef::private(author),
        audience => StreamRef { audience, owner: case().0 },
    };
    let seal = HeldSeal { hash: content_hash(kind, &fields), by: author, at: Timestamp(at(3)) };
    HeldRecord {
        id: id(n),
        kind: kind.to_owned(),
        stream,
        state: if entry.sealed { State::Sealed } else { State::Active },
        author,
        author_name: "Wren Okafor".to_owned(),
        fields,
        others: Default::default(),
        seal: entry.sealed.then_some(seal),
        unsent: false,
        left_out: Vec::new(),
    }
}

pub(super) fn record(records: Vec<HeldRecord>) -> PersonRecord {
    PersonRecord {
        case: case(),
        organisation: "Riverside Link Workers".to_owned(),
        made_at: Timestamp(at(400)),
        records,
        set_aside: Vec::new(),
    }
}

/// Maud: the file that `tests/tests/exchange` hands to public validators too.
pub(super) fn maud() -> PersonRecord {
    read_records(include_bytes!("maud.json")).unwrap()
}
