//! The client's own copies of assessments, in plain words.

use serde_json::json;

use super::{AssessmentState, AssessmentView, Companion, CompanionError, Reason};
use crate::model::kinds::{ASKED, AssessmentCopy, AssessmentOutcome, SAID};
use crate::model::{Audience, CaseId, EntityId, Record, StreamRef, Timestamp, from_fields};
use crate::store::{Listing, RecordRow, record};

/// A copy as the client reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct AssessmentCopyView {
    /// The record.
    pub id: EntityId,
    /// The assessment it is a copy of.
    pub assessment: EntityId,
    /// The instrument's title.
    pub title: String,
    /// When the conversation was begun.
    pub at: Timestamp,
    /// The line the instrument's owner wants shown.
    pub licence: Option<String>,
    /// What was asked and said, in the order in which it was talked about.
    pub lines: Vec<CopyLine>,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// One question of a copy.
#[derive(Clone, PartialEq, Eq)]
pub struct CopyLine {
    /// The question.
    pub asked: String,
    /// What was said, in words; with what was said beside it.
    pub said: String,
}

impl Companion {
    /// Gives the client a copy of a submitted assessment in plain words. Sharing it again changes nothing. Gives the id of
    /// the copy.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] before it is submitted, and for one that was declined or given up: there is nothing to copy.
    /// [`CompanionError::NotFound`].
    pub fn share_assessment(&self, assessment: EntityId) -> Result<EntityId, CompanionError> {
        let view = self.assessment(assessment)?;
        if view.state != AssessmentState::Submitted || view.submitted_at.is_none() {
            return Err(CompanionError::invalid("assessment", Reason::WrongType));
        }
        if view.outcome != AssessmentOutcome::Held {
            return Err(CompanionError::invalid("assessment", Reason::Empty));
        }
        let id = AssessmentCopy::id_of(assessment);
        let stream = StreamRef::of_case(view.case, Audience::Shared);
        self.write(|writing| match record::find(writing.transaction, id)? {
            Some(_) => Ok(()),
            None => writing.create(id, stream, &copy_of(&view)),
        })?;
        Ok(id)
    }

    /// The copies the client has, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn assessment_copies(&self, case: CaseId) -> Result<Vec<AssessmentCopyView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Shared);
        let listing = Listing::of(AssessmentCopy::ENTRY);
        let rows = self.store.read(|connection| record::list_in(connection, stream, listing))?;
        rows.iter().map(view_of).collect()
    }
}

fn copy_of(view: &AssessmentView) -> AssessmentCopy {
    let asked = view.questions.iter().filter(|question| question.asked);
    let lines = asked.clone().flat_map(|question| {
        let said = match &question.comment {
            Some(comment) => format!("{} – {comment}", question.said),
            None => question.said.clone(),
        };
        [
            (format!("{ASKED}{}", question.item), json!(question.prompt)),
            (format!("{SAID}{}", question.item), json!(fitting(said))),
        ]
    });
    AssessmentCopy {
        assessment: view.id,
        title: view.title.clone(),
        at: view.at,
        licence: view.licence.clone(),
        lines: lines.collect(),
        order: asked.map(|question| question.item.clone()).collect(),
    }
}

/// An answer in own words and a long comment together may be longer than one field; the copy then says that it ends early.
fn fitting(mut said: String) -> String {
    const END: &str = " … (the rest is with your link worker)";
    let room = crate::model::MAX_TEXT_BYTES - END.len();
    if said.len() > crate::model::MAX_TEXT_BYTES {
        let end = (0..=room).rev().find(|end| said.is_char_boundary(*end)).unwrap_or(0);
        said.truncate(end);
        said.push_str(END);
    }
    said
}

fn view_of(row: &RecordRow) -> Result<AssessmentCopyView, CompanionError> {
    let copy: AssessmentCopy = from_fields(&row.fields)?;
    let line = |item: &String| {
        let asked = copy.find_line(ASKED, item)?.to_owned();
        Some(CopyLine { asked, said: copy.find_line(SAID, item)?.to_owned() })
    };
    Ok(AssessmentCopyView {
        id: row.id,
        assessment: copy.assessment,
        lines: copy.order.iter().filter_map(line).collect(),
        title: copy.title.clone(),
        at: copy.at,
        licence: copy.licence.clone(),
        unsent: row.pending,
    })
}
