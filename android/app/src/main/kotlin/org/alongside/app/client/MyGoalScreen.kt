package org.alongside.app.client

import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.tick
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.photos.PhotoScreen
import org.alongside.app.photos.previews
import org.alongside.app.way.AskScreen
import org.alongside.app.way.AskWords
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.MyGoalsModel
import org.alongside.companion.screens.MyGoalsState
import org.alongside.core.CaseId
import org.alongside.core.CheckIn
import org.alongside.core.CheckInBy
import org.alongside.core.EntityId
import org.alongside.core.GoalStatus
import org.alongside.core.GoalView
import org.alongside.core.PhotoView
import org.alongside.core.Saying
import org.alongside.core.StepView
import org.alongside.core.WordsFor

/** One goal of a client's: its steps, how it is going, and what may become of it. */
class MyGoalScreen(
    private val phone: PhoneSurface,
    private val case: CaseId,
    private val goal: EntityId,
    private val way: Way,
    private val picker: PhotoPicker,
) : Screen<MyGoalsState>() {
    private val model = MyGoalsModel(phone, scope, case)

    override val title = R.string.goal_title
    override val states: StateFlow<MyGoalsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: MyGoalsState) {
        val view = state.goals.orEmpty().firstOrNull { it.id == goal } ?: return
        quote(view.goal.wording)
        quiet(listOfNotNull(words(goalInWords(view.goal.status)), latest(view)).joinToString("\n"))
        if (view.goal.status == GoalStatus.PROPOSED) action(words(R.string.goals_confirm)) { model.confirm(goal) }
        mainAction(words(R.string.goals_check_in)) { way.open(CheckInScreen(phone, case, goal, picker)) }
        steps(view)
        photos(view)
        become(view.goal.status)
    }

    private fun Page.steps(view: GoalView) {
        heading(words(R.string.goals_steps))
        view.steps.forEach { step(it) }
        action(words(R.string.goals_add_step)) { way.open(asking(STEP, WordsFor.STEP) { model.addStep(goal, it) }) }
    }

    private fun Page.step(view: StepView) {
        val by = stepByInWords(view.step.by)
        val label = if (by == null) view.step.title else words(R.string.goals_step, view.step.title, words(by))
        tick(view.id, label, view.step.done) { model.tickStep(view.id, it) }
    }

    /** Each beside what was said with it, the newest first. */
    private fun Page.photos(view: GoalView) {
        val shown = view.checkIns.filter { it.photos.isNotEmpty() }.asReversed()
        if (shown.isEmpty() && view.photos.isEmpty()) return
        heading(words(R.string.photo_heading))
        previews(view.photos, ::look)
        shown.forEach { line ->
            quiet(words(saidBy(line.checkIn), dayInWords(context, line.checkIn.at)))
            said(line.checkIn)?.let { quote(it) }
            previews(line.photos, ::look)
        }
    }

    private fun look(photo: PhotoView) = way.open(PhotoScreen(phone, photo))

    private fun saidBy(said: CheckIn): Int =
        if (said.by == CheckInBy.CLIENT) R.string.photo_by_me_on else R.string.photo_by_worker_on

    private fun Page.become(status: GoalStatus) = when (status) {
        GoalStatus.ACTIVE, GoalStatus.PARTLY -> {
            heading(words(R.string.goals_this))
            action(words(R.string.goals_reach)) { model.reach(goal) }
            action(words(R.string.goals_park)) { way.open(asking(PARK, WordsFor.GOAL_STANDING) { model.park(goal, it) }) }
        }
        GoalStatus.PARKED -> {
            heading(words(R.string.goals_this))
            action(words(R.string.goals_take_up)) { model.takeUp(goal) }
        }
        else -> Unit
    }

    private fun asking(asks: AskWords, wordsFor: WordsFor, save: (String) -> Job) =
        AskScreen(phone, asks, way, Saying(wordsFor, case, goal)) { model.through(save(it)) }

    private companion object {
        val STEP = AskWords(R.string.goals_add_step, R.string.goals_add_step_label, R.string.goals_add_step_save)
        val PARK = AskWords(R.string.goals_park, R.string.goals_park_label, R.string.goals_park_save)
    }
}
