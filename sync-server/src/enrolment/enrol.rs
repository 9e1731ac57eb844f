//! Trading a code for a token, in one transaction: of many who try at once, one succeeds.

use alongside_core::model::{DeviceId, Timestamp};
use alongside_core::ports::EntropyError;
use alongside_core::wire::{Code as Problem, EnrolRequest, EnrolResponse, Named, PROTOCOL, limits};

use super::attempts::{is_spent, note_failure};
use super::{Code, Token};
use crate::engine::prove;
use crate::ports::Ports;
use crate::store::{AuditEntry, EnrolCode, NewDevice, Person, ReadTxn, Store, StoreError, WriteTxn};

/// Longest platform or build that is kept, in bytes.
const MAX_WORD: usize = 64;

/// A phone was not enrolled.
#[derive(Debug, thiserror::Error)]
pub enum EnrolRefused {
    /// The request, or its code, is not good; the stable code says how.
    #[error("refused: {0:?}")]
    Told(Problem),
    /// There is no randomness for a token.
    #[error("no randomness")]
    Entropy(#[from] EntropyError),
    /// The storage failed.
    #[error("storage")]
    Store(#[from] StoreError),
}

impl EnrolRefused {
    /// The stable code.
    pub const fn code(&self) -> Problem {
        match self {
            Self::Told(code) => *code,
            Self::Store(StoreError::Full | StoreError::Busy(_)) => Problem::Unavailable,
            Self::Entropy(_) | Self::Store(_) => Problem::Internal,
        }
    }
}

/// Enrols a phone. `address` is a keyed hash of where the request came from; more than `most_failures` wrong codes a minute
/// from there are not even looked at.
///
/// # Errors
/// When the code is wrong, used or too old, its person has left, or there were too many failures. A refusal uses no code up.
pub fn enrol(
    store: &dyn Store,
    ports: &Ports,
    request: &EnrolRequest,
    address: &[u8],
    most_failures: u32,
) -> Result<EnrolResponse, EnrolRefused> {
    let now = ports.clock.now();
    check_shape(request)?;
    if store.read(|txn| is_spent(txn, address, most_failures, now))? {
        return Err(EnrolRefused::Told(Problem::RateLimited));
    }
    // The failure is committed even though the enrolment is refused, so the refusal is an answer and not an error here.
    store.write(|txn| match find_usable(txn, &request.code, now)? {
        Ok((hash, code)) => {
            txn.use_code(hash, now)?;
            add_phone(txn, ports, request, &code.person, now).map(Ok)
        }
        Err(problem) => {
            note_failure(txn, address, now)?;
            Ok(Err(EnrolRefused::Told(problem)))
        }
    })?
}

fn check_shape(request: &EnrolRequest) -> Result<(), EnrolRefused> {
    let words = [&request.device.platform, &request.device.build];
    let claims = request.before.as_ref().map_or(0, |claim| claim.points.len());
    let long = words.iter().any(|word| word.len() > MAX_WORD) || claims > limits::MAX_CLAIM;
    if request.v != PROTOCOL || long {
        return Err(EnrolRefused::Told(Problem::BadRequest));
    }
    Ok(())
}

fn find_usable(
    txn: &dyn ReadTxn,
    typed: &str,
    now: Timestamp,
) -> Result<Result<([u8; 32], EnrolCode), Problem>, StoreError> {
    let Some(hash) = Code::read(typed).map(|code| code.hash()) else { return Ok(Err(Problem::CodeWrong)) };
    let Some(code) = txn.find_code(hash)? else { return Ok(Err(Problem::CodeWrong)) };
    Ok(match &code {
        EnrolCode { used_at: Some(_), .. } => Err(Problem::CodeUsed),
        EnrolCode { expires_at, .. } if *expires_at <= now => Err(Problem::CodeExpired),
        EnrolCode { person, .. } if person.disabled_at.is_some() => Err(Problem::Forbidden),
        _ => Ok((hash, code)),
    })
}

fn add_phone(
    txn: &mut dyn WriteTxn,
    ports: &Ports,
    request: &EnrolRequest,
    person: &Person,
    now: Timestamp,
) -> Result<EnrolResponse, EnrolRefused> {
    let token = Token::mint(&*ports.entropy)?;
    let id = DeviceId(ports.ids.uuid());
    let device =
        NewDevice { id, person: person.no, token_hash: token.hash(), description: &request.device, at: now };
    let device = txn.add_device(&device)?;
    let replica = txn.add_replica(person.org, device, request.replica, now)?;
    let actor = Some(person.no);
    let entry = AuditEntry { at: now, actor, act: "enrol_device".into(), target: Some(id.0), detail: None };
    txn.add_audit(person.org, &entry)?;
    let claimed = |claim| prove(&*txn, person.org, person.no, claim);
    let known = request.before.as_ref().map(claimed).transpose()?;
    let organisation = txn.load_organisation(person.org)?;
    Ok(EnrolResponse {
        v: PROTOCOL,
        token: token.into_text(),
        device: id,
        replica,
        person: Named { id: person.id.0, name: person.name.clone() },
        role: person.role,
        organisation: Named { id: organisation.id.0, name: organisation.name },
        case: person.case,
        now,
        epoch: Some(organisation.epoch),
        known,
    })
}
