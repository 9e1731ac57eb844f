package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.momentInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.DecisionsModel
import org.alongside.companion.screens.DecisionsState
import org.alongside.core.Matter
import org.alongside.core.PendingDecision
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** What needs a person: texts that two people wrote at once, and work that could not simply be taken. Nothing is lost. */
class DecisionsScreen(private val phone: PhoneSurface, private val way: Way) : Screen<DecisionsState>() {
    private val model = DecisionsModel(phone, scope)

    override val title = R.string.decisions_name
    override val states: StateFlow<DecisionsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: DecisionsState) {
        val waiting = state.waiting.orEmpty()
        if (waiting.isEmpty()) paragraph(words(R.string.decisions_none))
        waiting.forEach { decision(state, it) }
    }

    private fun Page.decision(state: DecisionsState, decision: PendingDecision) {
        decision.case?.let { state.names[it] }?.let { heading(it) }
        paragraph(words(wordsOf(decision.matter)))
        quiet(momentInWords(context, decision.at))
        decision.choices.forEachIndexed { place, choice ->
            if (choice.stands) quiet(words(R.string.decisions_stands))
            quote(choice.value)
            if (isChosen(decision)) {
                action(words(R.string.decisions_choose), !state.doing.busy) {
                    model.choose(decision, place)
                }
            }
        }
        if (decision.matter == Matter.TEXTS) action(words(R.string.decisions_write)) { way.open(writing(decision)) }
        if (!isChosen(decision)) action(words(R.string.decisions_noted), !state.doing.busy) { model.note(decision) }
    }

    /** Of texts, values and submissions one is chosen; of this phone's own work there is only to take note. */
    private fun isChosen(decision: PendingDecision) = when (decision.matter) {
        Matter.TEXTS, Matter.VALUES, Matter.SUBMITTED_TWICE -> true
        else -> false
    }

    private fun writing(decision: PendingDecision): Screen<*> {
        val question = Question<Unit>(
            title = R.string.decisions_write,
            label = R.string.decisions_write_words,
            words = decision.choices.joinToString("\n") { it.value },
            keptAs = Saying(WordsFor.DECISION, decision.case, decision.id),
        )
        return AskScreen(phone, way, question) { words, _ -> model.through(model.write(decision, words)) }
    }

    private fun wordsOf(matter: Matter): Int = when (matter) {
        Matter.TEXTS -> R.string.matter_texts
        Matter.VALUES -> R.string.matter_values
        Matter.SIGN_AGAIN -> R.string.matter_sign_again
        Matter.AMENDMENT -> R.string.matter_amendment
        Matter.LATE -> R.string.matter_late
        Matter.SET_ASIDE -> R.string.matter_set_aside
        Matter.WAITING -> R.string.matter_waiting
        Matter.SUBMITTED_TWICE -> R.string.matter_submitted_twice
        Matter.EDIT_WINS -> R.string.matter_edit_wins
    }
}
