//! Plays a day on a phone as an app would: each line by the use cases that a screen calls, durable when they return.

use std::collections::HashMap;

use alongside_core::companion::{Companion, CompanionError, NewContact, NewGoal};
use alongside_core::instrument::Response;
use alongside_core::model::kinds::{GoalStatus, Mode, Outcome, Purpose, WordingBy};
use alongside_core::model::{CaseId, EntityId};

use super::{BenchError, Line, Stopwatch};

/// A phone on which a day is being played.
pub struct DayPlayer<'a> {
    core: &'a Companion,
    cases: HashMap<CaseId, CaseId>,
    ids: HashMap<EntityId, EntityId>,
    said: HashMap<EntityId, (i64, String)>,
    saves: Vec<f64>,
}

impl<'a> DayPlayer<'a> {
    /// A player for the clients of the day by the ids that `core` has them under.
    pub fn new(core: &'a Companion, cases: HashMap<CaseId, CaseId>) -> Self {
        Self { core, cases, ids: HashMap::new(), said: HashMap::new(), saves: Vec::new() }
    }

    /// How long each durable save took, in milliseconds. A line may need more than one: a form that is opened, or signed after
    /// its last line, or an answer with a comment.
    pub fn into_saves(self) -> Vec<f64> {
        self.saves
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
        let case = self.case(line)?;
        let id = self.time(|core| core.record_contact(case, &contact))?;
        self.made(line, id);
        Ok(())
    }

    fn note(&mut self, line: &Line, last: bool) -> Result<(), BenchError> {
        let note = match self.ids.get(&line.id) {
            Some(note) => *note,
            None => {
                let contact = line.parent.and_then(|contact| self.ids.get(&contact).copied());
                let case = self.case(line)?;
                let note = self.time(|core| core.start_note(case, contact))?;
                self.made(line, note);
                note
            }
        };
        let body = line.text("body")?;
        self.time(|core| core.keep_note(note, body))?;
        if last {
            self.time(|core| core.sign_note(note))?;
        }
        Ok(())
    }

    fn assessment(&mut self, line: &Line) -> Result<(), BenchError> {
        let (case, tool) = (self.case(line)?, line.text("tool")?);
        let begun = self.time(|core| core.start_assessment(case, tool, Mode::Home))?;
        self.made(line, begun.assessment);
        Ok(())
    }

    /// Only what changed is saved, as a screen would.
    fn answer(&mut self, line: &Line, last: bool) -> Result<(), BenchError> {
        let (assessment, domain) = (self.id(line, line.under()?)?, line.text("domain")?);
        let (score, words) = (line.whole("score")?, line.text("comment")?.to_owned());
        let before = self.said.insert(line.id, (score, words.clone()));
        if before.as_ref().is_none_or(|(before, _)| *before != score) {
            self.time(|core| core.answer(assessment, domain, &Response::Value(score)))?;
        }
        if before.map_or(!words.is_empty(), |(_, before)| before != words) {
            self.time(|core| core.comment(assessment, domain, &words))?;
        }
        if last {
            self.time(|core| core.submit_assessment(assessment))?;
        }
        Ok(())
    }

    fn goal(&mut self, line: &Line) -> Result<(), BenchError> {
        let wording = line.text("title")?;
        let Some(goal) = self.ids.get(&line.id).copied() else {
            let new = NewGoal { wording: wording.to_owned(), wording_by: WordingBy::Client, category: None };
            let case = self.case(line)?;
            let goal = self.time(|core| core.agree_goal(case, &new))?;
            self.made(line, goal);
            return Ok(());
        };
        self.time(|core| core.reword_goal(goal, wording, WordingBy::Client))?;
        let status = match line.text("state")? {
            "met" => GoalStatus::Reached,
            "dropped" => GoalStatus::Dropped,
            _ => GoalStatus::Active,
        };
        self.time(|core| core.set_goal_status(goal, status, None))
    }

    fn check_in(&mut self, line: &Line) -> Result<(), BenchError> {
        let goal = self.id(line, line.under()?)?;
        let (score, note) = (line.whole("score")?, line.text("note")?);
        self.time(|core| core.check_in(goal, Some(score), Some(note)))?;
        Ok(())
    }

    /// One call of the core, which is durable when it returns.
    fn time<T>(
        &mut self,
        call: impl FnOnce(&Companion) -> Result<T, CompanionError>,
    ) -> Result<T, BenchError> {
        let watch = Stopwatch::start();
        let done = call(self.core)?;
        self.saves.push(watch.ms());
        Ok(done)
    }

    /// The record of a line is one that was made just now.
    fn made(&mut self, line: &Line, made: EntityId) {
        self.ids.insert(line.id, made);
    }

    fn case(&self, line: &Line) -> Result<CaseId, BenchError> {
        self.cases.get(&line.case).copied().ok_or(BenchError::Line(line.number))
    }

    fn id(&self, line: &Line, of: EntityId) -> Result<EntityId, BenchError> {
        self.ids.get(&of).copied().ok_or(BenchError::Line(line.number))
    }
}
