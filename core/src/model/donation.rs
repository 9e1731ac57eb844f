//! A record that a phone holds of somebody else's work and a restored server may have lost.
//!
//! It is left with the server where operations are left that may not be sent, and is none: `k` is `donate`, which no
//! operation says. A server that does not know it keeps its text in quarantine like any other.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{EntityId, Fields, PersonId, Sealed, State, StreamRef};

/// The record as the phone had read it from the server before the restore.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
pub struct Donation {
    /// Tells it from an operation.
    pub k: Donate,
    /// The record's id.
    pub e: EntityId,
    /// Its stream.
    pub s: StreamRef,
    /// Its kind, by name.
    pub t: String,
    /// Where it stood.
    #[serde(default)]
    pub st: State,
    /// Who made it, as the phone had heard.
    pub by: PersonId,
    /// Its fields.
    #[serde(default)]
    pub f: Fields,
    /// Other texts of its fields.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sib: BTreeMap<String, Vec<Value>>,
    /// Its seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Sealed>,
}

/// The one word `donate`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Donate {
    /// It is one.
    Donate,
}

impl Donation {
    /// The donation that a text left with the server is; nothing for any other text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// What is said in a field: the value that stood, and the others beside it.
    pub fn said(&self) -> impl Iterator<Item = (&str, &Value)> {
        let stood = self.f.iter().filter(|(_, value)| !value.is_null());
        let beside = self.sib.iter().flat_map(|(name, values)| values.iter().map(move |value| (name, value)));
        stood.chain(beside).map(|(name, value)| (name.as_str(), value))
    }
}

// What a person wrote must not reach a log through a derived Debug.
impl std::fmt::Debug for Donation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Donation").field("kind", &self.t).field("state", &self.st).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::model::{Audience, CaseId, Op};

    fn donation() -> Donation {
        let case = CaseId(Uuid::from_u128(2));
        Donation {
            k: Donate::Donate,
            e: EntityId(Uuid::from_u128(1)),
            s: StreamRef::of_case(case, Audience::Shared),
            t: "goal".into(),
            st: State::Active,
            by: PersonId(Uuid::from_u128(3)),
            f: [("wording".to_owned(), json!("sing")), ("cleared".to_owned(), Value::Null)].into(),
            sib: [("wording".to_owned(), vec![json!("walk")])].into(),
            seal: None,
        }
    }

    #[test]
    fn it_survives_its_text_and_is_no_operation() {
        let text = serde_json::to_string(&donation()).unwrap();
        assert_eq!(serde_json::from_str::<Donation>(&text).unwrap(), donation());
        assert!(serde_json::from_str::<Op>(&text).is_err(), "{text}");
        assert!(serde_json::from_str::<Donation>(r#"{"k":"set","e":"x"}"#).is_err());
    }

    #[test]
    fn every_text_of_it_is_said_and_no_cleared_field() {
        let donation = donation();
        let said: Vec<_> = donation.said().collect();
        assert_eq!(said, [("wording", &json!("sing")), ("wording", &json!("walk"))]);
        assert!(!format!("{donation:?}").contains("sing"));
    }
}
