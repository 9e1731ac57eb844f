//! Goals, steps and check-ins, shared by client and link worker.

use rusqlite::Connection;
use serde_json::json;

use super::photos::{self, ByParent, Ready};
use super::{Companion, CompanionError, NewPhoto, PhotoView, Reason, Saying, WordsFor};
use crate::journey::progress::{Progress, progress};
use crate::model::kinds::{By, CheckIn, Goal, GoalStatus, NeedCategory, Step, StepBy, WordingBy};
use crate::model::{Audience, CaseId, EntityId, Fields, Record, Role, StreamRef, from_fields, sort_by_key};
use crate::store::{Listing, RecordRow, StoreError, record};

/// A goal with its steps and check-ins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub goal: Goal,
    /// Wordings that were written at the same time on other phones and wait for a person to settle.
    pub other_wordings: Vec<String>,
    /// Its steps, in order.
    pub steps: Vec<StepView>,
    /// How it is going, oldest first.
    pub check_ins: Vec<CheckInView>,
    /// Photos of the goal itself, oldest first.
    pub photos: Vec<PhotoView>,
    /// How far the client says they have come; nothing before their first rating.
    pub client_progress: Option<Progress>,
    /// How far the worker says; never averaged with the client's.
    pub worker_progress: Option<Progress>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub step: Step,
    /// Whether the server does not have it yet.
    pub unsent: bool,
}

/// A check-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckInView {
    /// The record.
    pub id: EntityId,
    /// What it says.
    pub check_in: CheckIn,
    /// Photos beside it, oldest first.
    pub photos: Vec<PhotoView>,
    /// Whether the server does not have all of it yet.
    pub unsent: bool,
}

/// A goal as it is agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewGoal {
    /// The goal as it was said.
    pub wording: String,
    /// Whose words these are.
    pub wording_by: WordingBy,
    /// What it is about.
    pub category: Option<NeedCategory>,
}

impl Companion {
    /// Agrees a goal. The client's words are kept as they are.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words.
    pub fn agree_goal(&self, case: CaseId, new: &NewGoal) -> Result<EntityId, CompanionError> {
        filled("wording", &new.wording)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let goal = Goal::new(new.wording.clone(), new.wording_by, writing.reading.wall);
            let goal = Goal { category: new.category, status: GoalStatus::Active, ..goal };
            writing.create(id, StreamRef::of_case(case, Audience::Shared), &goal)
        })?;
        Ok(id)
    }

    /// Writes a goal in other words.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without words; [`CompanionError::NotFound`].
    pub fn reword_goal(&self, goal: EntityId, wording: &str, by: WordingBy) -> Result<(), CompanionError> {
        filled("wording", wording)?;
        self.write(|writing| {
            let mut fields = Fields::from([("wording".to_owned(), json!(wording))]);
            if writing.who.role != Role::Client {
                fields.insert("wording_by".to_owned(), json!(by));
            }
            writing.set(goal, fields)
        })
    }

    /// Adds a step to the end of a goal's steps.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] without a title; [`CompanionError::NotFound`].
    pub fn add_step(&self, goal: EntityId, title: &str, by: StepBy) -> Result<EntityId, CompanionError> {
        filled("title", title)?;
        let id = EntityId(self.ids.uuid());
        self.write(|writing| {
            let parent = record::load(writing.transaction, goal)?;
            let steps = record::list_children(writing.transaction, goal, Step::ENTRY)?;
            let last = steps.iter().filter_map(|row| row.fields.get("position")?.as_i64()).max();
            let position = last.map_or(0, |last| last + 1);
            let step = Step::new(goal, position, title.to_owned(), writing.reading.wall);
            let step = Step { by: Some(by), ..step };
            writing.create(id, parent.stream, &step)
        })?;
        Ok(id)
    }

    /// Ticks a step, or takes the tick back.
    ///
    /// # Errors
    /// [`CompanionError::NotFound`].
    pub fn tick_step(&self, step: EntityId, done: bool) -> Result<(), CompanionError> {
        self.write(|writing| {
            let done_at = done.then_some(writing.reading.wall);
            let fields = [("done".to_owned(), json!(done)), ("done_at".to_owned(), json!(done_at))];
            writing.set(step, Fields::from(fields))
        })
    }

    /// Says how a goal is going: from 0 to 10, in words, or both.
    ///
    /// # Errors
    /// [`CompanionError::Invalid`] with neither, or outside 0 to 10; [`CompanionError::NotFound`].
    pub fn check_in(
        &self,
        goal: EntityId,
        score: Option<i64>,
        words: Option<&str>,
    ) -> Result<EntityId, CompanionError> {
        self.say_how_it_goes(goal, (score, words), None)
    }

    /// Says how a goal is going with a photo: from 0 to 10 and in words as well, or with the photo alone.
    ///
    /// # Errors
    /// As for [`Companion::check_in`] and [`Companion::add_photo`].
    pub fn check_in_with_photo(
        &self,
        goal: EntityId,
        score: Option<i64>,
        words: Option<&str>,
        photo: &NewPhoto,
    ) -> Result<EntityId, CompanionError> {
        self.say_how_it_goes(goal, (score, words), Some(&Ready::of(photo)?))
    }

    fn say_how_it_goes(
        &self,
        goal: EntityId,
        (score, words): (Option<i64>, Option<&str>),
        photo: Option<&Ready>,
    ) -> Result<EntityId, CompanionError> {
        let words = words.filter(|words| !words.trim().is_empty());
        if score.is_none() && words.is_none() && photo.is_none() {
            return Err(CompanionError::invalid("score", Reason::Empty));
        }
        let (id, photo_id) = (EntityId(self.ids.uuid()), EntityId(self.ids.uuid()));
        self.write(|writing| {
            let parent = record::load(writing.transaction, goal)?;
            let by = if writing.who.role == Role::Client { By::Client } else { By::Worker };
            let words = words.map(str::to_owned);
            writing.create(
                id,
                parent.stream,
                &CheckIn { goal, by, score, words, at: writing.reading.wall },
            )?;
            photo.iter().try_for_each(|photo| writing.add_photo(photo_id, (id, parent.stream), photo))?;
            // A number alone has no words to be known by.
            writing.end_words(&Saying::about(WordsFor::CheckIn, parent.stream.case(), goal))
        })?;
        Ok(id)
    }

    /// The goals of a case, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn goals(&self, case: CaseId) -> Result<Vec<GoalView>, CompanionError> {
        let stream = StreamRef::of_case(case, Audience::Shared);
        let (families, mut photos) = self.store.read(|connection| {
            let goals = record::list_in(connection, stream, Listing::of(Goal::ENTRY))?;
            let families = goals.into_iter().map(|goal| with_children(connection, goal));
            let families = families.collect::<Result<Vec<_>, StoreError>>()?;
            Ok((families, photos::by_parent(connection, stream)?))
        })?;
        families.into_iter().map(|family| view(family, &mut photos)).collect()
    }
}

type Family = (RecordRow, Vec<RecordRow>, Vec<RecordRow>);

fn with_children(connection: &Connection, goal: RecordRow) -> Result<Family, StoreError> {
    let steps = record::list_children(connection, goal.id, Step::ENTRY)?;
    let check_ins = record::list_children(connection, goal.id, CheckIn::ENTRY)?;
    Ok((goal, steps, check_ins))
}

fn view((row, steps, check_ins): Family, photos: &mut ByParent) -> Result<GoalView, CompanionError> {
    let unsent = row.pending || steps.iter().chain(&check_ins).any(|child| child.pending);
    let others = row.siblings.get("wording").into_iter().flatten();
    let mut steps = steps
        .into_iter()
        .map(|row| Ok(StepView { id: row.id, step: from_fields(&row.fields)?, unsent: row.pending }))
        .collect::<Result<Vec<_>, CompanionError>>()?;
    sort_by_key(&mut steps, |step| (step.step.position, step.id));
    let check_ins = check_ins
        .into_iter()
        .map(|row| check_in_view(&row, photos))
        .collect::<Result<Vec<CheckInView>, CompanionError>>()?;
    let said: Vec<CheckIn> = check_ins.iter().map(|view| view.check_in.clone()).collect();
    Ok(GoalView {
        id: row.id,
        client_progress: progress(&said, By::Client),
        worker_progress: progress(&said, By::Worker),
        other_wordings: others.filter_map(|text| text.value.as_str().map(str::to_owned)).collect(),
        goal: from_fields(&row.fields)?,
        steps,
        check_ins,
        photos: photos_of(row.id, photos)?,
        unsent,
    })
}

fn check_in_view(row: &RecordRow, photos: &mut ByParent) -> Result<CheckInView, CompanionError> {
    let photos = photos_of(row.id, photos)?;
    let unsent = row.pending || photos.iter().any(|photo| photo.unsent);
    Ok(CheckInView { id: row.id, check_in: from_fields(&row.fields)?, photos, unsent })
}

fn photos_of(of: EntityId, photos: &mut ByParent) -> Result<Vec<PhotoView>, CompanionError> {
    photos.remove(&of).unwrap_or_default().into_iter().map(photos::view).collect()
}

fn filled(field: &str, text: &str) -> Result<(), CompanionError> {
    if text.trim().is_empty() { Err(CompanionError::invalid(field, Reason::Empty)) } else { Ok(()) }
}
