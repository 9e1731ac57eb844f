package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.row
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.MyGoalsModel
import org.alongside.companion.screens.MyGoalsState
import org.alongside.core.CaseId
import org.alongside.core.CheckIn
import org.alongside.core.CheckInBy
import org.alongside.core.GoalView

/** A client's own goals, in their words. */
class MyGoalsScreen(
    private val phone: PhoneSurface,
    private val case: CaseId,
    private val way: Way,
    private val picker: PhotoPicker,
) : Screen<MyGoalsState>() {
    private val model = MyGoalsModel(phone, scope, case)

    override val title = R.string.goals_name
    override val states: StateFlow<MyGoalsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: MyGoalsState) {
        val goals = state.goals.orEmpty()
        if (goals.isEmpty()) paragraph(words(R.string.goals_none))
        goals.forEach { goal(it) }
        mainAction(words(R.string.goals_add)) { way.open(OwnGoalScreen(phone, case, way)) }
    }

    private fun Page.goal(view: GoalView) {
        val below = listOfNotNull(words(goalInWords(view.goal.status)), latest(view))
        row(view.id, view.goal.wording, below) { way.open(MyGoalScreen(phone, case, view.id, way, picker)) }
    }
}

/** What the client said last of a goal. */
internal fun Page.latest(view: GoalView): String? {
    val last = view.checkIns.lastOrNull { it.checkIn.by == CheckInBy.CLIENT } ?: return null
    val said = said(last.checkIn)
    return if (said == null) words(R.string.goals_latest_photo) else words(R.string.goals_latest, said)
}

/** A number and words as one; nothing when neither was said. */
internal fun Page.said(said: CheckIn): String? {
    val score = said.score
    val words = said.words
    return when {
        score != null && words != null -> words(R.string.goals_latest_both, score, words)
        score != null -> words(R.string.goals_latest_number, score)
        else -> words
    }
}
