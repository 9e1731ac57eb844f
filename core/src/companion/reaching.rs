//! How it is safe and possible to reach a client: the safe-contact rule, access needs with the six steps of the Accessible
//! Information Standard, and the people close to the client.

use serde_json::json;

use super::duties::{owe, release};
use super::held::{self, Held, find, list, owed, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::access_review::review_by;
use crate::journey::calendar::Day;
use crate::model::kinds::{AccessNeed, AccessNeedType, Carer, CarerScope, DutyOrigin, Mode, SafeContact};
use crate::model::{Audience, CaseId, EntityId, Fields, StreamRef, Timestamp};

/// A safe-contact rule as the client says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeContactRule {
    /// Ways of contact that are not safe.
    pub never: Vec<Mode>,
    /// When it is safe, and when not, in words.
    pub times: Option<String>,
    /// Earliest safe minute of the day on UK clocks, from 0 to 1440.
    pub from_minute: Option<i64>,
    /// Latest safe minute of the day.
    pub to_minute: Option<i64>,
    /// What may be said to somebody else who answers.
    pub words_allowed: Option<String>,
    /// Whether a message may be left.
    pub voicemail_ok: Option<bool>,
}

/// An access need as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAccessNeed {
    /// What the client needs.
    pub need: AccessNeedType,
    /// In the client's words: what works.
    pub words: Option<String>,
    /// Ways of contact that do not work for them.
    pub blocked: Vec<Mode>,
    /// When it is looked at again; a year from now when nothing is said.
    pub review_at: Option<Timestamp>,
    /// Whether it is a carer's need and not the client's own.
    pub for_carer: bool,
}

/// A step of the Accessible Information Standard after the first two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessStep {
    /// It stands out in the record.
    Flagged,
    /// It was passed on, with consent.
    Shared,
    /// It was met.
    Met,
}

/// An access need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessNeedView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub need: AccessNeed,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// Somebody close to the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarerView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub carer: Carer,
    /// Whether the client lets them know anything now.
    pub granted: bool,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl Companion {
    /// Writes down how it is safe to reach the client. It replaces what was said before.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with a minute outside a day.
    pub fn set_safe_contact_rule(&self, case: CaseId, rule: &SafeContactRule) -> Result<(), CompanionError> {
        self.write(|writing| {
            let record = SafeContact {
                never: rule.never.clone(),
                times: said(rule.times.as_deref()),
                from_minute: rule.from_minute,
                to_minute: rule.to_minute,
                words_allowed: said(rule.words_allowed.as_deref()),
                voicemail_ok: rule.voicemail_ok,
                ..SafeContact::new(writing.reading.wall)
            };
            let core = StreamRef::of_case(case, Audience::Core);
            writing.replace(SafeContact::id_of(case), core, &record)
        })
    }

    /// How it is safe to reach the client; nothing when nobody has said.
    ///
    /// # Errors
    /// The store's.
    pub fn safe_contact_rule(&self, case: CaseId) -> Result<Option<SafeContact>, CompanionError> {
        let rule = self.look(|connection| find::<SafeContact>(connection, SafeContact::id_of(case)))?;
        Ok(rule.map(|held| held.record))
    }

    /// Writes down an access need: identified and recorded by it, and somebody is owed to look at it again.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with a review in the past.
    pub fn record_access_need(&self, case: CaseId, new: &NewAccessNeed) -> Result<EntityId, CompanionError> {
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let now = writing.reading.wall;
            let need = AccessNeed {
                words: said(new.words.as_deref()),
                blocked: new.blocked.clone(),
                recorded_at: Some(now),
                review_at: new.review_at,
                for_carer: new.for_carer,
                ..AccessNeed::new(new.need, now)
            };
            writing.create(id, StreamRef::of_case(case, Audience::Core), &need)?;
            owe_review(writing, case, id, &need)
        })?;
        Ok(id)
    }

    /// Writes down that a step was taken.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn take_access_step(&self, need: EntityId, step: AccessStep) -> Result<(), CompanionError> {
        let field = match step {
            AccessStep::Flagged => "flagged_at",
            AccessStep::Shared => "shared_at",
            AccessStep::Met => "met_at",
        };
        self.write(|writing| {
            held::load::<AccessNeed>(writing.transaction, need)?;
            writing.set(need, Fields::from([(field.to_owned(), json!(writing.reading.wall))]))
        })
    }

    /// Writes down that a need was looked at again, with what works now, and when it is next.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with a review in the past; [`CompanionError::NotFound`].
    pub fn review_access_need(
        &self,
        need: EntityId,
        words: Option<&str>,
        next_review_at: Timestamp,
    ) -> Result<(), CompanionError> {
        self.write(|writing| {
            let (case, held) = held::load::<AccessNeed>(writing.transaction, need)?;
            let mut fields = Fields::from([("review_at".to_owned(), json!(next_review_at))]);
            fields.extend(said(words).map(|words| ("words".to_owned(), json!(words))));
            writing.set(need, fields)?;
            release(writing, DutyOrigin::AccessReview, need, "It was looked at again.")?;
            owe_review(writing, case, need, &AccessNeed { review_at: Some(next_review_at), ..held.record })
        })
    }

    /// The access needs of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn access_needs(&self, case: CaseId) -> Result<Vec<AccessNeedView>, CompanionError> {
        Ok(self.look(|connection| list::<AccessNeed>(connection, case))?.into_iter().map(need_view).collect())
    }

    /// Writes down somebody close to the client, and what the client lets them know. With no scope they are told nothing.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a name.
    pub fn add_carer(
        &self,
        case: CaseId,
        name: &str,
        relationship: Option<&str>,
        phone: Option<&str>,
        scope: &[CarerScope],
    ) -> Result<EntityId, CompanionError> {
        let name = owed("name", name)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let carer = Carer {
                relationship: said(relationship),
                phone: said(phone),
                scope: scope.to_vec(),
                granted_at: (!scope.is_empty()).then_some(writing.reading.wall),
                ..Carer::new(name.clone())
            };
            writing.create(id, StreamRef::of_case(case, Audience::Core), &carer)
        })?;
        Ok(id)
    }

    /// The client takes back what a carer may know. It holds at once on this phone.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn revoke_carer(&self, carer: EntityId) -> Result<(), CompanionError> {
        self.write(|writing| {
            held::load::<Carer>(writing.transaction, carer)?;
            let fields =
                [("revoked_at".to_owned(), json!(writing.reading.wall)), ("scope".to_owned(), json!([]))];
            writing.set(carer, Fields::from(fields))
        })
    }

    /// The people close to the client, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn carers(&self, case: CaseId) -> Result<Vec<CarerView>, CompanionError> {
        let carers = self.look(|connection| list::<Carer>(connection, case))?;
        let view = |held: Held<Carer>| CarerView {
            granted: held.record.is_granted() && !held.record.scope.is_empty(),
            id: held.id,
            carer: held.record,
            unsent: held.unsent,
        };
        Ok(carers.into_iter().map(view).collect())
    }
}

pub(super) fn need_view(held: Held<AccessNeed>) -> AccessNeedView {
    AccessNeedView { id: held.id, need: held.record, unsent: held.unsent }
}

fn owe_review(
    writing: &Writing<'_>,
    case: CaseId,
    id: EntityId,
    need: &AccessNeed,
) -> Result<(), CompanionError> {
    let due = review_by(need);
    if due < Day::of(writing.reading.wall) {
        return Err(CompanionError::invalid("review_at", Reason::OutOfRange));
    }
    let what = "Ask again how the client would like to be spoken and written to.".to_owned();
    owe(writing, case, DutyOrigin::AccessReview, id, what, due).map(drop)
}
