//! Holding an assessment as a conversation: begun, paused for weeks, gone on with, submitted once. Every answer is on the
//! disk when its call returns.

use serde_json::{Value, json};

use super::assessment_view::answers;
use super::drafts::{Draft, find_draft};
use super::what_matters::was_asked;
use super::{Companion, CompanionError, Reason};
use crate::instrument::{Instrument, Registry, Response};
use crate::model::kinds::{ANSWER, Assessment, AssessmentOutcome, COMMENT, Mode, SCORE};
use crate::model::{Audience, CaseId, Choice, EntityId, Fields, Record, State, StreamRef, from_fields};
use crate::store::{Listing, record};

/// An assessment that was begun or gone on with, and what the person who holds it should know first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentStart {
    /// The draft.
    pub assessment: EntityId,
    /// Whether it goes on where it was left, on whichever day that was.
    pub resumed: bool,
    /// The version it is held in.
    pub version: u32,
    /// A newer version that new assessments begin with; this one ends in its own.
    pub newer_version: Option<u32>,
    /// Whether the client has said what matters to them. It comes before any instrument.
    pub what_matters_asked: bool,
    /// The same in plain words for the screen; empty when there is nothing to say. Nothing here forbids going on.
    pub hints: Vec<String>,
}

/// Beside words that stand there from the last time, until the client says them again or otherwise.
const CARRIED: &str = "carried";

impl Companion {
    /// Begins an assessment, or goes on with this person's unfinished one of the same instrument and client, in the version
    /// it was begun with. Concerns that the instrument carries over stand there in the words of the last time.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when this phone has no such instrument, or it is withdrawn and none is unfinished.
    pub fn start_assessment(
        &self,
        case: CaseId,
        instrument: &str,
        mode: Mode,
    ) -> Result<AssessmentStart, CompanionError> {
        let known = self.instruments.known();
        if let Some((assessment, version)) = self.find_unfinished(case, instrument)? {
            return self.started(&known, case, instrument, (assessment, version, true));
        }
        let unknown = || CompanionError::invalid("instrument", Reason::Unknown);
        let latest = known.latest(instrument).ok_or_else(unknown)?;
        let carried = self.carried(case, latest)?;
        let assessment = self.begin(Assessment::ENTRY, case, &|writing| {
            let mut fields = carried.clone();
            fields.extend([
                ("at".to_owned(), json!(writing.reading.wall)),
                ("instrument".to_owned(), json!(instrument)),
                ("version".to_owned(), json!(latest.version)),
                ("mode".to_owned(), json!(mode.name())),
            ]);
            Ok(fields)
        })?;
        self.started(&known, case, instrument, (assessment, latest.version, false))
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
        let mut held = self.load_held(assessment)?;
        let field = format!("{ANSWER}{item}");
        let known = self.instruments.known();
        let checked = instrument_of(&known, &held)?.check(item, response);
        checked.map_err(|error| CompanionError::invalid(field.clone(), error.into()))?;
        let mut fields = discussed(&held, item);
        let is_answer = matches!(response, Response::Value(_) | Response::Text(_));
        if is_answer && held.first_answered_item.is_none() {
            fields.insert("first_answered_item".to_owned(), json!(item));
        }
        let stored = self.stored(response)?;
        held.said.insert(field.clone(), stored.clone());
        fields.insert(field, stored);
        fields.extend(scores(&known, &held));
        self.keep_fields(assessment, &fields)
    }

    /// Takes an answer back, as after a slip of the finger: the question is unanswered again.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the instrument has no such question.
    pub fn clear_answer(&self, assessment: EntityId, item: &str) -> Result<(), CompanionError> {
        let mut held = self.load_held(assessment)?;
        self.check_item(&held, ANSWER, item)?;
        let field = format!("{ANSWER}{item}");
        held.said.remove(&field);
        let mut fields = scores(&self.instruments.known(), &held);
        fields.insert(field, Value::Null);
        self.keep_fields(assessment, &fields)
    }

    /// Writes down what was said beside a question.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the instrument has no such question or the text is too long.
    pub fn comment(&self, assessment: EntityId, item: &str, words: &str) -> Result<(), CompanionError> {
        let held = self.load_held(assessment)?;
        self.check_item(&held, COMMENT, item)?;
        let mut fields = discussed(&held, item);
        fields.insert(format!("{COMMENT}{item}"), json!(words));
        self.keep_fields(assessment, &fields)
    }

    /// Says which contact an assessment was part of. It is never a contact's only purpose without a reason.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; [`CompanionError::Invalid`] when it was submitted.
    pub fn place_in_contact(&self, assessment: EntityId, contact: EntityId) -> Result<(), CompanionError> {
        self.load_held(assessment)?;
        self.keep_fields(assessment, &Fields::from([("contact".to_owned(), json!(contact))]))
    }

    /// Notes that the client was given a copy there and then.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; [`CompanionError::Invalid`] when it was submitted.
    pub fn note_client_copy(&self, assessment: EntityId, had_copy: bool) -> Result<(), CompanionError> {
        self.load_held(assessment)?;
        self.keep_fields(assessment, &Fields::from([("client_had_copy".to_owned(), json!(had_copy))]))
    }

    /// Sets an assessment aside: it is saved as a draft and syncs to its author's other phones, and nobody else's.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`]; the store's.
    pub fn pause_assessment(&self, assessment: EntityId) -> Result<(), CompanionError> {
        self.save_form(assessment)
    }

    /// Submits an assessment: what is on the screen is sealed with the scores it came to and, after the next sync, received
    /// once. Gives the id of the sealed record.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when nothing was answered, or when it was submitted already.
    pub fn submit_assessment(&self, assessment: EntityId) -> Result<EntityId, CompanionError> {
        let known = self.instruments.known();
        self.seal_form(assessment, &|fields| {
            if !fields.iter().any(|(name, value)| name.starts_with(ANSWER) && is_said(value)) {
                return Err(CompanionError::invalid("answer", Reason::Empty));
            }
            // They stand there since the last answer, unless answers of two phones have met since.
            let scores = scores(&known, &from_fields(fields)?).into_iter();
            Ok(scores.filter(|(name, said)| fields.get(name) != Some(said)).collect())
        })
    }

    fn started(
        &self,
        known: &Registry,
        case: CaseId,
        instrument: &str,
        (assessment, version, resumed): (EntityId, u32, bool),
    ) -> Result<AssessmentStart, CompanionError> {
        let what_matters_asked = self.store.read(|connection| was_asked(connection, case))?;
        let latest = known.latest(instrument).map(|latest| latest.version);
        let newer_version = latest.filter(|latest| *latest > version);
        let hints = hints(what_matters_asked, newer_version);
        Ok(AssessmentStart { assessment, resumed, version, newer_version, what_matters_asked, hints })
    }

    fn find_unfinished(
        &self,
        case: CaseId,
        instrument: &str,
    ) -> Result<Option<(EntityId, u32)>, CompanionError> {
        // They are listed by wall clocks, which decide nothing: of two that were begun apart every phone goes on with the same.
        let mut drafts = self.drafts()?;
        drafts.sort_by_key(|draft| draft.id);
        for draft in drafts {
            if draft.kind == Assessment::ENTRY.name && draft.case == case {
                let held = self.load_held(draft.id)?;
                if held.instrument == instrument {
                    return Ok(Some((draft.id, held.version)));
                }
            }
        }
        Ok(None)
    }

    /// The words that the last submitted assessment of this instrument leaves to be asked about again.
    fn carried(&self, case: CaseId, instrument: &Instrument) -> Result<Fields, CompanionError> {
        let items: Vec<_> = instrument.items.iter().filter(|item| item.carry_over).collect();
        if items.is_empty() {
            return Ok(Fields::new());
        }
        let stream = StreamRef::of_case(case, Audience::Submitted);
        let rows = self
            .store
            .read(|connection| record::list_in(connection, stream, Listing::of(Assessment::ENTRY)))?;
        let of_it =
            |held: &Assessment| held.instrument == instrument.id && held.outcome() == AssessmentOutcome::Held;
        let sealed = rows.iter().filter(|row| row.state == State::Sealed);
        let mut held = sealed.filter_map(|row| from_fields::<Assessment>(&row.fields).ok());
        let Some(last) = held.find(of_it) else { return Ok(Fields::new()) };
        let words = answers(&last);
        let carried = items.iter().filter_map(|item| {
            let response = words.get(&item.id).filter(|response| item.check(response).is_ok())?;
            let Response::Text(text) = response else { return None };
            Some((format!("{ANSWER}{}", item.id), json!({ "text": text, (CARRIED): true })))
        });
        Ok(carried.collect())
    }

    pub(super) fn load_assessment(&self, id: EntityId) -> Result<Draft, CompanionError> {
        match self.store.read(|connection| find_draft(connection, id))? {
            Some((draft, _)) if draft.kind.name == Assessment::ENTRY.name => Ok(draft),
            _ => Err(CompanionError::NotFound),
        }
    }

    fn load_held(&self, id: EntityId) -> Result<Assessment, CompanionError> {
        Ok(from_fields(&self.load_assessment(id)?.fields)?)
    }

    fn check_item(&self, held: &Assessment, field: &str, item: &str) -> Result<(), CompanionError> {
        let known = self.instruments.known();
        match instrument_of(&known, held)?.find_item(item) {
            Some(_) => Ok(()),
            None => Err(CompanionError::invalid(format!("{field}{item}"), Reason::Unknown)),
        }
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

fn instrument_of<'a>(known: &'a Registry, held: &Assessment) -> Result<&'a Instrument, CompanionError> {
    let found = known.find(&held.instrument, held.version);
    found.ok_or_else(|| CompanionError::invalid("instrument", Reason::Unknown))
}

/// The order of discussion, with `item` in it.
fn discussed(held: &Assessment, item: &str) -> Fields {
    if held.discussed.iter().any(|before| before == item) {
        return Fields::new();
    }
    let order: Vec<&str> = held.discussed.iter().map(String::as_str).chain([item]).collect();
    Fields::from([("discussed".to_owned(), json!(order))])
}

/// Words that only stand there from the last time were not said this time.
fn is_said(answer: &Value) -> bool {
    !answer.is_null() && answer.get(CARRIED).is_none()
}

/// What the scores came to on this phone, in words. Nothing for an instrument without scores, or one it does not have.
fn scores(known: &Registry, held: &Assessment) -> Fields {
    let Some(instrument) = known.find(&held.instrument, held.version) else { return Fields::new() };
    let scores = instrument.scores(&answers(held)).into_iter();
    scores.map(|score| (format!("{SCORE}{}", score.score), json!(score.said))).collect()
}

fn hints(what_matters_asked: bool, newer_version: Option<u32>) -> Vec<String> {
    let first = "Nobody has asked yet what matters to them. It comes first, in their own words.";
    let newer =
        "There is a newer version of these questions. This conversation ends in the one it was begun with.";
    let first = (!what_matters_asked).then_some(first);
    first.into_iter().chain(newer_version.map(|_| newer)).map(str::to_owned).collect()
}
