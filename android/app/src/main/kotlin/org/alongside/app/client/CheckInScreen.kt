package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Ends
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.quote
import org.alongside.app.kit.scale
import org.alongside.app.way.Screen
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.CheckInModel
import org.alongside.companion.screens.CheckInState
import org.alongside.core.CaseId
import org.alongside.core.EntityId

/** A client says how a goal is going: a number, words, or both. */
class CheckInScreen(phone: PhoneSurface, case: CaseId, goal: EntityId) : Screen<CheckInState>() {
    private val model = CheckInModel(phone, scope, case, goal)

    override val title = R.string.check_in_title
    override val states: StateFlow<CheckInState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: CheckInState) {
        quote(state.goal?.goal?.wording.orEmpty())
        if (state.done) return notice(words(R.string.check_in_done))
        val ends = Ends(words(R.string.check_in_low), words(R.string.check_in_high))
        scale("score", words(R.string.check_in_scale), 0L..10L, ends, state.score, model::choose)
        field("words", words(R.string.check_in_words), state.words, Writing.SENTENCES, typed = model::typeWords)
        mainAction(words(R.string.check_in_send), state.canSend) { model.send() }
    }
}
