//! What waits for a person, in two steps: the choices are shown, and then settled, naming exactly what was seen. A text that
//! arrives in between is not settled with them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Companion, CompanionError, Reason};
use crate::access::{Attempt, may_write};
use crate::model::catalogue::find_kind;
use crate::model::{
    Act, Base, CaseId, EntityId, MergeClass, Outcome, Role, State, Timestamp, Why, sort_by_key,
};
use crate::store::decisions::{self, Unsettled};
use crate::store::{Remark, StoreError, identity, record};

/// What kind of question it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Several texts of one field: which of them, or both in other words?
    Texts,
    /// Several values of a field that can have only one, such as a telephone number: which of them is so?
    Values,
    /// A draft could not be signed, since it had changed elsewhere: look at it, and sign again.
    SignAgain,
    /// What was written after a seal is a draft amendment: look at it, and sign or discard it.
    Amendment,
    /// It was taken in late, after the case had moved on.
    Late,
    /// It was set aside, where a supervisor sees it.
    SetAside,
    /// It waits for a newer server. Nothing is to be done.
    Waiting,
}

/// Something that waits for a person.
#[derive(Clone, Debug, PartialEq)]
pub struct PendingDecision {
    /// Names it, and what was seen of it, when it is settled. Opaque; good for as long as the screen shows it.
    pub id: String,
    /// What kind of question it is.
    pub matter: Matter,
    /// The record it is about.
    pub record: EntityId,
    /// The record's kind, by catalogue name, when this phone has the record.
    pub kind: Option<String>,
    /// The case, when it is about one.
    pub case: Option<CaseId>,
    /// The field, when it is about one.
    pub field: Option<String>,
    /// Why, when the server said so.
    pub why: Option<Why>,
    /// When what waits was written: by the server's reckoning for texts, by this phone's clock for its own work.
    pub at: Timestamp,
    /// What there is to choose from; what stands first, then the others, oldest first.
    pub choices: Vec<Choosable>,
}

/// One of several texts or values. For this phone's own work: one field that was written.
#[derive(Clone, Debug, PartialEq)]
pub struct Choosable {
    /// The field.
    pub field: String,
    /// The text or value; `null` when the field is empty.
    pub value: Value,
    /// When it was written, where that is known.
    pub at: Option<Timestamp>,
    /// Whether it is what stands now.
    pub stands: bool,
}

/// How something is settled.
#[derive(Clone, Debug, PartialEq)]
pub enum Settlement {
    /// This choice stands, by its place in the list.
    Choose(u32),
    /// Neither; this text stands.
    Write(String),
    /// Taken note of. For work of this phone, of which there is nothing to choose.
    Noted,
}

/// What a decision's id says: everything that was seen.
#[derive(Serialize, Deserialize)]
enum Seen {
    Field { record: EntityId, field: String, base: Base, revs: Vec<u32>, values: Vec<Value> },
    Own { n: u64 },
}

impl Companion {
    /// What waits for a person, oldest first: texts and values to choose between that this person may settle, and work of
    /// this phone that did not simply apply. None of it is lost while it waits.
    ///
    /// # Errors
    /// The store's.
    pub fn pending_decisions(&self) -> Result<Vec<PendingDecision>, CompanionError> {
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
        Outcome::Sibling | Outcome::Applied | Outcome::Merged | Outcome::Duplicate => return Ok(None),
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
