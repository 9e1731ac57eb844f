//! A signed text, such as a visit note: <http://hl7.org/fhir/R4/documentreference.html>.

use serde::Serialize;

use super::codes::{DocStatus, DocumentStatus, RelationType};
use super::datatypes::{Attachment, CodeableConcept, Period, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct DocumentReference {
    pub(crate) status: DocumentStatus,
    pub(crate) doc_status: DocStatus,
    pub(crate) r#type: CodeableConcept,
    pub(crate) subject: Reference,
    pub(crate) date: Option<String>,
    pub(crate) author: Vec<Reference>,
    pub(crate) relates_to: Vec<Relation>,
    pub(crate) content: Vec<Content>,
    pub(crate) context: Option<Context>,
}

/// How it stands to an earlier one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Relation {
    pub(crate) code: RelationType,
    pub(crate) target: Reference,
}

/// The text.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Content {
    pub(crate) attachment: Attachment,
}

/// The visit it belongs to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Context {
    pub(crate) encounter: Vec<Reference>,
    pub(crate) period: Period,
}
