// A client's goals, in the words in which they said them.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalStatus
import org.alongside.core.GoalView
import org.alongside.core.NeedCategory
import org.alongside.core.NewGoal
import org.alongside.core.StepBy
import org.alongside.core.WordingBy

/** The state of the screen of a client's goals. */
data class GoalsState(
    /** The case. */
    val case: CaseId,
    /** The goals, newest first; nothing before they were read. */
    val goals: List<GoalView>? = null,
    /** The goal that was agreed last. */
    val agreed: EntityId? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = goals != null

    /** Goals that are worked on or proposed. */
    val current: List<GoalView> get() = goals.orEmpty().filter { it.goal.status in CURRENT }

    /** Goals that are parked, reached, let go or changed. None of these is a failure. */
    val settled: List<GoalView> get() = goals.orEmpty().filterNot { it.goal.status in CURRENT }

    private companion object {
        val CURRENT = setOf(GoalStatus.PROPOSED, GoalStatus.ACTIVE, GoalStatus.UNKNOWN)
    }
}

/** Agrees goals and steps with a client, on the link worker's phone. */
class GoalsModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<GoalsState>(GoalsState(case), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Agrees a goal in the words in which it was said, by whoever said it. */
    fun agreeGoal(wording: String, by: WordingBy, category: NeedCategory? = null): Job =
        act {
            val goal = phone.agreeGoal(case, NewGoal(wording, by, category))
            change { it.copy(agreed = goal) }
        }

    /** The client said "yes, that is my goal". */
    fun confirmGoal(goal: EntityId): Job = act { phone.confirmGoal(goal) }

    /** Says a goal in the worker's words, beside the client's. */
    fun paraphraseGoal(goal: EntityId, words: String): Job = act { phone.paraphraseGoal(goal, words) }

    /** Writes a goal in the other words in which it is now said. */
    fun rewordGoal(goal: EntityId, wording: String, by: WordingBy): Job = act { phone.rewordGoal(goal, wording, by) }

    /** Lets a goal become another one; both stay. */
    fun changeGoal(goal: EntityId, wording: String, by: WordingBy, why: String): Job =
        act { phone.changeGoal(goal, wording, by, why) }

    /** Says where a goal stands; parked and let go say why. */
    fun setGoalStatus(goal: EntityId, status: GoalStatus, why: String? = null): Job =
        act { phone.setGoalStatus(goal, status, why) }

    /** Adds a step, and who takes it. */
    fun addStep(goal: EntityId, title: String, by: StepBy): Job = act { phone.addStep(goal, title, by) }

    /** Ticks a step, or takes the tick back. */
    fun tickStep(step: EntityId, done: Boolean): Job = act { phone.tickStep(step, done) }

    /** Writes down how it is going, as the link worker sees it. */
    fun checkIn(goal: EntityId, score: Long?, words: String?): Job =
        act { phone.checkIn(goal, score, words?.ifBlank { null }) }

    override suspend fun read() {
        val goals = phone.goals(case)
        change { it.copy(goals = goals) }
    }

    override fun doing(state: GoalsState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: GoalsState) = GoalsState(case)
}
