//! What somebody has begun to say and not said yet: how a goal is going, or a goal of their own. While it is typed it is as
//! safe as a visit note; until it is said it is on this phone alone.

use serde_json::{Value, json};
use uuid::Uuid;

use super::held::said;
use super::write::Writing;
use super::{Companion, CompanionError, Typed};
use crate::model::catalogue::check_field;
use crate::model::kinds::{CheckIn, Goal};
use crate::model::{CaseId, EntityId, Fields, KindEntry, Record};
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

/// What is being said, and about what.
#[derive(Clone, Copy)]
enum Saying {
    CheckIn(EntityId),
    Goal(CaseId),
}

impl Saying {
    /// There is one of each, so that it is found again without its id having been written down.
    fn form(self) -> EntityId {
        let of = |owner: &Uuid, what: &str| EntityId(Uuid::new_v5(owner, what.as_bytes()));
        match self {
            Self::CheckIn(goal) => of(&goal.0, "check-in that was begun"),
            Self::Goal(case) => of(&case.0, "goal that was begun"),
        }
    }

    const fn kind(self) -> &'static KindEntry {
        match self {
            Self::CheckIn(_) => CheckIn::ENTRY,
            Self::Goal(_) => Goal::ENTRY,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::CheckIn(_) => "words",
            Self::Goal(_) => "wording",
        }
    }

    fn case(self, writing: &Writing<'_>) -> Result<CaseId, CompanionError> {
        match self {
            Self::CheckIn(goal) => {
                record::load(writing.transaction, goal)?.stream.case().ok_or(CompanionError::NotFound)
            }
            Self::Goal(case) => Ok(case),
        }
    }
}

impl Companion {
    /// Keeps the words of a check-in that is being typed, now or soon: see [`Typed`].
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they are too long; [`CompanionError::NotFound`].
    pub fn type_check_in(&self, goal: EntityId, words: &str) -> Result<Typed, CompanionError> {
        self.type_saying(Saying::CheckIn(goal), words)
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
        let saying = Saying::CheckIn(goal);
        let score = Fields::from([("score".to_owned(), json!(score))]);
        self.keep_saying(saying, words, score)
    }

    /// The check-in on this goal that was begun and not said; nothing when there is none.
    ///
    /// # Errors
    /// The store's.
    pub fn begun_check_in(&self, goal: EntityId) -> Result<Option<BegunCheckIn>, CompanionError> {
        let fields = self.begun(Saying::CheckIn(goal))?;
        let score = fields.get("score").and_then(Value::as_i64);
        let words = fields.get("words").and_then(Value::as_str).unwrap_or_default().to_owned();
        let begun = score.is_some() || said(Some(&words)).is_some();
        Ok(begun.then_some(BegunCheckIn { score, words }))
    }

    /// Keeps the words of a goal that is being typed, now or soon: see [`Typed`].
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they are too long.
    pub fn type_goal(&self, case: CaseId, words: &str) -> Result<Typed, CompanionError> {
        self.type_saying(Saying::Goal(case), words)
    }

    /// Puts the words of a goal that is being typed on the disk as they are now; without any there is none any more.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] when they are too long.
    pub fn keep_goal(&self, case: CaseId, words: &str) -> Result<(), CompanionError> {
        self.keep_saying(Saying::Goal(case), words, Fields::new())
    }

    /// The words of a goal that was begun and not agreed; nothing when there are none.
    ///
    /// # Errors
    /// The store's.
    pub fn begun_goal(&self, case: CaseId) -> Result<Option<String>, CompanionError> {
        let fields = self.begun(Saying::Goal(case))?;
        let words = fields.get("wording").and_then(Value::as_str);
        Ok(words.filter(|words| said(Some(words)).is_some()).map(str::to_owned))
    }

    /// The check-in was said: what was begun of it is done with.
    pub(super) fn check_in_said(&self, goal: EntityId) {
        self.typing.forget(Saying::CheckIn(goal).form());
    }

    /// The goal was agreed: what was begun of it is done with.
    pub(super) fn goal_said(&self, case: CaseId) {
        self.typing.forget(Saying::Goal(case).form());
    }

    fn begun(&self, saying: Saying) -> Result<Fields, CompanionError> {
        let open = self.store.read(|connection| find_form(connection, saying.form()))?;
        Ok(open.map(|open| open.fields).unwrap_or_default())
    }

    fn type_saying(&self, saying: Saying, words: &str) -> Result<Typed, CompanionError> {
        let (form, elapsed) = (saying.form(), self.clock.read().elapsed_ms);
        let decision = self.typing.decide(form, saying.words(), words, elapsed);
        if decision == Typed::Saved {
            let typed = Fields::from([(saying.words().to_owned(), json!(words))]);
            self.write(|writing| keep(writing, saying, &typed))?;
            self.typing.saved(form, saying.words(), words, elapsed);
        }
        Ok(decision)
    }

    fn keep_saying(&self, saying: Saying, words: &str, beside: Fields) -> Result<(), CompanionError> {
        let nothing = said(Some(words)).is_none() && beside.values().all(Value::is_null);
        let mut typed = beside;
        typed.insert(saying.words().to_owned(), json!(words));
        self.write(|writing| match nothing {
            true => Ok(close_form(writing.transaction, saying.form())?),
            false => keep(writing, saying, &typed),
        })?;
        self.typing.forget(saying.form());
        Ok(())
    }
}

fn keep(writing: &Writing<'_>, saying: Saying, typed: &Fields) -> Result<(), CompanionError> {
    let (id, kind, case) = (saying.form(), saying.kind(), saying.case(writing)?);
    open_form(writing.transaction, &Form { id, kind, case, started: writing.reading.wall })?;
    typed.iter().try_for_each(|(field, value)| {
        check_field(kind, field, value)?;
        Ok(save_field(writing.transaction, &SavedField { form: id, field, value }, writing.reading.wall)?)
    })
}

/// Ends what was begun of a check-in, in the transaction that says it.
pub(super) fn end_check_in(writing: &Writing<'_>, goal: EntityId) -> Result<(), CompanionError> {
    Ok(close_form(writing.transaction, Saying::CheckIn(goal).form())?)
}

/// Ends what was begun of a goal, in the transaction that agrees it.
pub(super) fn end_goal(writing: &Writing<'_>, case: CaseId) -> Result<(), CompanionError> {
    Ok(close_form(writing.transaction, Saying::Goal(case).form())?)
}
