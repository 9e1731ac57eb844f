//! What waits for a person, in two steps: the choices are shown, and then settled, naming exactly what was seen. A text that
//! arrives in between is not settled with them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pending::{Choosable, Matter, PendingDecision, Settlement};
use super::second_submissions::Submissions;
use super::{Companion, CompanionError, Reason};
use crate::access::{Attempt, may_write};
use crate::model::catalogue::find_kind;
use crate::model::kinds::Assessment;
use crate::model::{Act, Base, EntityId, MergeClass, Outcome, Record, Role, State, Why, sort_by_key};
use crate::store::decisions::{self, Unsettled};
use crate::store::{Remark, StoreError, identity, record};

/// What a decision's id says: everything that was seen.
#[derive(Serialize, Deserialize)]
enum Seen {
    Field { record: EntityId, field: String, base: Base, revs: Vec<u32>, values: Vec<Value> },
    Own { n: u64 },
    Twice(Submissions),
}

impl Companion {
    /// What waits for a person, oldest first: texts and values to choose between that this person may settle, and work of
    /// this phone that did not simply apply. None of it is lost while it waits.
    ///
    /// # Errors
    /// The store's.
    pub fn pending_decisions(&self) -> Result<Vec<PendingDecision>, CompanionError> {
        let twice = self.second_submissions()?;
        let mut waiting = self.store.read(|connection| {
            let role = identity::load_identity(connection)?.role;
            let mut waiting = Vec::new();
            for unsettled in decisions::list_unsettled(connection)? {
                waiting.extend(of_record(&unsettled, role)?);
            }
            for remark in decisions::list_unheard(connection)? {
                let row = record::find(connection, remark.record)?;
                waiting.extend(of_work(&remark, row.as_ref())?);
            }
            Ok(waiting)
        })?;
        for (submissions, decision) in twice {
            let id = serde_json::to_string(&Seen::Twice(submissions)).map_err(StoreError::from)?;
            waiting.push(PendingDecision { id, ..decision });
        }
        sort_by_key(&mut waiting, |decision| decision.at);
        Ok(waiting)
    }

    /// Settles one of [`Companion::pending_decisions`] as it was shown. What has arrived since is not settled with it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when `how` is none of the choices, an empty text, or `id` is not a decision's;
    /// [`CompanionError::NotAllowed`]; [`CompanionError::NotFound`] when the record is not here any more.
    pub fn resolve_decision(&self, id: &str, how: &Settlement) -> Result<(), CompanionError> {
        let seen: Seen =
            serde_json::from_str(id).map_err(|_| CompanionError::invalid("id", Reason::Unknown))?;
        match seen {
            Seen::Own { n } if *how == Settlement::Noted => self.write(|writing| {
                let known = decisions::note_heard(writing.transaction, n)?;
                if known { Ok(()) } else { Err(CompanionError::NotFound) }
            }),
            Seen::Own { .. } => Err(CompanionError::invalid("how", Reason::Unknown)),
            Seen::Twice(submissions) => self.settle_submissions(submissions, how),
            Seen::Field { record, field, base, revs, values } => {
                let value = chosen(how, &values)?;
                let op = decisions::resolution(record, &field, value, (base, revs));
                self.write(|writing| writing.resolve(op.clone()))
            }
        }
    }
}

fn chosen(how: &Settlement, values: &[Value]) -> Result<Value, CompanionError> {
    match how {
        Settlement::Choose(place) => {
            let place = usize::try_from(*place).unwrap_or(usize::MAX);
            values.get(place).cloned().ok_or_else(|| CompanionError::invalid("how", Reason::Unknown))
        }
        Settlement::Write(text) if text.trim().is_empty() => {
            Err(CompanionError::invalid("how", Reason::Empty))
        }
        Settlement::Write(text) => Ok(Value::from(text.as_str())),
        Settlement::Noted => Err(CompanionError::invalid("how", Reason::Unknown)),
    }
}

/// A decision for each field of the record that this person may settle.
fn of_record(unsettled: &Unsettled, role: Role) -> Result<Vec<PendingDecision>, StoreError> {
    let Unsettled { row, bases } = unsettled;
    let Some(kind) = find_kind(&row.kind) else { return Ok(Vec::new()) };
    let audience = row.stream.audience;
    let may = |field: &str| {
        may_write(&Attempt { role, act: Act::Resolve, kind, audience, fields: &[field] }).is_ok()
    };
    let mut waiting = Vec::new();
    for (field, base) in bases.iter().filter(|(field, _)| may(field)) {
        let Some(others) = row.siblings.get(field) else { continue };
        let stands = row.fields.get(field).cloned().unwrap_or_default();
        let first = Choosable { field: field.clone(), value: stands, at: None, stands: true };
        let beside = others.iter().map(|text| Choosable {
            field: field.clone(),
            value: text.value.clone(),
            at: Some(text.at),
            stands: false,
        });
        let choices: Vec<Choosable> = std::iter::once(first).chain(beside).collect();
        let seen = Seen::Field {
            record: row.id,
            field: field.clone(),
            base: *base,
            revs: others.iter().map(|text| text.rev).collect(),
            values: choices.iter().map(|choice| choice.value.clone()).collect(),
        };
        let is_prose = kind.find_field(field).is_some_and(|entry| entry.class == MergeClass::Prose);
        waiting.push(PendingDecision {
            id: serde_json::to_string(&seen)?,
            matter: if is_prose { Matter::Texts } else { Matter::Values },
            record: row.id,
            kind: Some(row.kind.clone()),
            case: row.stream.case(),
            field: Some(field.clone()),
            why: None,
            at: others.iter().map(|text| text.at).min().unwrap_or_default(),
            choices,
        });
    }
    Ok(waiting)
}

/// A decision for an operation of this phone that did not simply apply.
fn of_work(remark: &Remark, row: Option<&record::RecordRow>) -> Result<Option<PendingDecision>, StoreError> {
    let is_draft = row.is_some_and(|row| row.state == State::Active);
    let matter = match remark.outcome {
        // The texts themselves are asked about above.
        Outcome::Merged if remark.why == Some(Why::EditWins) => Matter::EditWins,
        Outcome::Sibling | Outcome::Applied | Outcome::Merged | Outcome::Duplicate => return Ok(None),
        // The second submission itself is asked about, on the phone of everybody who has the case.
        Outcome::SealedLate if row.is_some_and(|row| row.kind == Assessment::ENTRY.name) => return Ok(None),
        // Its text is nowhere any more, here neither.
        Outcome::Erased => return Ok(None),
        // Signed since, or gone: nothing is left to decide.
        Outcome::SignStale if !is_draft => return Ok(None),
        Outcome::SignStale => Matter::SignAgain,
        Outcome::SealedLate => Matter::Amendment,
        Outcome::Late => Matter::Late,
        Outcome::Quarantined => Matter::SetAside,
        Outcome::Parked => Matter::Waiting,
    };
    let written = remark.op.fields.iter().map(|(field, value)| Choosable {
        field: field.clone(),
        value: value.clone(),
        at: Some(remark.at),
        stands: false,
    });
    let stream = row.map(|row| row.stream).or(remark.op.stream);
    Ok(Some(PendingDecision {
        id: serde_json::to_string(&Seen::Own { n: remark.n })?,
        matter,
        record: remark.record,
        kind: row.map(|row| row.kind.clone()).or_else(|| remark.op.kind.clone()),
        case: stream.and_then(crate::model::StreamRef::case),
        field: None,
        why: remark.why,
        at: remark.at,
        choices: written.collect(),
    }))
}
