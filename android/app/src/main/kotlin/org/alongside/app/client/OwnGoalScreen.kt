package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.OwnGoalModel
import org.alongside.companion.screens.OwnGoalState
import org.alongside.core.CaseId

/** A client words a goal of their own. */
class OwnGoalScreen(phone: PhoneSurface, case: CaseId, private val way: Way) : Screen<OwnGoalState>() {
    private val model = OwnGoalModel(phone, scope, case)

    override val title = R.string.goals_add
    override val states: StateFlow<OwnGoalState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: OwnGoalState) {
        field("words", words(R.string.goals_add_label), state.words, Writing.SENTENCES, typed = model::typeWords)
        mainAction(words(R.string.goals_add_save), state.canAdd) { keep() }
    }

    private fun keep() {
        scope.launch {
            model.add().join()
            if (model.state.value.done) way.back()
        }
    }
}
