//! Assessments held as a conversation: paused and resumed for weeks, submitted once.

use serde_json::{Value, json};

use super::assessment_view::{self, Standing};
use super::drafts::{Draft, find_draft};
use super::{AssessmentState, AssessmentSummary, AssessmentView, Companion, CompanionError, Reason};
use crate::instrument::{Instrument, Response};
use crate::model::kinds::{ANSWER, Assessment, COMMENT, Mode};
use crate::model::{Audience, CaseId, Choice, EntityId, Fields, Record, State, StreamRef, from_fields};
use crate::store::{Listing, RecordRow, record};

impl Companion {
    /// Begins an assessment, or goes on with this person's unfinished one of the same instrument and client.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when this phone has no such instrument.
    pub fn start_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
    ) -> Result<EntityId, CompanionError> {
        let unknown = || CompanionError::invalid("instrument", Reason::Unknown);
        let version = self.instruments.latest(instrument).ok_or_else(unknown)?.version;
        if let Some(unfinished) = self.find_unfinished(case, instrument)? {
            return Ok(unfinished);
        }
        self.begin(Assessment::ENTRY, case, &|writing| {
            Ok(Fields::from([
                ("at".to_owned(), json!(writing.reading.wall)),
                ("instrument".to_owned(), json!(instrument)),
                ("version".to_owned(), json!(version)),
                ("mode".to_owned(), json!(mode.name())),
            ]))
        })
    }

    /// Writes down an answer, on the disk when this returns. Answering again replaces the answer.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the instrument has no such question or the answer is outside its scale.
    pub fn answer(
        &self,
        assessment: EntityId,
        item: &str,
        response: &Response,
    ) -> Result<(), CompanionError> {
        let draft = self.load_assessment(assessment)?;
        let held: Assessment = from_fields(&draft.fields)?;
        let field = format!("{ANSWER}{item}");
        let checked = self.instrument(&held)?.check(item, response);
        checked.map_err(|error| CompanionError::invalid(field.clone(), error.into()))?;
        let mut fields = self.discussed(held, item);
        fields.insert(field, self.stored(response)?);
        self.keep_fields(assessment, &fields)
    }

    /// Writes down what was said beside a question.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the instrument has no such question or the text is too long.
    pub fn comment(&self, assessment: EntityId, item: &str, words: &str) -> Result<(), CompanionError> {
        let draft = self.load_assessment(assessment)?;
        let held: Assessment = from_fields(&draft.fields)?;
        if self.instrument(&held)?.find_item(item).is_none() {
            return Err(CompanionError::invalid(format!("{COMMENT}{item}"), Reason::Unknown));
        }
        let mut fields = self.discussed(held, item);
        fields.insert(format!("{COMMENT}{item}"), json!(words));
        self.keep_fields(assessment, &fields)
    }

    /// Sets an assessment aside: it is saved as a draft and syncs to its author's other phones, and nobody else's.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; the store's.
    pub fn pause_assessment(&self, assessment: EntityId) -> Result<(), CompanionError> {
        self.save_form(assessment)
    }

    /// Submits an assessment: what is on the screen is sealed and, after the next sync, received once. Gives the id of the
    /// sealed record.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when nothing was answered, or when it was submitted already.
    pub fn submit_assessment(&self, assessment: EntityId) -> Result<EntityId, CompanionError> {
        self.seal_form(assessment, &|fields| {
            let answered = fields.iter().any(|(name, value)| name.starts_with(ANSWER) && !value.is_null());
            if answered { Ok(()) } else { Err(CompanionError::invalid("answer", Reason::Empty)) }
        })
    }

    /// An assessment: a draft as its form shows it, or a submitted one.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn assessment(&self, id: EntityId) -> Result<AssessmentView, CompanionError> {
        let (row, draft) =
            self.store.read(|connection| Ok((record::find(connection, id)?, find_draft(connection, id)?)))?;
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
        Ok(assessment_view::view(&self.instruments, &from_fields(&fields)?, &standing))
    }

    /// The submitted assessments of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn assessments(&self, case: CaseId) -> Result<Vec<AssessmentSummary>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Submitted);
        let rows = self
            .store
            .read(|connection| record::list_in(connection, stream, Listing::of(Assessment::ENTRY)))?;
        rows.iter()
            .map(|row| {
                Ok(assessment_view::summary(&self.instruments, &from_fields(&row.fields)?, &sealed(row)?))
            })
            .collect()
    }

    /// The instruments this phone can hold assessments with: id and title.
    pub fn instruments(&self) -> Vec<(String, String)> {
        self.instruments.list().map(|instrument| (instrument.id.clone(), instrument.title.clone())).collect()
    }

    fn find_unfinished(&self, case: CaseId, instrument: &str) -> Result<Option<EntityId>, CompanionError> {
        for draft in self.drafts()? {
            if draft.kind == Assessment::ENTRY.name && draft.case == case {
                let held = self.load_assessment(draft.id)?;
                if held.fields.get("instrument").and_then(Value::as_str) == Some(instrument) {
                    return Ok(Some(draft.id));
                }
            }
        }
        Ok(None)
    }

    fn load_assessment(&self, id: EntityId) -> Result<Draft, CompanionError> {
        match self.store.read(|connection| find_draft(connection, id))? {
            Some((draft, _)) if draft.kind.name == Assessment::ENTRY.name => Ok(draft),
            _ => Err(CompanionError::NotFound),
        }
    }

    fn instrument(&self, assessment: &Assessment) -> Result<&Instrument, CompanionError> {
        let found = self.instruments.find(&assessment.instrument, assessment.version);
        found.ok_or_else(|| CompanionError::invalid("instrument", Reason::Unknown))
    }

    /// The order of discussion, with `item` in it.
    fn discussed(&self, assessment: Assessment, item: &str) -> Fields {
        let mut discussed = assessment.discussed;
        if discussed.iter().any(|before| before == item) {
            return Fields::new();
        }
        discussed.push(item.to_owned());
        Fields::from([("discussed".to_owned(), json!(discussed))])
    }

    /// A response as it is stored: with when it was given beside it.
    fn stored(&self, response: &Response) -> Result<Value, CompanionError> {
        let mut value = serde_json::to_value(response).map_err(crate::store::StoreError::from)?;
        if let Value::Object(object) = &mut value {
            object.insert("at".to_owned(), json!(self.clock.now()));
        }
        Ok(value)
    }
}

fn standing_of(id: EntityId, draft: &Draft, state: State) -> Standing {
    let state = if state == State::Published { AssessmentState::Submitted } else { AssessmentState::Draft };
    Standing { id, case: draft.case, state, submitted_at: None, unsent: draft.open || draft.pending }
}

fn sealed(row: &RecordRow) -> Result<Standing, CompanionError> {
    let state = match row.state {
        State::NeedsConfirmation => AssessmentState::NeedsConfirmation,
        _ => AssessmentState::Submitted,
    };
    Ok(Standing {
        id: row.id,
        case: row.stream.case().ok_or(CompanionError::NotFound)?,
        state,
        submitted_at: row.seal.as_ref().map(|seal| seal.at),
        unsent: row.pending,
    })
}
