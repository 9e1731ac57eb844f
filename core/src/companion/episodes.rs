//! Stretches of support: begun, paused with the door open, taken up again. How one ends is in `endings`.

use rusqlite::Connection;
use serde_json::json;

use super::duties::{owe, release};
use super::held::{Held, find, list, owed, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::journey::channel::blocked_ways;
use crate::journey::finding::{Finding, Verdict};
use crate::journey::lost_contact::{NotTriedYet, Reaching, not_tried_yet};
use crate::model::kinds::{
    AccessNeed, Client, ClientStatus, Contact, DutyOrigin, EPISODE_TRANSITIONS, Episode, EpisodeStatus,
    SafeContact,
};
use crate::model::{Audience, CaseId, Choice, EntityId, Fields, StreamRef, Timestamp};

/// Days after which a pause is looked at again where no day was said.
const LOOK_AGAIN_AFTER: i64 = 28;

/// A stretch of support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EpisodeView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub episode: Episode,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Begins to support a client, or begins again after an ending.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with [`Reason::Overlaps`] while a stretch of support has not ended;
    /// [`CompanionError::NotFound`] when this phone does not have the case.
    pub fn begin_episode(&self, case: CaseId) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| begin(writing, id, case))?;
        Ok(id)
    }

    /// The client asks for a pause. Somebody looks at it again on the day they said, or after four weeks.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the support is paused or has ended; [`CompanionError::NotFound`] before it began.
    pub fn pause_for_client(
        &self,
        case: CaseId,
        words: Option<&str>,
        review_at: Option<Timestamp>,
    ) -> Result<(), CompanionError> {
        self.write(|writing| {
            pause(writing, case, EpisodeStatus::PausedByClient, said(words).as_deref(), review_at)
        })
    }

    /// What is still to be tried before a client counts as out of reach. Empty when enough was.
    ///
    /// # Errors
    /// The store's.
    pub fn check_lost_contact(&self, case: CaseId) -> Result<Vec<Finding>, CompanionError> {
        self.look(|connection| Ok(left_to_try(connection, case)?.iter().map(Verdict::finding).collect()))
    }

    /// Nobody could be reached, and enough was tried: the support pauses with the door open. What got in the way is said in
    /// words; it is never the client.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words, or with [`Reason::NotYet`] while [`Companion::check_lost_contact`] names
    /// something to try; [`CompanionError::NotFound`].
    pub fn pause_with_door_open(&self, case: CaseId, barrier: &str) -> Result<(), CompanionError> {
        let barrier = owed("status_why", barrier)?;
        self.write(|writing| {
            if !left_to_try(writing.transaction, case)?.is_empty() {
                return Err(CompanionError::invalid("attempts", Reason::NotYet));
            }
            pause(writing, case, EpisodeStatus::PausedByService, Some(&barrier), None)
        })
    }

    /// The client is back: a pause ends, or after an ending a new stretch of support begins.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the support is under way; [`CompanionError::NotFound`] before it began.
    pub fn welcome_back(&self, case: CaseId) -> Result<EntityId, CompanionError> {
        let fresh = EntityId(self.ids.uuid());
        self.write(|writing| {
            let current = current(writing.transaction, case)?.ok_or(CompanionError::NotFound)?;
            if current.record.status == EpisodeStatus::Ended {
                begin(writing, fresh, case)?;
                return Ok(fresh);
            }
            set_status(writing, case, &current, EpisodeStatus::Active, None)?;
            release(writing, DutyOrigin::PauseReview, current.id, "The client is back.")?;
            Ok(current.id)
        })
    }

    /// The stretches of support of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn episodes(&self, case: CaseId) -> Result<Vec<EpisodeView>, CompanionError> {
        Ok(self.look(|connection| list::<Episode>(connection, case))?.into_iter().map(view).collect())
    }
}

pub(super) fn view(held: Held<Episode>) -> EpisodeView {
    EpisodeView { id: held.id, episode: held.record, unsent: held.unsent }
}

/// The stretch of support a case is in, or the last one.
pub(super) fn current(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<Held<Episode>>, CompanionError> {
    Ok(list::<Episode>(connection, case)?.into_iter().next())
}

/// Begins a stretch of support in the transaction of what it comes from.
pub(super) fn begin(writing: &Writing<'_>, id: EntityId, case: CaseId) -> Result<(), CompanionError> {
    let open = current(writing.transaction, case)?;
    if open.is_some_and(|held| held.record.status != EpisodeStatus::Ended) {
        return Err(CompanionError::invalid("episode", Reason::Overlaps));
    }
    let now = writing.reading.wall;
    let episode = Episode { status_at: Some(now), ..Episode::new(now) };
    writing.create(id, StreamRef::of_case(case, Audience::Core), &episode)?;
    mark_client(writing, case, ClientStatus::Active)
}

fn pause(
    writing: &Writing<'_>,
    case: CaseId,
    to: EpisodeStatus,
    why: Option<&str>,
    review_at: Option<Timestamp>,
) -> Result<(), CompanionError> {
    let current = current(writing.transaction, case)?.ok_or(CompanionError::NotFound)?;
    let today = Day::of(writing.reading.wall);
    let review = review_at.map_or_else(|| today.plus(LOOK_AGAIN_AFTER), Day::of);
    if review < today {
        return Err(CompanionError::invalid("review_at", Reason::OutOfRange));
    }
    set_status(writing, case, &current, to, why)?;
    writing.set(current.id, Fields::from([("review_at".to_owned(), json!(review.end()))]))?;
    let what = "The door is open. Look at the pause again, and send a kind word.".to_owned();
    owe(writing, case, DutyOrigin::PauseReview, current.id, what, review).map(drop)
}

/// Moves an episode, and the line of the caseload with it.
pub(super) fn set_status(
    writing: &Writing<'_>,
    case: CaseId,
    current: &Held<Episode>,
    to: EpisodeStatus,
    why: Option<&str>,
) -> Result<(), CompanionError> {
    let from = current.record.status;
    if from == to || !EPISODE_TRANSITIONS.allows(Some(from.name()), to.name()) {
        return Err(CompanionError::invalid("status", Reason::NotFromHere));
    }
    let fields = [
        ("status".to_owned(), json!(to.name())),
        ("status_at".to_owned(), json!(writing.reading.wall)),
        ("status_why".to_owned(), json!(why)),
    ];
    writing.set(current.id, Fields::from(fields))?;
    let shown = match to {
        EpisodeStatus::Active => ClientStatus::Active,
        EpisodeStatus::Ended => ClientStatus::Ended,
        _ => ClientStatus::Paused,
    };
    mark_client(writing, case, shown)
}

fn mark_client(writing: &Writing<'_>, case: CaseId, status: ClientStatus) -> Result<(), CompanionError> {
    writing.set(EntityId(case.0), Fields::from([("status".to_owned(), json!(status.name()))]))
}

fn left_to_try(connection: &Connection, case: CaseId) -> Result<Vec<NotTriedYet>, CompanionError> {
    let client = find::<Client>(connection, EntityId(case.0))?.ok_or(CompanionError::NotFound)?;
    let safe = find::<SafeContact>(connection, SafeContact::id_of(case))?.map(|held| held.record);
    let needs: Vec<AccessNeed> =
        list::<AccessNeed>(connection, case)?.into_iter().map(|held| held.record).collect();
    let contacts: Vec<Contact> =
        list::<Contact>(connection, case)?.into_iter().map(|held| held.record).collect();
    Ok(not_tried_yet(&Reaching {
        contacts: &contacts,
        preferred: client.record.preferred_mode,
        blocked: &blocked_ways(safe.as_ref(), &needs),
    }))
}
