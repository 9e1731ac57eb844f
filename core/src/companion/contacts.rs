//! Contacts, and the next one, which the client sees.

use rusqlite::Connection;

use super::contact_rules::Reach;
use super::held::{find, list, said};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::calendar::Day;
use crate::journey::dates::check_happened;
use crate::journey::finding::{Finding, Verdict};
use crate::model::kinds::{Contact, Direction, Mode, NextContact, Outcome, Purpose};
use crate::model::{Audience, CaseId, EntityId, StreamRef, Timestamp};
use crate::store::clock;

/// A contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub contact: Contact,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A contact as it is entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContact {
    /// When it happened; now when nothing is said.
    pub at: Option<Timestamp>,
    /// How the two met.
    pub mode: Mode,
    /// Who began it.
    pub direction: Direction,
    /// What it was for; at least one.
    pub purposes: Vec<Purpose>,
    /// Whether the client knew beforehand.
    pub agreed_before: bool,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took.
    pub minutes: Option<i64>,
    /// Where, in words.
    pub place: Option<String>,
    /// Ways of working that were used, as short words.
    pub methods: Vec<String>,
    /// What was agreed about the next one.
    pub next: Option<NextPlan>,
    /// Why no next one was agreed.
    pub no_next_because: Option<String>,
    /// The referral or duty it was about.
    pub about: Option<EntityId>,
    /// Why it was made although a rule advised against it: see [`Companion::check_contact`].
    pub reason: Option<String>,
    /// Whether it was with a carer the client agreed to, in the client's place.
    pub with_carer: bool,
    /// For an attempt: whether the message asked something of the client.
    pub demanding: Option<bool>,
}

/// The next contact as two people agree it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextPlan {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: Mode,
    /// What for, in words the client chose or heard.
    pub why: String,
    /// Where.
    pub place: Option<String>,
    /// Whether the client agreed to it.
    pub agreed: bool,
}

/// The next contact as the client sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextContactView {
    /// When.
    pub at: Timestamp,
    /// How.
    pub mode: Mode,
    /// With whom.
    pub who: String,
    /// What for.
    pub why: String,
    /// Where.
    pub place: Option<String>,
    /// Whether the client agreed to it; nothing when nobody said.
    pub agreed: Option<bool>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

impl NewContact {
    /// A contact that the worker began now, that was agreed, with nothing else said.
    pub fn new(mode: Mode, purposes: Vec<Purpose>, outcome: Outcome) -> Self {
        Self {
            at: None,
            mode,
            direction: Direction::Worker,
            purposes,
            agreed_before: true,
            outcome,
            minutes: None,
            place: None,
            methods: Vec::new(),
            next: None,
            no_next_because: None,
            about: None,
            reason: None,
            with_carer: false,
            demanding: None,
        }
    }

    pub(super) fn record(&self, now: Timestamp) -> Contact {
        Contact {
            direction: Some(self.direction),
            purposes: self.purposes.clone(),
            agreed_before: Some(self.agreed_before),
            minutes: self.minutes,
            place: said(self.place.as_deref()),
            methods: self.methods.clone(),
            next_at: self.next.as_ref().map(|next| next.at),
            next_mode: self.next.as_ref().map(|next| next.mode),
            next_why: self.next.as_ref().map(|next| next.why.clone()),
            no_next_because: said(self.no_next_because.as_deref()),
            about: self.about,
            reason: said(self.reason.as_deref()),
            with_carer: self.with_carer,
            demanding: self.demanding,
            ..Contact::new(self.at.unwrap_or(now), self.mode, self.outcome)
        }
    }
}

impl Companion {
    /// Records a contact, and the next one when it was agreed in it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a purpose, with minutes outside a day, on a day still to come, or without a reason
    /// where [`Companion::check_contact`] asks for one.
    pub fn record_contact(&self, case: CaseId, new: &NewContact) -> Result<EntityId, CompanionError> {
        if new.purposes.is_empty() {
            return Err(CompanionError::invalid("purposes", Reason::Empty));
        }
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let reach = Reach::load(writing.transaction, case)?;
            let mut contact = new.record(writing.reading.wall);
            contact.clock_suspect =
                new.at.is_none() && clock::wall_off_ms(writing.transaction, &writing.reading)?.is_some();
            check_happened(contact.at, Day::of(writing.reading.wall))
                .map_err(|_| CompanionError::invalid("at", Reason::OutOfRange))?;
            if contact.reason.is_none() && !reach.advice(&contact).is_empty() {
                return Err(CompanionError::invalid("reason", Reason::NeedsReason));
            }
            contact.planned_for = reach.kept(contact.at);
            writing.create(id, StreamRef::of_case(case, Audience::Work), &contact)?;
            new.next.as_ref().map_or(Ok(()), |next| agree(writing, case, &reach, next))
        })?;
        Ok(id)
    }

    /// What asks for a reason before this contact is written down: a way that is not safe or does not work for this person, an
    /// assessment that nobody expected. Empty when nothing does.
    ///
    /// # Errors
    /// The store's.
    pub fn check_contact(&self, case: CaseId, new: &NewContact) -> Result<Vec<Finding>, CompanionError> {
        let now = self.clock.now();
        self.look(|connection| Ok(Reach::load(connection, case)?.advice(&new.record(now))))
    }

    /// What stands against reaching the client this way at this time. Empty when nothing does.
    ///
    /// # Errors
    /// The store's.
    pub fn check_way(
        &self,
        case: CaseId,
        mode: Mode,
        at: Option<Timestamp>,
    ) -> Result<Vec<Finding>, CompanionError> {
        self.look(|connection| {
            let blocked = Reach::load(connection, case)?.blocked(mode, at, false, false);
            Ok(blocked.iter().map(Verdict::finding).collect())
        })
    }

    /// The contacts of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn contacts(&self, case: CaseId) -> Result<Vec<ContactView>, CompanionError> {
        let contacts = self.look(|connection| list::<Contact>(connection, case))?;
        let view = |held: super::held::Held<Contact>| ContactView {
            id: held.id,
            contact: held.record,
            unsent: held.unsent,
        };
        Ok(contacts.into_iter().map(view).collect())
    }

    /// Says when, how and why the next contact is. The client's phone shows it after the next sync.
    ///
    /// # Errors
    /// As [`Companion::agree_next_contact`].
    pub fn plan_next_contact(
        &self,
        case: CaseId,
        at: Timestamp,
        mode: Mode,
        why: &str,
    ) -> Result<(), CompanionError> {
        let plan = NextPlan { at, mode, why: why.to_owned(), place: None, agreed: true };
        self.agree_next_contact(case, &plan)
    }

    /// Writes down the next contact as it was agreed, with its place. The client's phone shows it after the next sync.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a reason for it, since nobody is called out of the blue; and with
    /// [`Reason::Blocked`] when the way is not safe or does not work for this person: [`Companion::check_way`] says why.
    pub fn agree_next_contact(&self, case: CaseId, plan: &NextPlan) -> Result<(), CompanionError> {
        self.write(|writing| agree(writing, case, &Reach::load(writing.transaction, case)?, plan))
    }

    /// The next contact of a case.
    ///
    /// # Errors
    /// The store's.
    pub fn next_contact(&self, case: CaseId) -> Result<Option<NextContactView>, CompanionError> {
        self.look(|connection| next_contact(connection, case))
    }
}

fn agree(writing: &Writing<'_>, case: CaseId, reach: &Reach, plan: &NextPlan) -> Result<(), CompanionError> {
    if plan.why.trim().is_empty() {
        return Err(CompanionError::invalid("why", Reason::Empty));
    }
    if !reach.blocked(plan.mode, Some(plan.at), false, false).is_empty() {
        return Err(CompanionError::invalid("mode", Reason::Blocked));
    }
    let next = NextContact {
        agreed: Some(plan.agreed),
        place: said(plan.place.as_deref()),
        made_at: Some(writing.reading.wall),
        ..NextContact::new(plan.at, plan.mode, writing.who.name.clone(), plan.why.clone())
    };
    writing.replace(NextContact::id_of(case), StreamRef::of_case(case, Audience::Shared), &next)
}

pub(super) fn next_contact(
    connection: &Connection,
    case: CaseId,
) -> Result<Option<NextContactView>, CompanionError> {
    let next = find::<NextContact>(connection, NextContact::id_of(case))?;
    Ok(next.map(|held| NextContactView {
        at: held.record.at,
        mode: held.record.mode,
        who: held.record.who,
        why: held.record.why,
        place: held.record.place,
        agreed: held.record.agreed,
        unsent: held.unsent,
    }))
}
