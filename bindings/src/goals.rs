//! Goals, steps and check-ins, shared by client and link worker.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{BegunCheckIn, GoalView, NewGoal, Typed};
use alongside_core::model::kinds::{GoalStatus, StepBy, WordingBy};
use alongside_core::model::{CaseId, EntityId};

use crate::{AlongsideError, Companion};

#[uniffi::export]
impl Companion {
    /// Agrees a goal. The client's words are kept as they are. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words.
    pub fn agree_goal(&self, case: CaseId, new: &NewGoal) -> Result<EntityId, AlongsideError> {
        Ok(self.core.agree_goal(case, new)?)
    }

    /// Writes a goal in other words. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words, or with `NotFound`.
    pub fn reword_goal(&self, goal: EntityId, wording: &str, by: WordingBy) -> Result<(), AlongsideError> {
        Ok(self.core.reword_goal(goal, wording, by)?)
    }

    /// Keeps that the client said "yes, that is my goal". Until then it is a proposal. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn confirm_goal(&self, goal: EntityId) -> Result<(), AlongsideError> {
        Ok(self.core.confirm_goal(goal)?)
    }

    /// Says a goal in the worker's words beside the client's, which stay as they are. Blocks for a file write.
    ///
    /// Fails with `NotFound`, or with `NotAllowed` for a client.
    pub fn paraphrase_goal(&self, goal: EntityId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.paraphrase_goal(goal, words)?)
    }

    /// Lets a goal become another one, in new words; both stay. Gives the new goal. Blocks for a file write.
    ///
    /// Fails with `Invalid` without words or without a reason, or with `NotFound`.
    pub fn change_goal(
        &self,
        goal: EntityId,
        wording: &str,
        by: WordingBy,
        why: &str,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.change_goal(goal, wording, by, why)?)
    }

    /// Says where a goal stands. A goal that is parked, let go or changed says why. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
    #[uniffi::method(default(why = None))]
    pub fn set_goal_status(
        &self,
        goal: EntityId,
        status: GoalStatus,
        why: Option<String>,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.set_goal_status(goal, status, why.as_deref())?)
    }

    /// Adds a step to the end of a goal's steps. Blocks for a file write.
    ///
    /// Fails with `Invalid` without a title, or with `NotFound`.
    pub fn add_step(&self, goal: EntityId, title: &str, by: StepBy) -> Result<EntityId, AlongsideError> {
        Ok(self.core.add_step(goal, title, by)?)
    }

    /// Ticks a step, or takes the tick back. Blocks for a file write.
    ///
    /// Fails with `NotFound`.
    pub fn tick_step(&self, step: EntityId, done: bool) -> Result<(), AlongsideError> {
        Ok(self.core.tick_step(step, done)?)
    }

    /// Says how a goal is going: from 0 to 10, in words, or both. Blocks for a file write.
    ///
    /// Fails with `Invalid` with neither, or outside 0 to 10, or with `NotFound`.
    #[uniffi::method(default(score = None, words = None))]
    pub fn check_in(
        &self,
        goal: EntityId,
        score: Option<i64>,
        words: Option<String>,
    ) -> Result<EntityId, AlongsideError> {
        Ok(self.core.check_in(goal, score, words.as_deref())?)
    }

    /// Keeps the words of a check-in that is being typed: hand over the whole text at each keystroke. What it gives says whether
    /// they are on the disk by now. Blocks for a file write now and then.
    ///
    /// Fails with `Invalid` when they are too long, or with `NotFound`.
    pub fn type_check_in(&self, goal: EntityId, words: &str) -> Result<Typed, AlongsideError> {
        Ok(self.core.type_check_in(goal, words)?)
    }

    /// Puts a check-in that is being entered on the disk as it is now, as when its screen is left; with neither number nor words
    /// there is none any more. Blocks for a file write.
    ///
    /// Fails with `Invalid` when the words are too long or the number is outside 0 to 10, or with `NotFound`.
    pub fn keep_check_in(
        &self,
        goal: EntityId,
        score: Option<i64>,
        words: &str,
    ) -> Result<(), AlongsideError> {
        Ok(self.core.keep_check_in(goal, score, words)?)
    }

    /// The check-in on this goal that was begun and not said; nothing when there is none. Blocks for a file read.
    pub fn begun_check_in(&self, goal: EntityId) -> Result<Option<BegunCheckIn>, AlongsideError> {
        Ok(self.core.begun_check_in(goal)?)
    }

    /// Keeps the words of a goal that is being typed: hand over the whole text at each keystroke. What it gives says whether they
    /// are on the disk by now. Blocks for a file write now and then.
    ///
    /// Fails with `Invalid` when they are too long.
    pub fn type_goal(&self, case: CaseId, words: &str) -> Result<Typed, AlongsideError> {
        Ok(self.core.type_goal(case, words)?)
    }

    /// Puts the words of a goal that is being typed on the disk as they are now, as when its screen is left; without any there
    /// is none any more. Blocks for a file write.
    ///
    /// Fails with `Invalid` when they are too long.
    pub fn keep_goal(&self, case: CaseId, words: &str) -> Result<(), AlongsideError> {
        Ok(self.core.keep_goal(case, words)?)
    }

    /// The words of a goal that was begun and not agreed; nothing when there are none. Blocks for a file read.
    pub fn begun_goal(&self, case: CaseId) -> Result<Option<String>, AlongsideError> {
        Ok(self.core.begun_goal(case)?)
    }

    /// The goals of a case, newest first. Blocks for a file read.
    pub fn goals(&self, case: CaseId) -> Result<Vec<GoalView>, AlongsideError> {
        Ok(self.core.goals(case)?)
    }
}
