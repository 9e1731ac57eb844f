package org.alongside.app.worker.words

import org.alongside.app.R
import org.alongside.core.CheckInBy
import org.alongside.core.GoalStatus
import org.alongside.core.StepBy
import org.alongside.core.WordingBy

/** Who may take a step, in the order in which it is offered. */
val stepTakers: List<StepBy> = StepBy.entries - StepBy.UNKNOWN

/** Whose words a goal may be in, in the order in which it is offered. */
val wordingAuthors: List<WordingBy> = WordingBy.entries - WordingBy.UNKNOWN

/** Where a goal may be said to stand. That it became another has its own page. */
val goalStandings: List<GoalStatus> =
    listOf(GoalStatus.ACTIVE, GoalStatus.PARKED, GoalStatus.REACHED, GoalStatus.PARTLY, GoalStatus.DROPPED)

/** The words of who takes a step. */
fun wordsOf(by: StepBy): Int = when (by) {
    StepBy.CLIENT -> R.string.step_by_client
    StepBy.WORKER -> R.string.step_by_worker
    StepBy.TOGETHER -> R.string.step_by_together
    StepBy.SERVICE -> R.string.step_by_service
    StepBy.UNKNOWN -> R.string.value_unknown
}

/** Whose words a goal is in. */
fun wordsOf(by: WordingBy): Int = when (by) {
    WordingBy.CLIENT -> R.string.wording_by_client
    WordingBy.WORKER -> R.string.wording_by_worker
    WordingBy.JOINT -> R.string.wording_by_joint
    WordingBy.UNKNOWN -> R.string.value_unknown
}

/** The words of where a goal stands. None of them is a failure. */
fun wordsOf(status: GoalStatus): Int = when (status) {
    GoalStatus.PROPOSED -> R.string.goal_proposed
    GoalStatus.ACTIVE -> R.string.goal_active
    GoalStatus.PARKED -> R.string.goal_parked
    GoalStatus.REACHED -> R.string.goal_reached
    GoalStatus.PARTLY -> R.string.goal_partly
    GoalStatus.DROPPED -> R.string.goal_dropped
    GoalStatus.CHANGED -> R.string.goal_changed
    GoalStatus.UNKNOWN -> R.string.value_unknown
}

/** Who said how a goal is going. */
fun wordsOf(by: CheckInBy): Int = when (by) {
    CheckInBy.CLIENT -> R.string.check_in_by_client
    CheckInBy.WORKER -> R.string.check_in_by_worker
    CheckInBy.UNKNOWN -> R.string.value_unknown
}
