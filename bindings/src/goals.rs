//! Goals, steps and check-ins, shared by client and link worker.
#![expect(clippy::needless_pass_by_value, reason = "what is optional crosses the boundary by value")]

use alongside_core::companion::{BegunCheckIn, GoalView, NewGoal};
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

    /// The goals of a case, newest first. Blocks for a file read.
    pub fn goals(&self, case: CaseId) -> Result<Vec<GoalView>, AlongsideError> {
        Ok(self.core.goals(case)?)
    }
}
