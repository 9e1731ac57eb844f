//! The records as they are held, as a JSON file that can be read in again without loss.

use serde::{Deserialize, Serialize};

use super::passage::PassageDecision;
use crate::exchange::error::ExchangeError;
use crate::exchange::held::{HeldRecord, PersonRecord, SetAside};
use crate::model::{CaseId, Timestamp};

const FORM: &str = "alongside-person-record";
const VERSION: u32 = 1;

/// The file.
#[derive(Serialize, Deserialize)]
struct File {
    form: String,
    version: u32,
    case: CaseId,
    organisation: String,
    made_at: Timestamp,
    records: Vec<HeldRecord>,
    set_aside: Vec<SetAside>,
    #[serde(default)]
    decisions: Vec<PassageDecision>,
}

pub(super) fn write_records(record: &PersonRecord, decisions: &[PassageDecision]) -> Vec<u8> {
    let file = File {
        form: FORM.to_owned(),
        version: VERSION,
        case: record.case,
        organisation: record.organisation.clone(),
        made_at: record.made_at,
        records: record.records.clone(),
        set_aside: record.set_aside.clone(),
        decisions: decisions.to_vec(),
    };
    serde_json::to_vec_pretty(&file).expect("plain data with string keys has a JSON form")
}

/// Reads a file of records.
///
/// # Errors
/// [`ExchangeError::Unreadable`] for anything else, and for a file of a newer version.
pub fn read_records(bytes: &[u8]) -> Result<PersonRecord, ExchangeError> {
    let file: File = serde_json::from_slice(bytes).map_err(|_| ExchangeError::Unreadable)?;
    if file.form != FORM || file.version != VERSION {
        return Err(ExchangeError::Unreadable);
    }
    Ok(PersonRecord {
        case: file.case,
        organisation: file.organisation,
        made_at: file.made_at,
        records: file.records,
        set_aside: file.set_aside,
    })
}
