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
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.HalfSaid
import org.alongside.companion.screens.Refusal
import org.alongside.companion.screens.ScreenState
import org.alongside.companion.screens.refusalOf
import org.alongside.core.Saying

/** The words of an [AskScreen], as string resources: its title, its question, and its button. */
class AskWords(val title: Int, val label: Int, val save: Int)

/** What was typed so far. */
data class AskState(val text: String = "", override val doing: Doing = Doing()) : ScreenState {
    override val loaded: Boolean get() = true
}

/**
 * Asks for a few words and goes back when [save] has kept them. What went wrong is said on the screen it goes back to. Words
 * that were typed and not kept are there again, also after the phone was off: [saying] says which.
 */
class AskScreen(
    phone: PhoneSurface,
    private val asks: AskWords,
    private val way: Way,
    private val saying: Saying,
    private val save: suspend (String) -> Refusal?,
) : Screen<AskState>() {
    private val typed = MutableStateFlow(AskState())
    private val half = HalfSaid(phone, scope, saying.case, saying.about)

    override val title = asks.title
    override val states: StateFlow<AskState> = typed.asStateFlow()

    init {
        scope.launch { goOnWithBegun() }
    }

    override fun refresh() = Unit

    override fun left() {
        half.leave()
    }

    override fun Page.show(state: AskState) {
        field("words", words(asks.label), state.text, Writing.SENTENCES, typed = ::type)
        mainAction(words(asks.save), state.text.isNotBlank() && !state.doing.busy) { keep(state.text) }
    }

    private fun type(text: String) {
        if (half.isSaying) return
        typed.update { it.copy(text = text) }
        half.type(saying.wordsFor, text)
    }

    private suspend fun goOnWithBegun() {
        val refusal = refusalOf {
            val begun = half.begun(saying.wordsFor)[saying.wordsFor].orEmpty()
            typed.update { it.copy(text = it.text.ifEmpty { begun }) }
        }
        if (refusal != null) typed.update { it.copy(doing = Doing(refusal = refusal)) }
    }

    private fun keep(text: String) {
        typed.update { it.copy(doing = Doing(busy = true)) }
        scope.launch {
            // What could not be kept is said on the screen it goes back to, and the words are here when somebody comes again.
            refusalOf { half.said { save(text.trim())?.let { throw it.error } } }
            way.back()
        }
    }
}
