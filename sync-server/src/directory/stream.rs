//! The organisation's stream of services: one for everybody, made when there is first something in it.

use alongside_core::access::organisation_audiences;
use alongside_core::model::{Audience, StreamRef};

use crate::store::{Organisation, Person, Seq, StoreError, StreamNo, WriteTxn};

/// The organisation's directory, made and granted to everybody if it is not there.
///
/// # Errors
/// When the storage cannot be written.
pub fn open_directory(
    txn: &mut dyn WriteTxn,
    organisation: &Organisation,
    seq: Seq,
) -> Result<StreamNo, StoreError> {
    let name = StreamRef::directory(organisation.id);
    if let Some(stream) = txn.find_stream(organisation.no, name)? {
        return Ok(stream);
    }
    let stream = txn.add_stream(organisation.no, name)?;
    for person in txn.list_people(organisation.no)? {
        if person.disabled_at.is_none() && reads(&person) {
            txn.grant(person.no, stream, seq)?;
        }
    }
    Ok(stream)
}

/// Grants the directory to somebody new, if there is one.
///
/// # Errors
/// When the storage cannot be written.
pub fn join_directory(txn: &mut dyn WriteTxn, person: &Person, seq: Seq) -> Result<(), StoreError> {
    let organisation = txn.load_organisation(person.org)?;
    match txn.find_stream(person.org, StreamRef::directory(organisation.id))? {
        Some(stream) if reads(person) => txn.grant(person.no, stream, seq),
        _ => Ok(()),
    }
}

fn reads(person: &Person) -> bool {
    organisation_audiences(person.role).contains(&Audience::Directory)
}
