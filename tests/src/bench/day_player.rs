//! Plays a day on a phone as an app would: each line by the use cases that a screen calls, durable when they return.

use std::collections::HashMap;

use alongside_core::companion::{Companion, NewContact, NewGoal};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{GoalStatus, Mode, Outcome, Purpose, WordingBy};
use alongside_core::model::{CaseId, EntityId};

use super::{BenchError, Line};

/// A phone on which a day is being played.
pub struct DayPlayer<'a> {
    core: &'a Companion,
    cases: HashMap<CaseId, CaseId>,
    ids: HashMap<EntityId, EntityId>,
    said: HashMap<EntityId, (i64, String)>,
    commits: usize,
}

impl<'a> DayPlayer<'a> {
    /// A player for the clients of the day by the ids that `core` has them under.
    pub fn new(core: &'a Companion, cases: HashMap<CaseId, CaseId>) -> Self {
        Self { core, cases, ids: HashMap::new(), said: HashMap::new(), commits: 0 }
    }

    /// How many durable saves there were. A line may need more than one: a form that is opened, or signed after its last
    /// line, or an answer with a comment.
    pub fn commits(&self) -> usize {
        self.commits
    }

    /// Saves what `line` says; when it is the last of its form, signs or submits it.
    ///
    /// # Errors
    /// What the phone refuses.
    pub fn save(&mut self, line: &Line, last: bool) -> Result<(), BenchError> {
        match line.kind.as_str() {
            "contact" => self.contact(line),
            "note" => self.note(line, last),
            "assessment" => self.assessment(line),
            "answer" => self.answer(line, last),
            "goal" => self.goal(line),
            "checkin" => self.check_in(line),
            _ => Err(BenchError::Line(line.number)),
        }
    }

    fn contact(&mut self, line: &Line) -> Result<(), BenchError> {
        let outcome = if line.flag("kept")? { Outcome::TwoWay } else { Outcome::NotHome };
        let contact = NewContact {
            at: Some(line.at),
            minutes: Some(line.whole("mins")?),
            ..NewContact::new(Mode::Home, vec![Purpose::Listen], outcome)
        };
        let id = self.core.record_contact(self.case(line)?, &contact)?;
        self.saved(line, Some(id));
        Ok(())
    }

    fn note(&mut self, line: &Line, last: bool) -> Result<(), BenchError> {
        let note = match self.ids.get(&line.id) {
            Some(note) => *note,
            None => {
                let contact = line.parent.and_then(|contact| self.ids.get(&contact).copied());
                let note = self.core.start_note(self.case(line)?, contact)?;
                self.saved(line, Some(note));
                note
            }
        };
        self.core.keep_note(note, line.text("body")?)?;
        self.saved(line, None);
        if last {
            self.core.sign_note(note)?;
            self.saved(line, None);
        }
        Ok(())
    }

    fn assessment(&mut self, line: &Line) -> Result<(), BenchError> {
        let id = self.core.start_assessment(self.case(line)?, line.text("tool")?, Mode::Home)?.assessment;
        self.saved(line, Some(id));
        Ok(())
    }

    /// Only what changed is saved, as a screen would.
    fn answer(&mut self, line: &Line, last: bool) -> Result<(), BenchError> {
        let (assessment, domain) = (self.id(line, line.under()?)?, line.text("domain")?);
        let (score, words) = (line.whole("score")?, line.text("comment")?.to_owned());
        let before = self.said.insert(line.id, (score, words.clone()));
        if before.as_ref().is_none_or(|(before, _)| *before != score) {
            self.core.answer(assessment, domain, &Response::Value(score))?;
            self.saved(line, None);
        }
        if before.map_or(!words.is_empty(), |(_, before)| before != words) {
            self.core.comment(assessment, domain, &words)?;
            self.saved(line, None);
        }
        if last {
            self.core.submit_assessment(assessment)?;
            self.saved(line, None);
        }
        Ok(())
    }

    fn goal(&mut self, line: &Line) -> Result<(), BenchError> {
        let wording = line.text("title")?;
        let Some(goal) = self.ids.get(&line.id).copied() else {
            let new = NewGoal { wording: wording.to_owned(), wording_by: WordingBy::Client, category: None };
            let goal = self.core.agree_goal(self.case(line)?, &new)?;
            self.saved(line, Some(goal));
            return Ok(());
        };
        self.core.reword_goal(goal, wording, WordingBy::Client)?;
        self.saved(line, None);
        let status = match line.text("state")? {
            "met" => GoalStatus::Reached,
            "dropped" => GoalStatus::Dropped,
            _ => GoalStatus::Active,
        };
        self.core.set_goal_status(goal, status, None)?;
        self.saved(line, None);
        Ok(())
    }

    fn check_in(&mut self, line: &Line) -> Result<(), BenchError> {
        let goal = self.id(line, line.under()?)?;
        self.core.check_in(goal, Some(line.whole("score")?), Some(line.text("note")?))?;
        self.saved(line, None);
        Ok(())
    }

    fn saved(&mut self, line: &Line, made: Option<EntityId>) {
        self.commits += 1;
        self.ids.extend(made.map(|made| (line.id, made)));
    }

    fn case(&self, line: &Line) -> Result<CaseId, BenchError> {
        self.cases.get(&line.case).copied().ok_or(BenchError::Line(line.number))
    }

    fn id(&self, line: &Line, of: EntityId) -> Result<EntityId, BenchError> {
        self.ids.get(&of).copied().ok_or(BenchError::Line(line.number))
    }
}
