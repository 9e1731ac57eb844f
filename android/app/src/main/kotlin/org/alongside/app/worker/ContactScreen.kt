package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.tick
import org.alongside.app.kit.ticks
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.contactModes
import org.alongside.app.worker.words.contactOutcomes
import org.alongside.app.worker.words.contactPurposes
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.screens.ContactForm
import org.alongside.companion.screens.VisitModel
import org.alongside.companion.screens.VisitState

/** How the two met: the contact of a visit. The note, if it is begun after it, belongs to it. */
class ContactScreen(private val way: Way, private val model: VisitModel) : Screen<VisitState>() {
    override val title = R.string.visit_contact
    override val states: StateFlow<VisitState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: VisitState) {
        val form = state.contact
        choice(
            "mode", words(R.string.plan_how),
            contactModes.map {
                it to words(wordsOf(it))
            },
            form.mode
        ) { enter { copy(mode = it) } }
        val purposes = contactPurposes.map { it to words(wordsOf(it)) }
        ticks("purposes", words(R.string.visit_purposes), purposes, form.purposes) { one, _ -> enter { withPurpose(one) } }
        val outcomes = contactOutcomes.map { it to words(wordsOf(it)) }
        choice("outcome", words(R.string.visit_outcome), outcomes, form.outcome) { enter { copy(outcome = it) } }
        tick("agreed", words(R.string.visit_agreed_before), form.agreedBefore) { enter { copy(agreedBefore = it) } }
        field("minutes", words(R.string.visit_minutes), form.minutes?.toString().orEmpty(), Writing.NUMBER, most = 4) {
            enter { copy(minutes = it.toLongOrNull()) }
        }
        reason(state)
        mainAction(words(R.string.visit_record_contact), form.purposes.isNotEmpty() && !state.doing.busy) { record() }
    }

    private fun Page.reason(state: VisitState) {
        if (state.findings.isEmpty()) return
        state.findings.forEach { notice(it.words) }
        field("reason", words(R.string.visit_reason), state.contact.reason, Writing.SENTENCES) {
            enter { copy(reason = it) }
        }
    }

    private fun enter(how: ContactForm.() -> ContactForm) {
        model.enterContact(model.state.value.contact.how())
    }

    private fun record() {
        scope.launch { if (model.through(model.recordContact()) == null) way.back() }
    }
}
