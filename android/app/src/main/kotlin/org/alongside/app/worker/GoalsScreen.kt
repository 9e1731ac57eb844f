package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.row
import org.alongside.app.kit.tick
import org.alongside.app.photos.PhotoScreen
import org.alongside.app.photos.previews
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.GoalsModel
import org.alongside.companion.screens.GoalsState
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalView
import org.alongside.core.PhotoView

/** A client's goals, in the words in which they said them. */
class GoalsScreen(private val phone: PhoneSurface, private val way: Way, case: CaseId) : Screen<GoalsState>() {
    private val model = GoalsModel(phone, scope, case)
    private val ask = GoalQuestions(phone, way, model)

    override val title = R.string.goals_title
    override val states: StateFlow<GoalsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: GoalsState) {
        if (state.goals.orEmpty().isEmpty()) paragraph(words(R.string.goals_none_agreed))
        state.current.forEach { line(it) }
        mainAction(words(R.string.goals_agree)) { way.open(ask.agree()) }
        if (state.settled.isEmpty()) return
        heading(words(R.string.goals_settled))
        state.settled.forEach { line(it) }
    }

    private fun Page.line(view: GoalView) {
        val steps = view.steps.filterNot { it.step.done }.map { words(R.string.goals_step_open, it.step.title) }
        row("goal ${view.id}", view.goal.wording, listOf(words(wordsOf(view.goal.status))) + steps) {
            way.open(GoalScreen(phone, way, model, view.id))
        }
    }
}

/** One goal: its steps, how it is going, and where it stands. */
class GoalScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val model: GoalsModel,
    private val goal: EntityId,
) : Screen<GoalsState>() {
    private val ask = GoalQuestions(phone, way, model)

    override val title = R.string.goal_one_title
    override val states: StateFlow<GoalsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: GoalsState) {
        val view = state.goals.orEmpty().firstOrNull { it.id == goal } ?: return
        words(view)
        steps(view)
        goingOn(view)
        action(words(R.string.goal_stand)) { way.open(ask.standing(view)) }
        action(words(R.string.goal_reword)) { way.open(ask.reword(view)) }
        action(words(R.string.goal_paraphrase)) { way.open(ask.paraphrase(view)) }
        action(words(R.string.goal_change)) { way.open(ask.becomeAnother(view)) }
    }

    private fun Page.words(view: GoalView) {
        quote(view.goal.wording)
        quiet(words(wordsOf(view.goal.wordingBy)))
        view.goal.paraphrase?.let { paragraph(it) }
        view.otherWordings.forEach { quote(it) }
        paragraph(words(wordsOf(view.goal.status)))
        (view.goal.parkReason ?: view.goal.why)?.let { quiet(it) }
        previews(view.photos, ::look)
        if (view.goal.clientConfirmedAt == null) action(words(R.string.goal_confirm)) { model.confirmGoal(goal) }
    }

    private fun Page.steps(view: GoalView) {
        heading(words(R.string.goal_steps))
        view.steps.forEach { step ->
            val by = step.step.by
            val label = if (by == null) step.step.title else words(R.string.goal_step, step.step.title, words(wordsOf(by)))
            tick("step ${step.id}", label, step.step.done) { model.tickStep(step.id, it) }
        }
        action(words(R.string.goal_add_step)) { way.open(ask.step(goal)) }
    }

    private fun Page.goingOn(view: GoalView) {
        heading(words(R.string.goal_going))
        if (view.checkIns.isEmpty()) paragraph(words(R.string.goal_no_check_in))
        view.checkIns.forEach { line ->
            val said = line.checkIn
            quiet(words(R.string.goal_said_on, words(wordsOf(said.by)), dayInWords(context, said.at)))
            said.score?.let { paragraph(words(R.string.scale_number, it.toInt(), TOP)) }
            said.words?.let { quote(it) }
            previews(line.photos, ::look)
        }
        action(words(R.string.goal_check_in)) { way.open(ask.checkIn(goal)) }
    }

    private fun look(photo: PhotoView) = way.open(PhotoScreen(phone, photo))

    private companion object {
        const val TOP = 10
    }
}
