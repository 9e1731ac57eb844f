package org.alongside.app.worker

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.moment
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ClientModel
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.HalfSaid
import org.alongside.companion.screens.ScreenState
import org.alongside.companion.screens.refusalOf
import org.alongside.core.Timestamp
import org.alongside.core.WordsFor

/** Something that is owed to a client, as it is being entered. */
data class OweState(val what: String = "", val due: Timestamp? = null, override val doing: Doing = Doing()) : ScreenState {
    override val loaded: Boolean get() = true

    /** Whether there is something to write down. */
    val canOwe: Boolean get() = what.isNotBlank() && due != null && !doing.busy
}

/** Something that is owed to the client from now on, and until when. */
class OweScreen(phone: PhoneSurface, private val way: Way, private val model: ClientModel) : Screen<OweState>() {
    private val entered = MutableStateFlow(OweState())
    private val half = HalfSaid(phone, scope, model.state.value.case)

    override val title = R.string.owe_title
    override val states: StateFlow<OweState> = entered.asStateFlow()

    init {
        scope.launch { goOnWithBegun() }
    }

    override fun refresh() = Unit

    override fun left() {
        half.leave()
    }

    override fun Page.show(state: OweState) {
        field("what", words(R.string.owe_what), state.what, Writing.SENTENCES, typed = ::type)
        moment("due", words(R.string.owe_due), state.due) { at -> entered.update { it.copy(due = at) } }
        mainAction(words(R.string.ask_save), state.canOwe) { owe(state) }
    }

    private fun type(text: String) {
        if (half.isSaying) return
        entered.update { it.copy(what = text) }
        half.type(WordsFor.DUTY, text)
    }

    private suspend fun goOnWithBegun() {
        val refusal = refusalOf {
            val begun = half.begun(WordsFor.DUTY)[WordsFor.DUTY].orEmpty()
            entered.update { it.copy(what = it.what.ifEmpty { begun }) }
        }
        if (refusal != null) entered.update { it.copy(doing = Doing(refusal = refusal)) }
    }

    private fun owe(state: OweState) {
        val due = state.due ?: return
        entered.update { it.copy(doing = Doing(busy = true)) }
        scope.launch {
            val refusal = refusalOf {
                half.said { model.through(model.makeDuty(state.what.trim(), due))?.let { throw it.error } }
            }
            entered.update { it.copy(doing = Doing(refusal = refusal)) }
            if (refusal == null) way.back()
        }
    }
}
