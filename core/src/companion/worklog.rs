//! Where a link worker's time goes, and the doors that stayed shut. Both are the worker's own: nobody else reads a line.

use super::held::{Held, held, owed, said};
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::journey::dates::check_happened;
use crate::model::kinds::{AccessDenied, DeniedThing, WorkType, Worklog};
use crate::model::{Choice, EntityId, Record, StreamRef, Timestamp};
use crate::store::{Listing, identity, record};

/// A line of the worklog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorklogView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub line: Worklog,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// Time that went into something, as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewWork {
    /// When; now when nothing is said.
    pub at: Option<Timestamp>,
    /// What it went into.
    pub work: WorkType,
    /// How many minutes.
    pub minutes: i64,
    /// The practice, service or topic it was about.
    pub place: Option<String>,
    /// In words.
    pub words: Option<String>,
}

/// The minutes that went into one sort of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkMinutes {
    /// What they went into.
    pub work: WorkType,
    /// How many.
    pub minutes: i64,
}

/// A line of the access-denied log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessDeniedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub line: AccessDenied,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down where time went.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with minutes outside a day, or a day still to come.
    pub fn log_work(&self, new: &NewWork) -> Result<EntityId, CompanionError> {
        if !(1..=1_440).contains(&new.minutes) {
            return Err(CompanionError::invalid("minutes", Reason::OutOfRange));
        }
        let line = |at| Worklog {
            place: said(new.place.as_deref()),
            words: said(new.words.as_deref()),
            ..Worklog::new(at, new.work, new.minutes)
        };
        self.log(new.at, &line)
    }

    /// Writes down that a door stayed shut: no room, no records, nobody who would meet.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a place.
    pub fn log_access_denied(
        &self,
        place: &str,
        denied: DeniedThing,
        words: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        let place = owed("place", place)?;
        self.log(None, &|at| AccessDenied { at, place: place.clone(), denied, words: said(words) })
    }

    /// This worker's time from one moment to another, the end not included, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn worklog(&self, from: Timestamp, to: Timestamp) -> Result<Vec<WorklogView>, CompanionError> {
        let lines = self.own_lines::<Worklog>()?.into_iter();
        let within = lines.filter(|held| from <= held.record.at && held.record.at < to);
        Ok(within.map(|held| WorklogView { id: held.id, line: held.record, unsent: held.unsent }).collect())
    }

    /// This worker's minutes by sort of work from one moment to another, in the order in which a screen lists them.
    ///
    /// # Errors
    /// The store's.
    pub fn work_minutes(&self, from: Timestamp, to: Timestamp) -> Result<Vec<WorkMinutes>, CompanionError> {
        let lines = self.worklog(from, to)?;
        let sorts = WorkType::NAMES.iter().filter_map(|name| WorkType::find(name));
        let sum = |work: WorkType| {
            let of_this = lines.iter().filter(|line| line.line.work == work);
            WorkMinutes { work, minutes: of_this.map(|line| line.line.minutes).sum() }
        };
        Ok(sorts.map(sum).filter(|sum| sum.minutes > 0).collect())
    }

    /// The doors that stayed shut to this worker, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn access_denied(&self) -> Result<Vec<AccessDeniedView>, CompanionError> {
        let lines = self.own_lines::<AccessDenied>()?.into_iter();
        Ok(lines
            .map(|held| AccessDeniedView { id: held.id, line: held.record, unsent: held.unsent })
            .collect())
    }

    pub(super) fn log<R: Record>(
        &self,
        at: Option<Timestamp>,
        line: &dyn Fn(Timestamp) -> R,
    ) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let at = at.unwrap_or(writing.reading.wall);
            check_happened(at, Day::of(writing.reading.wall))
                .map_err(|_| CompanionError::invalid("at", Reason::OutOfRange))?;
            writing.create(id, StreamRef::private(writing.who.person), &line(at))
        })?;
        Ok(id)
    }

    pub(super) fn own_lines<R: Record>(&self) -> Result<Vec<Held<R>>, CompanionError> {
        self.look(|connection| {
            let Some(me) = identity::find_identity(connection)? else { return Ok(Vec::new()) };
            let own = StreamRef::private(me.person);
            record::list_in(connection, own, Listing::of(R::ENTRY))?.iter().map(held).collect()
        })
    }
}
