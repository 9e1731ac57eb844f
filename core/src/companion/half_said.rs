//! What somebody has begun to say and not said yet, wherever a screen takes a sentence. While it is typed it is as safe as a
//! visit note; until it is said it is on this phone alone.

use serde_json::{Value, json};

use super::held::said;
use super::saying::Saying;
use super::write::Writing;
use super::{Companion, CompanionError, Typed, WordsFor};
use crate::model::catalogue::check_field;
use crate::model::{EntityId, Fields};
use crate::store::drafts::{close_form, find_form, open_form, save_field};
use crate::store::{Form, SavedField, record};

/// A check-in that was begun and not said.
#[derive(Clone, PartialEq, Eq)]
pub struct BegunCheckIn {
    /// The number that was chosen, from 0 to 10; nothing while none was, which is not nought.
    pub score: Option<i64>,
    /// The words so far.
    pub words: String,
}

impl std::fmt::Debug for BegunCheckIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BegunCheckIn").field("score", &self.score).finish_non_exhaustive()
    }
}

impl Companion {
    /// Keeps words that are being typed, now or soon: see [`Typed`].
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they are too long.
    pub fn type_words(&self, saying: &Saying, words: &str) -> Result<Typed, CompanionError> {
        let (form, field, elapsed) = (saying.form(), saying.words_for.field(), self.clock.read().elapsed_ms);
        let decision = self.typing.decide(form, field, words, elapsed);
        if decision == Typed::Saved {
            let typed = Fields::from([(field.to_owned(), json!(words))]);
            self.write(|writing| keep(writing, saying, &typed))?;
            self.typing.saved(form, field, words, elapsed);
        }
        Ok(decision)
    }

    /// Puts words that are being typed on the disk as they are now; without any there are none any more.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they are too long.
    pub fn keep_words(&self, saying: &Saying, words: &str) -> Result<(), CompanionError> {
        self.keep_saying(saying, words, Fields::new())
    }

    /// The words that were begun and not said; nothing when there are none.
    ///
    /// # Errors
    /// The store's.
    pub fn begun_words(&self, saying: &Saying) -> Result<Option<String>, CompanionError> {
        let fields = self.begun(saying)?;
        let words = fields.get(saying.words_for.field()).and_then(Value::as_str);
        Ok(words.filter(|words| said(Some(words)).is_some()).map(str::to_owned))
    }

    /// Puts a check-in that is being entered on the disk as it is now; with neither number nor words there is none any more.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when the words are too long or the number is outside 0 to 10;
    /// [`CompanionError::NotFound`].
    pub fn keep_check_in(
        &self,
        goal: EntityId,
        score: Option<i64>,
        words: &str,
    ) -> Result<(), CompanionError> {
        let saying = self.find_check_in(goal)?.ok_or(CompanionError::NotFound)?;
        let score = Fields::from([("score".to_owned(), json!(score))]);
        self.keep_saying(&saying, words, score)
    }

    /// The check-in on this goal that was begun and not said; nothing when there is none.
    ///
    /// # Errors
    /// The store's.
    pub fn begun_check_in(&self, goal: EntityId) -> Result<Option<BegunCheckIn>, CompanionError> {
        let Some(saying) = self.find_check_in(goal)? else { return Ok(None) };
        let fields = self.begun(&saying)?;
        let score = fields.get("score").and_then(Value::as_i64);
        let words = fields.get("words").and_then(Value::as_str).unwrap_or_default().to_owned();
        let begun = score.is_some() || said(Some(&words)).is_some();
        Ok(begun.then_some(BegunCheckIn { score, words }))
    }

    fn find_check_in(&self, goal: EntityId) -> Result<Option<Saying>, CompanionError> {
        let row = self.store.read(|connection| record::find(connection, goal))?;
        Ok(row.map(|row| Saying::about(WordsFor::CheckIn, row.stream.case(), goal)))
    }

    fn begun(&self, saying: &Saying) -> Result<Fields, CompanionError> {
        let open = self.store.read(|connection| find_form(connection, saying.form()))?;
        Ok(open.map(|open| open.fields).unwrap_or_default())
    }

    fn keep_saying(&self, saying: &Saying, words: &str, beside: Fields) -> Result<(), CompanionError> {
        let nothing = said(Some(words)).is_none() && beside.values().all(Value::is_null);
        let mut typed = beside;
        typed.insert(saying.words_for.field().to_owned(), json!(words));
        self.write(|writing| match nothing {
            true => Ok(close_form(writing.transaction, saying.form())?),
            false => keep(writing, saying, &typed),
        })?;
        self.typing.forget(saying.form());
        Ok(())
    }
}

fn keep(writing: &Writing<'_>, saying: &Saying, typed: &Fields) -> Result<(), CompanionError> {
    let (id, kind, case) = (saying.form(), saying.words_for.kind(), saying.owner());
    open_form(writing.transaction, &Form { id, kind, case, started: writing.reading.wall })?;
    typed.iter().try_for_each(|(field, value)| {
        check_field(kind, field, value)?;
        Ok(save_field(writing.transaction, &SavedField { form: id, field, value }, writing.reading.wall)?)
    })
}
