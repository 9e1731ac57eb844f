package org.alongside.app.enrol

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.waiting
import org.alongside.app.way.Screen
import org.alongside.companion.screens.RescueModel
import org.alongside.companion.screens.RescueState
import org.alongside.core.Rescued

/** Says that what is kept on this phone cannot be read, saves what can be saved when the person agrees, and says what was. */
class RescueScreen(rescue: suspend () -> Rescued, private val goOn: () -> Unit) : Screen<RescueState>() {
    private val model = RescueModel(rescue, scope)

    override val title = R.string.rescue_title
    override val states: StateFlow<RescueState> = model.state

    override fun refresh() = Unit

    override fun Page.show(state: RescueState) {
        if (state.done) saved(state) else offer(state)
    }

    private fun Page.offer(state: RescueState) {
        paragraph(words(R.string.rescue_words))
        paragraph(words(R.string.rescue_not_lost))
        paragraph(words(R.string.rescue_how))
        paragraph(words(R.string.rescue_how_rest))
        if (state.doing.busy) return waiting(words(R.string.rescue_running))
        mainAction(words(R.string.rescue_action)) { model.save() }
        quiet(words(R.string.rescue_keep_app))
    }

    private fun Page.saved(state: RescueState) {
        if (state.whole) paragraph(words(R.string.rescue_whole)) else counts(state)
        mainAction(words(R.string.rescue_go_on)) { goOn() }
    }

    private fun Page.counts(state: RescueState) {
        val nothing = state.kept + state.forSupervisor + state.forms == 0
        if (nothing) paragraph(words(R.string.rescue_nothing))
        if (state.kept > 0) paragraph(many(R.plurals.rescue_kept, state.kept))
        if (state.forms > 0) paragraph(many(R.plurals.rescue_forms, state.forms))
        if (state.forSupervisor > 0) paragraph(many(R.plurals.rescue_for_supervisor, state.forSupervisor))
        paragraph(words(R.string.rescue_comes_again))
        if (state.enrolAgain) paragraph(words(R.string.rescue_enrol_again))
        if (state.setAside) quiet(words(R.string.rescue_set_aside))
    }

    private fun Page.many(id: Int, count: Int) = resources.getQuantityString(id, count, count)
}
