//! What a supervisor receives: submitted assessments, each once, with whom they are about. It is a list to read and never
//! a number, and nobody can be picked out of it by how much they sent.

use rusqlite::Connection;

use super::assessment_reading::sealed;
use super::assessment_view::summary;
use super::held::{find, held};
use super::{AssessmentState, Companion, CompanionError};
use crate::instrument::Registry;
use crate::model::kinds::{Assessment, AssessmentOutcome, NameCard};
use crate::model::{Audience, CaseId, EntityId, Record, Timestamp};
use crate::store::RecordRow;
use crate::store::sealed::{find_place, list_sealed};

/// As many as a person reads before they look for something else.
const PAGE: usize = 50;

/// A part of the list of what was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    /// Those received last first.
    pub assessments: Vec<ReceivedAssessment>,
    /// Whether there are older ones: ask for those after the last of these.
    pub has_older: bool,
}

/// One assessment that was received.
#[derive(Clone, PartialEq, Eq)]
pub struct ReceivedAssessment {
    /// The record.
    pub id: EntityId,
    /// The case it is about.
    pub case: CaseId,
    /// The client's name; nothing while the phone of whoever submitted it has not said.
    pub client: Option<String>,
    /// The instrument's title; its id when this phone does not have the instrument.
    pub title: String,
    /// Who submitted it.
    pub author: String,
    /// Sealed, waiting for a person to confirm a second submission, or void.
    pub state: AssessmentState,
    /// Why it was declared void.
    pub void_because: Option<String>,
    /// What became of it.
    pub outcome: AssessmentOutcome,
    /// When it was begun, by the phone it was held on. Long before it was received when that phone had no signal.
    pub begun_at: Timestamp,
    /// When the service received it.
    pub received_at: Timestamp,
}

impl std::fmt::Debug for ReceivedAssessment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ReceivedAssessment")
            .field("id", &self.id)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

impl Companion {
    /// The assessments this phone holds that were submitted, those received last first, a page at a time: the newest, or
    /// those after one that was listed before.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`] when that one is no longer here; the store's.
    pub fn received_assessments(&self, after: Option<EntityId>) -> Result<Received, CompanionError> {
        let known = self.instruments.known();
        self.look(|connection| {
            let place = match after {
                Some(id) => Some(find_place(connection, id)?.ok_or(CompanionError::NotFound)?),
                None => None,
            };
            let limit = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
            let mut rows = list_sealed(connection, Audience::Submitted, Assessment::ENTRY, place, limit)?;
            let has_older = rows.len() > PAGE;
            rows.truncate(PAGE);
            let lines = rows.iter().filter_map(|row| line(connection, &known, row).transpose());
            Ok(Received { assessments: lines.collect::<Result<_, _>>()?, has_older })
        })
    }
}

/// One that this version cannot read, or that was erased, is left out: it must not take the list with it.
fn line(
    connection: &Connection,
    known: &Registry,
    row: &RecordRow,
) -> Result<Option<ReceivedAssessment>, CompanionError> {
    let (Ok(standing), Ok(assessment)) = (sealed(row), held::<Assessment>(row)) else { return Ok(None) };
    let assessment = assessment.record;
    let summary = summary(known, &assessment, &standing);
    let card = find::<NameCard>(connection, NameCard::id_of(standing.case))?;
    Ok(Some(ReceivedAssessment {
        id: row.id,
        case: standing.case,
        client: card.map(|card| card.record.name),
        title: summary.title,
        author: row.author_name.clone(),
        state: summary.state,
        void_because: summary.void_because,
        outcome: summary.outcome,
        begun_at: summary.at,
        received_at: summary.submitted_at.unwrap_or(summary.at),
    }))
}
