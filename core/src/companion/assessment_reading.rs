//! Reading assessments: a draft as its form shows it, or a submitted one; and the list of a case.

use super::assessment_view::{self, Standing};
use super::drafts::{Draft, find_draft};
use super::voiding::void_because;
use super::{AssessmentState, AssessmentSummary, AssessmentView, Companion, CompanionError};
use crate::model::kinds::{Assessment, AssessmentCopy};
use crate::model::{Audience, CaseId, EntityId, Record, State, StreamRef, from_fields};
use crate::store::{Listing, RecordRow, record};

impl Companion {
    /// An assessment: a draft as its form shows it, or a submitted one.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn assessment(&self, id: EntityId) -> Result<AssessmentView, CompanionError> {
        let (row, draft, copy) = self.store.read(|connection| {
            let copy = record::find(connection, AssessmentCopy::id_of(id))?;
            Ok((record::find(connection, id)?, find_draft(connection, id)?, copy))
        })?;
        let (fields, standing) = match (row, draft) {
            (Some(row), _) if row.kind == Assessment::ENTRY.name && row.stream.case().is_some() => {
                (row.fields.clone(), sealed(&row)?)
            }
            (_, Some((draft, state))) if draft.kind.name == Assessment::ENTRY.name => {
                let standing = standing_of(id, &draft, state);
                (draft.fields, standing)
            }
            _ => return Err(CompanionError::NotFound),
        };
        let standing = Standing { shared: copy.is_some(), ..standing };
        Ok(assessment_view::view(&self.instruments.known(), &from_fields(&fields)?, &standing))
    }

    /// The submitted assessments of a case, newest first; with those that were declined or given up, which say so.
    ///
    /// # Errors
    /// The store's.
    pub fn assessments(&self, case: CaseId) -> Result<Vec<AssessmentSummary>, CompanionError> {
        let known = self.instruments.known();
        self.sealed_assessments(case)?
            .iter()
            .map(|row| Ok(assessment_view::summary(&known, &from_fields(&row.fields)?, &sealed(row)?)))
            .collect()
    }

    pub(super) fn sealed_assessments(&self, case: CaseId) -> Result<Vec<RecordRow>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Submitted);
        let listing = Listing::of(Assessment::ENTRY);
        Ok(self.store.read(|connection| record::list_in(connection, stream, listing))?)
    }
}

fn standing_of(id: EntityId, draft: &Draft, state: State) -> Standing {
    let state = if state == State::Published { AssessmentState::Submitted } else { AssessmentState::Draft };
    let unsent = draft.open || draft.pending;
    Standing { id, case: draft.case, state, submitted_at: None, void_because: None, unsent, shared: false }
}

pub(super) fn sealed(row: &RecordRow) -> Result<Standing, CompanionError> {
    let state = match row.state {
        State::NeedsConfirmation => AssessmentState::NeedsConfirmation,
        State::Voided => AssessmentState::Voided,
        _ => AssessmentState::Submitted,
    };
    Ok(Standing {
        id: row.id,
        case: row.stream.case().ok_or(CompanionError::NotFound)?,
        state,
        submitted_at: row.seal.as_ref().map(|seal| seal.at),
        void_because: void_because(row),
        unsent: row.pending,
        shared: false,
    })
}
