//! What is owed to a client: made by hand or by a rule, taken by somebody, done with an outcome.

use serde_json::json;
use uuid::Uuid;

use super::held::{self, Held, owed, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::model::kinds::{DUTY_TRANSITIONS, Duty, DutyOrigin, DutyStatus, VisitNote};
use crate::model::{Audience, CaseId, Choice, EntityId, Fields, Record, StreamRef, Timestamp, sort_by_key};

/// A duty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub duty: Duty,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A duty as somebody makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDuty {
    /// What it comes from.
    pub origin: DutyOrigin,
    /// The record it is about.
    pub about: Option<EntityId>,
    /// What is owed, in plain words.
    pub what: String,
    /// Until when.
    pub due: Timestamp,
}

impl Companion {
    /// Writes down what is owed to a client, in this person's name.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words.
    pub fn make_duty(&self, case: CaseId, new: &NewDuty) -> Result<EntityId, CompanionError> {
        let what = owed("what", &new.what)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let duty = new_duty(writing, new.origin, new.about, what.clone(), new.due);
            writing.create(id, StreamRef::of_case(case, Audience::Work), &duty)
        })?;
        Ok(id)
    }

    /// Takes a duty, from the team's queue or from a colleague.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn take_duty(&self, duty: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            held::load::<Duty>(writing.transaction, duty)?;
            let (owner, name) = (json!(writing.who.person), json!(writing.who.name));
            writing.set(duty, Fields::from([("owner".to_owned(), owner), ("owner_name".to_owned(), name)]))
        })
    }

    /// Hands a duty to the team's queue, where somebody else takes it.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn hand_duty_to_team(&self, duty: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            held::load::<Duty>(writing.transaction, duty)?;
            let nobody = ["owner", "owner_name"].map(|field| (field.to_owned(), serde_json::Value::Null));
            writing.set(duty, Fields::from(nobody))
        })
    }

    /// Settles a duty: done, or not owed any more. What came of it is said in words.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without an outcome, or when the duty is settled already; [`CompanionError::NotFound`].
    pub fn settle_duty(
        &self,
        duty: EntityId,
        status: DutyStatus,
        outcome: &str,
    ) -> Result<(), CompanionError> {
        let outcome = owed("outcome", outcome)?;
        self.write(|writing| settle(writing, duty, status, &outcome))
    }

    /// Settles a promise that was written in a signed note: kept, or not owed any more. It stays among the duties, so that
    /// anybody who follows sees what became of it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without an outcome, when nothing was promised in the note, or when it is settled already;
    /// [`CompanionError::NotFound`].
    pub fn settle_promise(
        &self,
        note: EntityId,
        status: DutyStatus,
        outcome: &str,
    ) -> Result<(), CompanionError> {
        let outcome = owed("outcome", outcome)?;
        self.write(|writing| {
            let (case, held) = held::load::<VisitNote>(writing.transaction, note)?;
            let promised = owed("promised", held.record.promised.as_deref().unwrap_or_default())?;
            let id = duty_id(DutyOrigin::Promise, note);
            if held::find::<Duty>(writing.transaction, id)?.is_none() {
                let today = Day::of(writing.reading.wall);
                owe(writing, case, DutyOrigin::Promise, note, promised, today)?;
            }
            settle(writing, id, status, &outcome)
        })
    }

    /// The duties of a case: open ones first, the earliest due on top.
    ///
    /// # Errors
    /// The store's.
    pub fn duties(&self, case: CaseId) -> Result<Vec<DutyView>, CompanionError> {
        let mut duties = self.look(|connection| held::list::<Duty>(connection, case))?;
        sort_by_key(&mut duties, |held| (held.record.status != DutyStatus::Open, held.record.due, held.id));
        Ok(duties.into_iter().map(view).collect())
    }
}

pub(super) fn view(held: Held<Duty>) -> DutyView {
    DutyView { id: held.id, duty: held.record, unsent: held.unsent }
}

/// The id of the one duty of this origin about a record: two phones that see the same thing happen write one duty.
pub(super) fn duty_id(origin: DutyOrigin, about: EntityId) -> EntityId {
    EntityId(Uuid::new_v5(&about.0, format!("{} {}", Duty::ENTRY.name, origin.name()).as_bytes()))
}

/// A duty that a rule makes, in the transaction of what it comes from. One that was settled is owed again.
pub(super) fn owe(
    writing: &Writing<'_>,
    case: CaseId,
    origin: DutyOrigin,
    about: EntityId,
    what: String,
    due: Day,
) -> Result<EntityId, CompanionError> {
    let id = duty_id(origin, about);
    let work = StreamRef::of_case(case, Audience::Work);
    match held::find::<Duty>(writing.transaction, id)? {
        Some(_) => {
            let again = [
                ("what".to_owned(), json!(what)),
                ("due".to_owned(), json!(due.end())),
                ("status".to_owned(), json!(DutyStatus::Open.name())),
            ];
            writing.set(id, Fields::from(again))?;
        }
        None => writing.create(id, work, &new_duty(writing, origin, Some(about), what, due.end()))?,
    }
    Ok(id)
}

/// Settles the duty of this origin about a record, if one is open.
pub(super) fn release(
    writing: &Writing<'_>,
    origin: DutyOrigin,
    about: EntityId,
    outcome: &str,
) -> Result<(), CompanionError> {
    let id = duty_id(origin, about);
    match held::find::<Duty>(writing.transaction, id)? {
        Some(held) if held.record.status == DutyStatus::Open => {
            settle(writing, id, DutyStatus::Released, outcome)
        }
        _ => Ok(()),
    }
}

fn settle(
    writing: &Writing<'_>,
    id: EntityId,
    status: DutyStatus,
    outcome: &str,
) -> Result<(), CompanionError> {
    let (_, held) = held::load::<Duty>(writing.transaction, id)?;
    let from = held.record.status;
    if status == DutyStatus::Open
        || from == status
        || !DUTY_TRANSITIONS.allows(Some(from.name()), status.name())
    {
        return Err(CompanionError::invalid("status", Reason::NotFromHere));
    }
    let fields = [
        ("status".to_owned(), json!(status.name())),
        ("settled_at".to_owned(), json!(writing.reading.wall)),
        ("outcome".to_owned(), json!(outcome)),
    ];
    writing.set(id, Fields::from(fields))
}

fn new_duty(
    writing: &Writing<'_>,
    origin: DutyOrigin,
    about: Option<EntityId>,
    what: String,
    due: Timestamp,
) -> Duty {
    Duty {
        origin,
        about,
        what,
        due,
        owner: Some(writing.who.person),
        owner_name: said(Some(&writing.who.name)),
        status: DutyStatus::Open,
        settled_at: None,
        outcome: None,
        made_at: writing.reading.wall,
    }
}
