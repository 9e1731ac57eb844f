package org.alongside.companion.calls

import org.alongside.core.BegunCheckIn
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalStatus
import org.alongside.core.GoalView
import org.alongside.core.NewGoal
import org.alongside.core.StepBy
import org.alongside.core.WordingBy

/** Goals in the client's own words, their steps, and how they are going. */
interface GoalCalls {
    /**
     * Agrees a goal. The client's words are kept as they are.
     *
     * Fails with `Invalid` without words.
     */
    suspend fun agreeGoal(case: CaseId, new: NewGoal): EntityId

    /**
     * Writes a goal in other words.
     *
     * Fails with `Invalid` without words, or with `NotFound`.
     */
    suspend fun rewordGoal(goal: EntityId, wording: String, by: WordingBy)

    /**
     * Keeps that the client said "yes, that is my goal". Until then it is a proposal.
     *
     * Fails with `NotFound`.
     */
    suspend fun confirmGoal(goal: EntityId)

    /**
     * Says a goal in the worker's words beside the client's, which stay as they are.
     *
     * Fails with `NotFound`, or with `NotAllowed` for a client.
     */
    suspend fun paraphraseGoal(goal: EntityId, words: String)

    /**
     * Lets a goal become another one, in new words; both stay. Gives the new goal.
     *
     * Fails with `Invalid` without words or without a reason, or with `NotFound`.
     */
    suspend fun changeGoal(goal: EntityId, wording: String, by: WordingBy, why: String): EntityId

    /**
     * Says where a goal stands. A goal that is parked, let go or changed says why.
     *
     * Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
     */
    suspend fun setGoalStatus(goal: EntityId, status: GoalStatus, why: String? = null)

    /**
     * Adds a step to the end of a goal's steps.
     *
     * Fails with `Invalid` without a title, or with `NotFound`.
     */
    suspend fun addStep(goal: EntityId, title: String, by: StepBy): EntityId

    /**
     * Ticks a step, or takes the tick back.
     *
     * Fails with `NotFound`.
     */
    suspend fun tickStep(step: EntityId, done: Boolean)

    /**
     * Says how a goal is going: from 0 to 10, in words, or both.
     *
     * Fails with `Invalid` with neither, or outside 0 to 10, or with `NotFound`.
     */
    suspend fun checkIn(goal: EntityId, score: Long? = null, words: String? = null): EntityId

    /**
     * Puts a check-in that is being entered on the disk as it is now, as when its screen is left; with neither number nor
     * words there is none any more.
     *
     * Fails with `Invalid` when the words are too long or the number is outside 0 to 10, or with `NotFound`.
     */
    suspend fun keepCheckIn(goal: EntityId, score: Long?, words: String)

    /** The check-in on this goal that was begun and not said; nothing when there is none. */
    suspend fun begunCheckIn(goal: EntityId): BegunCheckIn?

    /** The goals of a case, newest first. */
    suspend fun goals(case: CaseId): List<GoalView>
}

internal class CoreGoalCalls(
    private val core: Core,
) : GoalCalls {
    override suspend fun agreeGoal(case: CaseId, new: NewGoal): EntityId = core.write { agreeGoal(case, new) }

    override suspend fun rewordGoal(goal: EntityId, wording: String, by: WordingBy) =
        core.write { rewordGoal(goal, wording, by) }

    override suspend fun confirmGoal(goal: EntityId) = core.write { confirmGoal(goal) }

    override suspend fun paraphraseGoal(goal: EntityId, words: String) = core.write { paraphraseGoal(goal, words) }

    override suspend fun changeGoal(goal: EntityId, wording: String, by: WordingBy, why: String): EntityId =
        core.write { changeGoal(goal, wording, by, why) }

    override suspend fun setGoalStatus(goal: EntityId, status: GoalStatus, why: String?) =
        core.write { setGoalStatus(goal, status, why) }

    override suspend fun addStep(goal: EntityId, title: String, by: StepBy): EntityId =
        core.write { addStep(goal, title, by) }

    override suspend fun tickStep(step: EntityId, done: Boolean) = core.write { tickStep(step, done) }

    override suspend fun checkIn(goal: EntityId, score: Long?, words: String?): EntityId =
        core.write { checkIn(goal, score, words) }

    override suspend fun keepCheckIn(goal: EntityId, score: Long?, words: String) =
        core.write { keepCheckIn(goal, score, words) }

    override suspend fun begunCheckIn(goal: EntityId): BegunCheckIn? = core.read { begunCheckIn(goal) }

    override suspend fun goals(case: CaseId): List<GoalView> = core.read { goals(case) }
}
