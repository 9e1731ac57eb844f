package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.worker.words.contactModes
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Beginning
import org.alongside.companion.screens.ClientModel
import org.alongside.companion.screens.ClientPages
import org.alongside.companion.screens.ClientState
import org.alongside.core.AssessmentOutcome
import org.alongside.core.AssessmentState
import org.alongside.core.AssessmentSummary
import org.alongside.core.CaseId
import org.alongside.core.InstrumentSummary
import org.alongside.core.NeedView

/** What is written of a client: what matters, needs, notes, contacts, assessments, handovers. */
class ClientRecordScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val model: ClientModel,
    private val case: CaseId,
) : Screen<ClientState>() {
    private val ask = ClientQuestions(phone, way, model)

    override val title = R.string.client_record
    override val states: StateFlow<ClientState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: ClientState) {
        val pages = state.pages ?: return
        matters(pages)
        needs(pages)
        assessments(state, pages)
        notes(pages)
        contacts(pages)
        handovers(pages)
    }

    private fun Page.matters(pages: ClientPages) {
        heading(words(R.string.record_matters))
        pages.whatMatters.forEach { view ->
            row("matters ${view.id}", view.matters.words) { way.open(ask.reword(view)) }
        }
        action(words(R.string.matters_title)) { way.open(ask.whatMatters()) }
    }

    private fun Page.needs(pages: ClientPages) {
        heading(words(R.string.record_needs))
        pages.needs.forEach { need(it) }
        action(words(R.string.need_title)) { way.open(ask.need()) }
    }

    private fun Page.need(view: NeedView) {
        val below = listOfNotNull(
            words(wordsOf(view.need.category)),
            view.need.resolution?.let { words(wordsOf(it)) },
            view.need.barrier,
        )
        row("need ${view.id}", view.need.words, below) { way.open(ask.resolve(view)) }
    }

    private fun Page.assessments(state: ClientState, pages: ClientPages) {
        heading(words(R.string.record_assessments))
        pages.assessments.forEach { assessment(it) }
        state.instruments.filter { it.begins && it.withdrawn == null }.forEach { instrument(it) }
    }

    private fun Page.assessment(line: AssessmentSummary) {
        val below = listOfNotNull(endOf(line), dayInWords(context, line.at))
        row("assessment ${line.id}", line.title, below) {
            way.open(AssessmentScreen(phone, way, case, Beginning.From(line.id)))
        }
    }

    private fun Page.instrument(instrument: InstrumentSummary) {
        action(words(R.string.record_begin_assessment, instrument.title)) { way.open(howToMeet(instrument)) }
    }

    private fun howToMeet(instrument: InstrumentSummary): Screen<*> {
        val question = Question(
            title = R.string.assessment_how_title,
            choiceLabel = R.string.plan_how,
            options = contactModes.map { it to wordsOf(it) },
            action = R.string.assessment_begin,
        )
        return AskScreen(phone, way, question) { _, mode ->
            val begin = Beginning.With(instrument.id, checkNotNull(mode))
            way.replace(AssessmentScreen(phone, way, case, begin))
            null
        }
    }

    private fun Page.notes(pages: ClientPages) {
        heading(words(R.string.record_notes))
        if (pages.notes.isEmpty()) paragraph(words(R.string.record_no_notes))
        pages.notes.forEach { view ->
            quiet(words(R.string.record_by, view.author, dayInWords(context, view.note.at)))
            view.voidBecause?.let { notice(words(R.string.record_void, it)) }
            quote(view.note.body)
            view.note.promised?.let { quiet(words(R.string.today_promised, it)) }
        }
    }

    private fun Page.contacts(pages: ClientPages) {
        heading(words(R.string.record_contacts))
        if (pages.contacts.isEmpty()) paragraph(words(R.string.record_no_contacts))
        pages.contacts.forEach { view ->
            val contact = view.contact
            paragraph(words(R.string.today_when_and_how, dayInWords(context, contact.at), words(wordsOf(contact.mode))))
            quiet(words(wordsOf(contact.outcome)))
        }
    }

    private fun Page.handovers(pages: ClientPages) {
        if (pages.handovers.isEmpty()) return
        heading(words(R.string.record_handovers))
        pages.handovers.forEach { view ->
            val by = words(R.string.record_by, view.pack.fromName.orEmpty(), dayInWords(context, view.pack.at))
            row("handover ${view.id}", by, listOfNotNull(view.pack.whatMatters)) {
                way.open(HandoverScreen(phone, way, case))
            }
        }
    }

    private fun Page.endOf(line: AssessmentSummary): String? = when {
        line.state == AssessmentState.VOIDED -> words(R.string.received_void, line.voidBecause.orEmpty())
        line.outcome == AssessmentOutcome.DECLINED -> words(R.string.assessment_declined)
        line.outcome == AssessmentOutcome.ABANDONED -> words(R.string.assessment_given_up)
        else -> null
    }
}
