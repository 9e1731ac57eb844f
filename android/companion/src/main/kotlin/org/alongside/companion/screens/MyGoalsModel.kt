// A client's own goals, in their words.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalStatus
import org.alongside.core.GoalView
import org.alongside.core.StepBy

/** The state of the screen of a client's own goals. */
data class MyGoalsState(
    /** The goals, newest first; nothing before they were read. */
    val goals: List<GoalView>? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = goals != null
}

/** Lets a client tick steps, say that a goal is theirs, and put one aside. A new one is [OwnGoalModel]'s. */
class MyGoalsModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<MyGoalsState>(MyGoalsState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Ticks a step, or takes the tick back. */
    fun tickStep(step: EntityId, done: Boolean): Job = act { phone.tickStep(step, done) }

    /** "Yes, that is my goal." */
    fun confirm(goal: EntityId): Job = act { phone.confirmGoal(goal) }

    /** Adds a step that the client takes. */
    fun addStep(goal: EntityId, title: String): Job = act { phone.addStep(goal, title, StepBy.CLIENT) }

    /** Puts a goal aside for now; [why] in the client's words. */
    fun park(goal: EntityId, why: String): Job = act { phone.setGoalStatus(goal, GoalStatus.PARKED, why) }

    /** Takes a goal up again. */
    fun takeUp(goal: EntityId): Job = act { phone.setGoalStatus(goal, GoalStatus.ACTIVE) }

    /** The goal is reached. */
    fun reach(goal: EntityId): Job = act { phone.setGoalStatus(goal, GoalStatus.REACHED) }

    override suspend fun read() {
        val goals = phone.goals(case)
        change { it.copy(goals = goals) }
    }

    override fun doing(state: MyGoalsState, doing: Doing) = state.copy(doing = doing)
}
