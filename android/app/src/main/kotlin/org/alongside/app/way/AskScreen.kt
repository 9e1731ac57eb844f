package org.alongside.app.way

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.ScreenState

/** The words of an [AskScreen], as string resources: its title, its question, and its button. */
class AskWords(val title: Int, val label: Int, val save: Int)

/** What was typed so far. */
data class AskState(val text: String = "", override val doing: Doing = Doing()) : ScreenState {
    override val loaded: Boolean get() = true
}

/** Asks for a few words and goes back when [save] has kept them. What went wrong is said on the screen it goes back to. */
class AskScreen(private val asks: AskWords, private val way: Way, private val save: suspend (String) -> Unit) :
    Screen<AskState>() {
    private val typed = MutableStateFlow(AskState())

    override val title = asks.title
    override val states: StateFlow<AskState> = typed.asStateFlow()

    override fun refresh() = Unit

    override fun Page.show(state: AskState) {
        field("words", words(asks.label), state.text, Writing.SENTENCES) { text -> typed.update { it.copy(text = text) } }
        mainAction(words(asks.save), state.text.isNotBlank() && !state.doing.busy) { keep(state.text) }
    }

    private fun keep(text: String) {
        typed.update { it.copy(doing = Doing(busy = true)) }
        scope.launch {
            save(text.trim())
            way.back()
        }
    }
}
