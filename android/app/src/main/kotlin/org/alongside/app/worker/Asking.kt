package org.alongside.app.worker

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
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.HalfSaid
import org.alongside.companion.screens.Refusal
import org.alongside.companion.screens.ScreenState
import org.alongside.companion.screens.refusalOf
import org.alongside.core.Saying

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
    /** Where the words are kept while they are typed. */
    val keptAs: Saying? = null,
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

/**
 * A page with one question. [send] does what was asked for; the page goes when it went through, and says why when not. Words
 * that were typed and not sent are there again, also after the phone was off.
 */
class AskScreen<T : Any>(
    phone: PhoneSurface,
    private val way: Way,
    private val question: Question<T>,
    private val send: suspend (words: String, chosen: T?) -> Refusal?,
) : Screen<AskState<T>>() {
    private val answer = MutableStateFlow(AskState(question.words, question.chosen))
    private val half = question.keptAs?.let { HalfSaid(phone, scope, it.case, it.about) }

    override val title = question.title
    override val states: StateFlow<AskState<T>> = answer.asStateFlow()

    init {
        scope.launch { goOnWithBegun() }
    }

    override fun refresh() = Unit

    override fun left() {
        half?.leave()
    }

    override fun Page.show(state: AskState<T>) {
        question.about?.let { quote(it) }
        question.choiceLabel?.let { label ->
            val options = question.options.map { (value, id) -> value to words(id) }
            choice("choice", words(label), options, state.chosen) { one -> answer.update { it.copy(chosen = one) } }
        }
        question.label?.let { label ->
            field("words", words(label), state.words, Writing.SENTENCES, typed = ::type)
        }
        mainAction(words(question.action), isAnswered(state)) { press() }
    }

    private fun isAnswered(state: AskState<T>): Boolean {
        val said = question.label == null || question.wordsMayBeEmpty || state.words.isNotBlank()
        val chose = question.choiceLabel == null || state.chosen != null
        return said && chose && !state.doing.busy
    }

    private fun type(text: String) {
        if (half?.isSaying == true) return
        answer.update { it.copy(words = text) }
        question.keptAs?.let { half?.type(it.wordsFor, text) }
    }

    private suspend fun goOnWithBegun() {
        val place = question.keptAs?.wordsFor ?: return
        val refusal = refusalOf {
            val begun = half?.begun(place)?.get(place)
            answer.update { if (begun != null && it.words == question.words) it.copy(words = begun) else it }
        }
        if (refusal != null) answer.update { it.copy(doing = Doing(refusal = refusal)) }
    }

    /**
     * What stood in the way of saying it. Words that were said are half said no more. A page that led on to another is closed by
     * then, which ends this: its words are kept until they are said there.
     */
    private suspend fun sent(given: AskState<T>): Refusal? {
        if (half == null) return send(given.words, given.chosen)
        return refusalOf { half.said { send(given.words, given.chosen)?.let { throw it.error } } }
    }

    private fun press() {
        val given = answer.value
        answer.value = given.copy(doing = Doing(busy = true))
        scope.launch {
            val refusal = sent(given)
            answer.update { it.copy(doing = Doing(refusal = refusal)) }
            // The answer may have led on to another page, which stays.
            if (refusal == null && isActive) way.back()
        }
    }
}
