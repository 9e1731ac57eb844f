//! Enrolment codes.

use alongside_core::model::PersonId;

use super::{AdminError, note};
use crate::enrolment::Code;
use crate::ports::Ports;
use crate::store::Store;

/// How long a code can be used unless somebody says otherwise, in minutes.
pub const DEFAULT_CODE_MINUTES: u32 = 10;

/// Makes a code with which a person can enrol one phone within `minutes`. It is shown once.
///
/// # Errors
/// When the person is not there or has left, there is no randomness, or the storage fails.
pub fn make_code(
    store: &dyn Store,
    ports: &Ports,
    person: PersonId,
    minutes: u32,
) -> Result<String, AdminError> {
    let code = Code::mint(&*ports.entropy)?;
    let now = ports.clock.now();
    store.write(|txn| {
        let person = txn.find_person(person)?.ok_or(AdminError::NoPerson)?;
        if person.disabled_at.is_some() {
            return Err(AdminError::Left);
        }
        txn.add_code(code.hash(), person.no, now, now.plus_ms(i64::from(minutes) * 60_000))?;
        note(txn, person.org, "make_code", person.id.0, now).map_err(AdminError::from)
    })?;
    Ok(code.to_text())
}
