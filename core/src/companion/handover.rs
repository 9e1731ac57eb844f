//! Handing a client over: a pack drawn from the record, edited by the worker, given in one step with the case and its duties.
//!
//! Works while both phones are offline: the server puts the next worker on the case when it hears of it.

use serde_json::json;

use super::drafts::{find_draft, load_unsealed, save};
use super::handover_record::{draw, missing};
use super::passing_on::{comes, last_given, pass_on_card, pass_on_next_contact};
use super::write::Writing;
use super::{Companion, CompanionError, Reason};
use crate::journey::finding::Finding;
use crate::journey::handover::PackPart;
use crate::model::kinds::{Assignment, AssignmentReason, ChangeNotice, Duty, DutyStatus, HandoverPack};
use crate::model::{
    Audience, CaseId, EntityId, Fields, PersonId, Record, State, StreamRef, Timestamp, from_fields, to_fields,
};
use crate::store::{Listing, RecordRow, record};

/// A handover pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverView {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// What it says.
    pub pack: HandoverPack,
    /// What it does not say yet, and whether the client was told in time; nothing once it was given.
    pub missing: Vec<Finding>,
    /// When it was given; nothing while it is being written.
    pub given_at: Option<Timestamp>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// Who a client is handed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextWorker {
    /// Their id.
    pub person: PersonId,
    /// Their name.
    pub name: String,
}

/// The field of a part of a pack.
const fn field(part: PackPart) -> &'static str {
    match part {
        PackPart::WhatMatters => "what_matters",
        PackPart::Promises => "promises",
        PackPart::DoAndDoNot => "do_and_do_not",
        PackPart::SafeContact => "safe_contact",
        PackPart::OpenDuties => "open_duties",
        PackPart::Referrals => "referrals",
        PackPart::Relationship => "relationship",
    }
}

impl Companion {
    /// Begins a pack drawn from the record of `case`, to go over before it is given. Without a next worker it is for the
    /// team's queue. Only its author sees it until then.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when this phone does not have the case.
    pub fn prepare_handover(
        &self,
        case: CaseId,
        to: Option<&NextWorker>,
    ) -> Result<EntityId, CompanionError> {
        self.begin(HandoverPack::ENTRY, case, &|writing| {
            let drawn = draw(writing, case)?;
            let pack = HandoverPack {
                to: to.map(|next| next.person),
                to_name: to.map(|next| next.name.clone()),
                ..drawn
            };
            Ok(to_fields(&pack)?)
        })
    }

    /// Writes one part of a pack in the worker's words.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it is too long or the pack was given; [`CompanionError::NotFound`].
    pub fn write_pack(&self, pack: EntityId, part: PackPart, words: &str) -> Result<(), CompanionError> {
        self.keep_fields(pack, &Fields::from([(field(part).to_owned(), json!(words))]))
    }

    /// Says when both workers meet the client together. Until the worker leaves the case, both are on it.
    ///
    /// # Errors
    /// As [`Companion::write_pack`].
    pub fn plan_joint_meeting(&self, pack: EntityId, at: Timestamp) -> Result<(), CompanionError> {
        self.keep_fields(pack, &Fields::from([("meet_together_at".to_owned(), json!(at))]))
    }

    /// Gives a pack: it is sealed, the next worker is put on the case, what is owed to the client is theirs to do, and the
    /// client is told why. All of it stands or falls together. Without a joint meeting the worker leaves the case with it.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when it does not say what matters to the client, when the client is given no reason, or
    /// when it was given before; [`CompanionError::NotFound`].
    pub fn give_handover(&self, pack: EntityId, why: &str) -> Result<EntityId, CompanionError> {
        if why.trim().is_empty() {
            return Err(CompanionError::invalid("why", Reason::NeedsReason));
        }
        let [assignment, notice, unwritten] = std::array::from_fn(|_| EntityId(self.ids.uuid()));
        let sealed = self.write(|writing| {
            let draft = load_unsealed(writing.transaction, pack)?;
            let given: HandoverPack = from_fields(&draft.fields)?;
            if given.what_matters.as_deref().is_none_or(|words| words.trim().is_empty()) {
                return Err(CompanionError::invalid("what_matters", Reason::Empty));
            }
            save(writing, pack)?;
            let sealed = writing.publish(pack, StreamRef::of_case(draft.case, HandoverPack::ENTRY.home))?;
            hand_duties(writing, draft.case, &given)?;
            tell_client(writing, draft.case, &given, why, notice)?;
            begin_assignment(writing, draft.case, &given, assignment)?;
            if given.meet_together_at.is_none() {
                end_own_assignments(writing, draft.case, unwritten)?;
            }
            Ok(sealed)
        })?;
        self.typing.forget(pack);
        Ok(sealed)
    }

    /// Leaves a case that was handed over, after the joint meeting: the client's card names the next worker from here on.
    /// This phone drops the case at its next sync. A case that was left already, as by a handover without a joint meeting,
    /// or that this phone does not have, is left: that is no error and writes nothing.
    ///
    /// # Errors
    /// The store's.
    pub fn leave_case(&self, case: CaseId) -> Result<(), CompanionError> {
        let unwritten = EntityId(self.ids.uuid());
        self.write(|writing| {
            let there = record::find(writing.transaction, EntityId(case.0))?.is_some();
            if !there || has_left(writing, case)? {
                return Ok(());
            }
            if let Some(pack) = last_given(writing, case)? {
                pass_on_card(writing, case, comes(&pack))?;
            }
            end_own_assignments(writing, case, unwritten)
        })
    }

    /// The packs given for a case, newest first: what its next worker reads before anything else.
    ///
    /// # Errors
    /// The store's.
    pub fn handovers(&self, case: CaseId) -> Result<Vec<HandoverView>, CompanionError> {
        let stream = StreamRef::of_case(case, HandoverPack::ENTRY.home);
        let listing = Listing::of(HandoverPack::ENTRY);
        let rows = self.store.read(|connection| record::list_in(connection, stream, listing))?;
        rows.iter().map(|row| given(row, case)).collect()
    }

    /// A pack: as its worker is writing it, or as it was given.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn handover(&self, id: EntityId) -> Result<HandoverView, CompanionError> {
        let (row, draft) =
            self.store.read(|connection| Ok((record::find(connection, id)?, find_draft(connection, id)?)))?;
        match (row, draft) {
            (Some(row), _) if row.state == State::Sealed && row.kind == HandoverPack::ENTRY.name => {
                given(&row, row.stream.case().ok_or(CompanionError::NotFound)?)
            }
            (_, Some((draft, _))) if draft.kind.name == HandoverPack::ENTRY.name => {
                let pack: HandoverPack = from_fields(&draft.fields)?;
                let missing = self.store.read(|connection| missing(connection, draft.case, &pack))?;
                let unsent = draft.open || draft.pending;
                Ok(HandoverView { id, case: draft.case, pack, missing, given_at: None, unsent })
            }
            _ => Err(CompanionError::NotFound),
        }
    }
}

fn given(row: &RecordRow, case: CaseId) -> Result<HandoverView, CompanionError> {
    let given_at = row.seal.as_ref().map(|seal| seal.at);
    let pack = from_fields(&row.fields)?;
    Ok(HandoverView { id: row.id, case, pack, missing: Vec::new(), given_at, unsent: row.pending })
}

/// What is owed goes to the next worker with the case, or to the team's queue: never along with who leaves.
fn hand_duties(writing: &Writing<'_>, case: CaseId, pack: &HandoverPack) -> Result<(), CompanionError> {
    let stream = StreamRef::of_case(case, Duty::ENTRY.home);
    for row in record::list_in(writing.transaction, stream, Listing::of(Duty::ENTRY))? {
        let duty: Duty = from_fields(&row.fields)?;
        if duty.status == DutyStatus::Open {
            let owner = [("owner", json!(pack.to)), ("owner_name", json!(pack.to_name))];
            writing.set(row.id, owner.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())?;
        }
    }
    Ok(())
}

fn tell_client(
    writing: &Writing<'_>,
    case: CaseId,
    pack: &HandoverPack,
    why: &str,
    id: EntityId,
) -> Result<(), CompanionError> {
    let now = writing.reading.wall;
    let changes_at = pack.meet_together_at.unwrap_or(now);
    let notice = ChangeNotice {
        from_name: Some(writing.who.name.clone()),
        to_name: pack.to_name.clone(),
        meet_together_at: pack.meet_together_at,
        ..ChangeNotice::new(now, changes_at, why.to_owned())
    };
    let shared = StreamRef::of_case(case, Audience::Shared);
    writing.create(id, shared, &notice)?;
    // Until a joint meeting the worker who goes is still the one to ask; then the card changes when they leave.
    if pack.meet_together_at.is_none() {
        pass_on_card(writing, case, comes(pack))?;
    }
    pass_on_next_contact(writing, case, &notice)
}

fn begin_assignment(
    writing: &Writing<'_>,
    case: CaseId,
    pack: &HandoverPack,
    id: EntityId,
) -> Result<(), CompanionError> {
    let (Some(worker), Some(name)) = (pack.to, &pack.to_name) else { return Ok(()) };
    let now = writing.reading.wall;
    let assignment = Assignment {
        worker,
        worker_name: name.clone(),
        from: now,
        to: None,
        reason: AssignmentReason::Transfer,
        client_told_at: Some(now),
    };
    writing.create(id, StreamRef::of_case(case, Assignment::ENTRY.home), &assignment)
}

/// Whether this person has left the case and the server has not heard of it yet: when it has, the case is gone from here.
fn has_left(writing: &Writing<'_>, case: CaseId) -> Result<bool, CompanionError> {
    let stream = StreamRef::of_case(case, Assignment::ENTRY.home);
    let mut left = false;
    for row in record::list_in(writing.transaction, stream, Listing::of(Assignment::ENTRY))? {
        let assignment: Assignment = from_fields(&row.fields)?;
        if assignment.worker == writing.who.person {
            match assignment.to {
                None => return Ok(false),
                Some(_) => left |= row.pending,
            }
        }
    }
    Ok(left)
}

/// Ends this person's time on the case. Where their beginning was never written, as for a case an administrator put them
/// on, `unwritten` holds the whole of it, so that its end can be said.
fn end_own_assignments(
    writing: &Writing<'_>,
    case: CaseId,
    unwritten: EntityId,
) -> Result<(), CompanionError> {
    let stream = StreamRef::of_case(case, Assignment::ENTRY.home);
    let now = writing.reading.wall;
    let mut ended = false;
    for row in record::list_in(writing.transaction, stream, Listing::of(Assignment::ENTRY))? {
        let assignment: Assignment = from_fields(&row.fields)?;
        if assignment.worker == writing.who.person && assignment.to.is_none() {
            writing.set(row.id, Fields::from([("to".to_owned(), json!(now))]))?;
            ended = true;
        }
    }
    if ended {
        return Ok(());
    }
    let whole = Assignment {
        worker: writing.who.person,
        worker_name: writing.who.name.clone(),
        from: now,
        to: Some(now),
        reason: AssignmentReason::Cover,
        client_told_at: None,
    };
    writing.create(unwritten, stream, &whole)
}
