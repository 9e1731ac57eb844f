//! Who the link worker of a case is. Two assignments never overlap: a client has one worker at a time.

use super::finding::Verdict;
use crate::model::kinds::Assignment;
use crate::model::{EntityId, PersonId, Timestamp};

/// Why an assignment cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssignmentRefused {
    /// It ends before it begins.
    EndsBeforeItBegins,
    /// Another one holds at the same time.
    Overlaps(EntityId),
}

/// Whether `new` fits among the assignments there are. One that ends at the moment another begins does not overlap it.
///
/// # Errors
/// [`AssignmentRefused`].
pub fn check_assignment(
    new: &Assignment,
    existing: &[(EntityId, Assignment)],
) -> Result<(), AssignmentRefused> {
    if new.to.is_some_and(|to| to < new.from) {
        return Err(AssignmentRefused::EndsBeforeItBegins);
    }
    match existing.iter().find(|(_, other)| overlap(new, other)) {
        Some((id, _)) => Err(AssignmentRefused::Overlaps(*id)),
        None => Ok(()),
    }
}

fn overlap(one: &Assignment, other: &Assignment) -> bool {
    let ends = |assignment: &Assignment| assignment.to.unwrap_or(Timestamp(i64::MAX));
    one.from < ends(other) && other.from < ends(one)
}

/// The worker at this moment.
pub fn worker_at(assignments: &[Assignment], at: Timestamp) -> Option<PersonId> {
    let holds = |assignment: &&Assignment| assignment.from <= at && assignment.to.is_none_or(|to| at < to);
    assignments
        .iter()
        .filter(holds)
        .max_by_key(|assignment| assignment.from)
        .map(|assignment| assignment.worker)
}

impl Verdict for AssignmentRefused {
    fn code(&self) -> &'static str {
        match self {
            Self::EndsBeforeItBegins => "assignment_ends_before_it_begins",
            Self::Overlaps(_) => "assignment_overlaps",
        }
    }

    fn words(&self) -> String {
        match self {
            Self::EndsBeforeItBegins => "This would end before it begins.",
            Self::Overlaps(_) => "The client has a link worker for some of that time. End that first.",
        }
        .to_owned()
    }

    fn about(&self) -> Option<EntityId> {
        match self {
            Self::Overlaps(id) => Some(*id),
            Self::EndsBeforeItBegins => None,
        }
    }
}
