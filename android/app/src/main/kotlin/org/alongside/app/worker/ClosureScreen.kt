package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.graveAction
import org.alongside.app.kit.heading
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.tick
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.dayInWords
import org.alongside.app.worker.words.endReasons
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ClosureModel
import org.alongside.companion.screens.ClosureState
import org.alongside.companion.screens.EndingForm
import org.alongside.core.CaseId
import org.alongside.core.ClosureDecision
import org.alongside.core.EndReason
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** Thinking over an ending: what stands open first, and the ways in which the support goes on. */
class ClosureScreen(private val phone: PhoneSurface, private val way: Way, private val case: CaseId) : Screen<ClosureState>() {
    private val model = ClosureModel(phone, scope, case)

    override val title = R.string.closure_title
    override val states: StateFlow<ClosureState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: ClosureState) {
        when {
            state.ended -> paragraph(words(R.string.closure_ended))
            !state.underWay -> paragraph(words(R.string.closure_nothing))
            else -> think(state)
        }
        decided(state)
    }

    private fun Page.think(state: ClosureState) {
        val form = state.form
        choice(
            "reason", words(R.string.closure_reason),
            endReasons.map {
                it to words(wordsOf(it))
            },
            form.reason
        ) { enter { copy(reason = it) } }
        open(state)
        field("view", words(R.string.closure_client_view), form.clientView, Writing.SENTENCES) {
            enter { copy(clientView = it) }
        }
        tick("agreed", words(R.string.closure_agreed), form.agreed) { enter { copy(agreed = it) } }
        field("why", words(R.string.closure_why), form.why, Writing.SENTENCES) { enter { copy(why = it) } }
        field("second", words(R.string.closure_second), form.secondBy) { enter { copy(secondBy = it) } }
        goingOn(form)
        graveAction(words(R.string.closure_end_action), state.canEnd) { model.end() }
    }

    private fun Page.open(state: ClosureState) {
        state.check?.open.orEmpty().let { open ->
            if (open.isNotEmpty()) heading(words(R.string.closure_open))
            open.forEach { notice(it.words) }
        }
        state.check?.against?.let { notice(it.words) }
        if (state.toTry.isEmpty()) return
        heading(words(R.string.closure_to_try))
        state.toTry.forEach { notice(it.words) }
    }

    private fun Page.goingOn(form: EndingForm) {
        heading(words(R.string.closure_instead))
        action(words(R.string.closure_go_on)) { way.open(deciding(ClosureDecision.GO_ON)) }
        action(words(R.string.closure_second_look)) { way.open(deciding(ClosureDecision.SECOND_LOOK)) }
        if (form.reason == EndReason.LOST_CONTACT) action(words(R.string.closure_door_open)) { way.open(doorOpen()) }
    }

    private fun Page.decided(state: ClosureState) {
        val decided = state.decided.orEmpty()
        if (decided.isEmpty()) return
        heading(words(R.string.closure_decided))
        decided.forEach { view ->
            val day = dayInWords(context, view.check.at)
            paragraph(words(R.string.referral_step_on, words(wordsOf(view.check.decision)), day))
            view.check.why?.let { quiet(it) }
        }
    }

    private fun enter(how: EndingForm.() -> EndingForm) {
        model.enter(model.state.value.form.how())
    }

    private fun deciding(decision: ClosureDecision): Screen<*> {
        val keptAs = Saying(WordsFor.CLOSURE_WHY, case)
        val question = Question<Unit>(wordsOf(decision), R.string.closure_decide_why, keptAs = keptAs)
        return AskScreen(phone, way, question) { words, _ ->
            model.through(if (decision == ClosureDecision.GO_ON) model.goOn(words) else model.askForSecondLook(words))
        }
    }

    private fun doorOpen(): Screen<*> {
        val keptAs = Saying(WordsFor.BARRIER, case)
        val question = Question<Unit>(R.string.closure_door_open, R.string.closure_barrier, keptAs = keptAs)
        return AskScreen(phone, way, question) { words, _ -> model.through(model.pauseWithDoorOpen(words)) }
    }
}
