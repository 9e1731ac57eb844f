//! What was said in an assessment: <http://hl7.org/fhir/R4/questionnaireresponse.html>.

use serde::Serialize;

use super::codes::ResponseStatus;
use super::datatypes::{Coding, Extension, Reference};

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuestionnaireResponse {
    pub(crate) questionnaire: String,
    pub(crate) status: ResponseStatus,
    pub(crate) subject: Reference,
    pub(crate) authored: String,
    pub(crate) author: Option<Reference>,
    pub(crate) item: Vec<ResponseItem>,
}

/// One question, or what was said beside one.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ResponseItem {
    pub(crate) extension: Vec<Extension>,
    pub(crate) link_id: String,
    pub(crate) text: Option<String>,
    pub(crate) answer: Vec<ItemAnswer>,
}

/// One answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ItemAnswer {
    pub(crate) value_integer: Option<i64>,
    pub(crate) value_string: Option<String>,
    pub(crate) value_coding: Option<Coding>,
}
