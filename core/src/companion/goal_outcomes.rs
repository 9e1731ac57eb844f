//! What becomes of a goal: confirmed, parked, taken up again, reached, let go, or changed into another. Each is an honest
//! outcome; what is set aside or let go says why, in words.

use serde_json::json;

use super::{Companion, CompanionError, Reason, Saying, WordsFor};
use crate::model::kinds::{Goal, GoalStatus, WordingBy};
use crate::model::{Choice, EntityId, Fields, Role, from_fields};
use crate::store::record;

impl Companion {
    /// Keeps that the client said "yes, that is my goal". Until then it is a proposal.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn confirm_goal(&self, goal: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            let row = record::load(writing.transaction, goal)?;
            let standing: Goal = from_fields(&row.fields)?;
            let mut fields = Fields::from([("client_confirmed_at".to_owned(), json!(writing.reading.wall))]);
            if standing.status == GoalStatus::Proposed {
                fields.insert("status".to_owned(), json!(GoalStatus::Active.name()));
            }
            writing.set(goal, fields)
        })
    }

    /// Says a goal in the worker's words beside the client's, which stay as they are. Empty words take the paraphrase away.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; [`CompanionError::NotAllowed`] for a client, whose words are the wording itself.
    pub fn paraphrase_goal(&self, goal: EntityId, words: &str) -> Result<(), CompanionError> {
        let words = (!words.trim().is_empty()).then_some(words);
        self.write(|writing| writing.set(goal, Fields::from([("paraphrase".to_owned(), json!(words))])))
    }

    /// Says where a goal stands. A goal that is parked, let go or changed says why.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason where one is owed; [`CompanionError::NotFound`].
    pub fn set_goal_status(
        &self,
        goal: EntityId,
        status: GoalStatus,
        why: Option<&str>,
    ) -> Result<(), CompanionError> {
        let why = why.filter(|why| !why.trim().is_empty());
        let field = reason_field(status);
        if let (Some(field), None) = (field, why) {
            return Err(CompanionError::invalid(field, Reason::NeedsReason));
        }
        self.write(|writing| {
            let mut fields = Fields::from([("status".to_owned(), json!(status.name()))]);
            fields.extend(why.map(|why| (field.unwrap_or("why").to_owned(), json!(why))));
            let settled = is_settled(status).then_some(writing.reading.wall);
            fields.insert("settled_at".to_owned(), json!(settled));
            writing.set(goal, fields)
        })
    }

    /// Lets a goal become another one, in new words: both stay, and the first says what it became. Gives the new goal.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words or without a reason; [`CompanionError::NotFound`].
    pub fn change_goal(
        &self,
        goal: EntityId,
        wording: &str,
        by: WordingBy,
        why: &str,
    ) -> Result<EntityId, CompanionError> {
        for (field, text, reason) in [("wording", wording, Reason::Empty), ("why", why, Reason::NeedsReason)]
        {
            if text.trim().is_empty() {
                return Err(CompanionError::invalid(field, reason));
            }
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let row = record::load(writing.transaction, goal)?;
            let before: Goal = from_fields(&row.fields)?;
            let by = if writing.who.role == Role::Client { WordingBy::Client } else { by };
            let next = Goal {
                category: before.category,
                need: before.need,
                status: GoalStatus::Active,
                ..Goal::new(wording.to_owned(), by, writing.reading.wall)
            };
            writing.create(id, row.stream, &next)?;
            writing.end_words(&Saying::about(WordsFor::GoalChange, row.stream.case(), goal))?;
            let now = writing.reading.wall;
            let changed = [
                ("status", json!(GoalStatus::Changed.name())),
                ("why", json!(why)),
                ("settled_at", json!(now)),
            ];
            let mut fields: Fields =
                changed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            // A client may not write this field; the new goal stands beside the old one all the same.
            if writing.who.role != Role::Client {
                fields.insert("became".to_owned(), json!(id));
            }
            writing.set(goal, fields)
        })?;
        Ok(id)
    }
}

/// The field that holds the reason this status owes.
const fn reason_field(status: GoalStatus) -> Option<&'static str> {
    match status {
        GoalStatus::Parked => Some("park_reason"),
        GoalStatus::Dropped | GoalStatus::Changed => Some("why"),
        _ => None,
    }
}

const fn is_settled(status: GoalStatus) -> bool {
    matches!(status, GoalStatus::Reached | GoalStatus::Partly | GoalStatus::Dropped | GoalStatus::Changed)
}
