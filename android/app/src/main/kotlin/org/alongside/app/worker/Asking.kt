package org.alongside.app.worker

import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.isActive
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.quote
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.Refusal
import org.alongside.companion.screens.ScreenModel
import org.alongside.companion.screens.ScreenState

/** What one question asks for before something is done: words, a choice, or both. Every id is a string resource. */
class Question<T : Any>(
    /** The words at the top. */
    val title: Int,
    /** The words above the field; nothing when no words are asked for. */
    val label: Int? = null,
    /** Whether the words may stay empty. */
    val wordsMayBeEmpty: Boolean = false,
    /** The words that are in the field already. */
    val words: String = "",
    /** The words above the choice. */
    val choiceLabel: Int? = null,
    /** What is chosen from, with its words; none when nothing is. */
    val options: List<Pair<T, Int>> = emptyList(),
    /** What is chosen already. */
    val chosen: T? = null,
    /** Somebody's words that the question is about. */
    val about: String? = null,
    /** What the button says. */
    val action: Int = R.string.ask_save,
)

/** What was answered so far. */
data class AskState<T : Any>(
    /** The words. */
    val words: String,
    /** The choice. */
    val chosen: T?,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = true
}

/** A page with one question. [send] does what was asked for; the page goes when it went through, and says why when not. */
class AskScreen<T : Any>(
    private val way: Way,
    private val question: Question<T>,
    private val send: suspend (words: String, chosen: T?) -> Refusal?,
) : Screen<AskState<T>>() {
    private val answer = MutableStateFlow(AskState(question.words, question.chosen))

    override val title = question.title
    override val states: StateFlow<AskState<T>> = answer.asStateFlow()

    override fun refresh() = Unit

    override fun Page.show(state: AskState<T>) {
        question.about?.let { quote(it) }
        question.choiceLabel?.let { label ->
            val options = question.options.map { (value, id) -> value to words(id) }
            choice("choice", words(label), options, state.chosen) { one -> answer.update { it.copy(chosen = one) } }
        }
        question.label?.let { label ->
            field("words", words(label), state.words, Writing.SENTENCES) { text -> answer.update { it.copy(words = text) } }
        }
        mainAction(words(question.action), isAnswered(state)) { press() }
    }

    private fun isAnswered(state: AskState<T>): Boolean {
        val said = question.label == null || question.wordsMayBeEmpty || state.words.isNotBlank()
        val chose = question.choiceLabel == null || state.chosen != null
        return said && chose && !state.doing.busy
    }

    private fun press() {
        val given = answer.value
        answer.value = given.copy(doing = Doing(busy = true))
        scope.launch {
            val refusal = send(given.words, given.chosen)
            answer.update { it.copy(doing = Doing(refusal = refusal)) }
            // The answer may have led on to another page, which stays.
            if (refusal == null && isActive) way.back()
        }
    }
}

/** Waits until an action of this model is through, and gives what stood in its way. */
suspend fun <S : ScreenState> ScreenModel<S>.through(action: Job): Refusal? {
    action.join()
    return state.value.doing.refusal
}
