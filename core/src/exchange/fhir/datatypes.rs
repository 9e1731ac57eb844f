//! The data types of FHIR R4 that the resources are made of: <http://hl7.org/fhir/R4/datatypes.html>.
//! A field without a value is taken out by `json`, so none of them says so itself.

use serde::Serialize;
use serde_json::Number;

use super::code::CodeList;
use crate::model::Timestamp;

/// Points at another entry of the bundle, or only names something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Reference {
    pub(crate) reference: Option<String>,
    pub(crate) display: Option<String>,
}

impl Reference {
    /// Points at the entry with this id.
    pub(crate) fn to(id: uuid::Uuid) -> Self {
        Self { reference: Some(full_url(id)), display: None }
    }

    /// Names something that has no entry.
    pub(crate) fn named(name: &str) -> Self {
        Self { reference: None, display: Some(name.to_owned()) }
    }
}

/// The address of an entry within its bundle.
pub(crate) fn full_url(id: uuid::Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// A code and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Coding {
    pub(crate) system: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) display: Option<String>,
}

impl Coding {
    /// The coding of a member of a published list.
    pub(crate) fn of<C: CodeList>(code: C) -> Self {
        Self { system: Some(C::SYSTEM.to_owned()), code: Some(code.code().to_owned()), display: None }
    }
}

/// A concept: in words, with a code where one was verified.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct CodeableConcept {
    pub(crate) coding: Vec<Coding>,
    pub(crate) text: Option<String>,
}

impl CodeableConcept {
    /// In words alone.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self { coding: Vec::new(), text: Some(text.into()) }
    }

    /// A code alone.
    pub(crate) fn of<C: CodeList>(code: C) -> Self {
        Self { coding: vec![Coding::of(code)], text: None }
    }

    /// A code with words beside it.
    pub(crate) fn coded<C: CodeList>(code: C, text: impl Into<String>) -> Self {
        Self { coding: vec![Coding::of(code)], text: Some(text.into()) }
    }
}

/// An identifier that somebody else gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Identifier {
    pub(crate) extension: Vec<Extension>,
    pub(crate) system: Option<String>,
    pub(crate) value: Option<String>,
}

/// From when to when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Period {
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
}

impl Period {
    /// A period that runs forward: an end before the start is the start, since a clock that was wrong once must not make a
    /// bundle that nobody can read.
    pub(crate) fn between(start: Option<Timestamp>, end: Option<Timestamp>) -> Self {
        let end = match (start, end) {
            (Some(start), Some(end)) => Some(end.max(start)),
            (_, end) => end,
        };
        Self { start: start.map(Timestamp::to_iso), end: end.map(Timestamp::to_iso) }
    }
}

/// Words beside a resource, with who said them and when.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Annotation {
    pub(crate) author_reference: Option<Reference>,
    pub(crate) author_string: Option<String>,
    pub(crate) time: Option<String>,
    pub(crate) text: String,
}

impl Annotation {
    /// These words, by nobody in particular.
    pub(crate) fn of(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A name as its owner writes it. Nothing is split into given and family names: that is wrong for most of the world.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct HumanName {
    pub(crate) r#use: Option<super::codes::NameUse>,
    pub(crate) text: String,
}

/// A telephone number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ContactPoint {
    pub(crate) system: super::codes::ContactSystem,
    pub(crate) value: String,
}

/// An address in lines, as it was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Address {
    pub(crate) text: String,
}

/// Which profile a resource means to follow, and what was done to it before it was passed on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Meta {
    pub(crate) profile: Vec<String>,
    pub(crate) security: Vec<Coding>,
}

/// What R4 has no element for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Extension {
    pub(crate) url: String,
    pub(crate) value_code: Option<String>,
    pub(crate) value_codeable_concept: Option<CodeableConcept>,
}

/// A text or file within a resource, in Base64.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attachment {
    pub(crate) content_type: String,
    pub(crate) language: Option<String>,
    pub(crate) data: String,
    pub(crate) title: Option<String>,
    pub(crate) creation: Option<String>,
}

/// A number that need not be whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Quantity {
    pub(crate) value: Number,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_never_runs_backwards() {
        let period = Period::between(Some(Timestamp(5_000)), Some(Timestamp(4_000)));
        assert_eq!(period.start, period.end);
        assert_eq!(Period::between(None, Some(Timestamp(0))).start, None);
    }
}
