//! One person's complete record as a FHIR R4 bundle.

use serde_json::Value;
use uuid::Uuid;

use super::fhir::bundle::bundle;
use super::held::PersonRecord;
use super::map;
use super::passages::without_marked;
use crate::instrument::Registry;

/// The bundle: settled records only, marked passages left out and said to be, and the same record gives the same bundle but for
/// the time at which it was made.
pub fn to_bundle(record: &PersonRecord, instruments: &Registry) -> Value {
    let record = without_marked(record);
    let entries = map::entries(&record, instruments);
    let id = Uuid::new_v5(&record.case.0, record.made_at.to_iso().as_bytes());
    bundle(id, &record.made_at.to_iso(), &entries)
}
