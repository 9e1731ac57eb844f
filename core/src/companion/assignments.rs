//! Who the link worker of a case is, from when to when.

use serde_json::json;

use super::held::{self, Held, list, owed};
use super::{Companion, CompanionError, Reason};
use crate::journey::assignments::{AssignmentRefused, check_assignment};
use crate::journey::dates::check_order;
use crate::model::kinds::{Assignment, AssignmentReason};
use crate::model::{Audience, CaseId, EntityId, Fields, PersonId, StreamRef, Timestamp};

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub assignment: Assignment,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// An assignment as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAssignment {
    /// The link worker.
    pub worker: PersonId,
    /// Their name.
    pub worker_name: String,
    /// From when; now when nothing is said.
    pub from: Option<Timestamp>,
    /// Until when, if that is known.
    pub to: Option<Timestamp>,
    /// Why.
    pub reason: AssignmentReason,
    /// When the client was told.
    pub client_told_at: Option<Timestamp>,
}

impl Companion {
    /// Writes down who the link worker of a case is. The person's account is put on the case by whoever runs the service.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with [`Reason::Overlaps`] while another is, or when it ends before it begins.
    pub fn assign_worker(&self, case: CaseId, new: &NewAssignment) -> Result<EntityId, CompanionError> {
        let worker_name = owed("worker_name", &new.worker_name)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let assignment = Assignment {
                worker: new.worker,
                worker_name: worker_name.clone(),
                from: new.from.unwrap_or(writing.reading.wall),
                to: new.to,
                reason: new.reason,
                client_told_at: new.client_told_at,
            };
            let existing: Vec<_> = list::<Assignment>(writing.transaction, case)?
                .into_iter()
                .map(|held| (held.id, held.record))
                .collect();
            check_assignment(&assignment, &existing).map_err(|refused| match refused {
                AssignmentRefused::EndsBeforeItBegins => CompanionError::invalid("to", Reason::OutOfRange),
                AssignmentRefused::Overlaps(_) => CompanionError::invalid("from", Reason::Overlaps),
            })?;
            writing.create(id, StreamRef::of_case(case, Audience::Core), &assignment)
        })?;
        Ok(id)
    }

    /// Ends an assignment, at a moment that may lie ahead.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when that is before it began; [`CompanionError::NotFound`].
    pub fn end_assignment(&self, assignment: EntityId, to: Timestamp) -> Result<(), CompanionError> {
        self.write(|writing| {
            let (_, held) = held::load::<Assignment>(writing.transaction, assignment)?;
            check_order(held.record.from, to)
                .map_err(|_| CompanionError::invalid("to", Reason::OutOfRange))?;
            writing.set(assignment, Fields::from([("to".to_owned(), json!(to))]))
        })
    }

    /// The link workers of a case, the latest first.
    ///
    /// # Errors
    /// The store's.
    pub fn assignments(&self, case: CaseId) -> Result<Vec<AssignmentView>, CompanionError> {
        let assignments = self.look(|connection| list::<Assignment>(connection, case))?;
        let view = |held: Held<Assignment>| AssignmentView {
            id: held.id,
            assignment: held.record,
            unsent: held.unsent,
        };
        Ok(assignments.into_iter().map(view).collect())
    }
}
