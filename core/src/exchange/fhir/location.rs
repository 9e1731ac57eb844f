//! A place: <http://hl7.org/fhir/R4/location.html>.

use serde::Serialize;

use super::datatypes::Address;

/// See the module.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Location {
    pub(crate) name: String,
    pub(crate) address: Option<Address>,
}
