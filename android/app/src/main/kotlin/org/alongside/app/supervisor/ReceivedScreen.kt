package org.alongside.app.supervisor

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
import org.alongside.app.kit.waiting
import org.alongside.app.way.Place
import org.alongside.app.way.Screen
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ReceivedModel
import org.alongside.companion.screens.ReceivedSheet
import org.alongside.companion.screens.ReceivedState
import org.alongside.core.AssessmentOutcome
import org.alongside.core.AssessmentState
import org.alongside.core.AssessmentView
import org.alongside.core.QuestionView
import org.alongside.core.ReceivedAssessment

/** Where a supervisor can go on a phone. The pages of the service show the rest, on a computer. */
fun supervisorPlaces(phone: PhoneSurface): List<Place> = listOf(Place(R.string.received_name) { ReceivedScreen(phone) })

/** Assessments that were submitted, each once and sealed; and one of them to read. */
class ReceivedScreen(phone: PhoneSurface) : Screen<ReceivedState>() {
    private val model = ReceivedModel(phone, scope)

    override val title = R.string.received_name
    override val states: StateFlow<ReceivedState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun back(): Boolean {
        val reading = model.state.value.open != null
        if (reading) model.close()
        return reading
    }

    override fun Page.show(state: ReceivedState) {
        val open = state.open
        if (open == null) list(state) else sheet(open)
    }

    private fun Page.list(state: ReceivedState) {
        if (state.doing.busy) waiting(words(R.string.received_looking))
        if (state.received.orEmpty().isEmpty()) paragraph(words(R.string.received_none))
        state.received.orEmpty().forEach { line(it) }
        if (state.hasOlder) action(words(R.string.received_older), !state.doing.busy) { model.showOlder() }
        action(words(R.string.received_look), !state.doing.busy) { model.synchronise() }
    }

    private fun Page.line(line: ReceivedAssessment) {
        val below = listOfNotNull(line.title, from(line), received(line), outcome(line))
        row(line.id, client(line), below, standing(line)) { model.open(line.id) }
    }

    private fun Page.sheet(sheet: ReceivedSheet) {
        val (line, view) = sheet
        action(words(R.string.back)) { model.close() }
        heading(client(line))
        quiet(listOf(view.title, from(line), began(view), received(line)).joinToString("\n"))
        standing(line)?.let { notice(it) }
        outcome(line)?.let { paragraph(it) }
        view.why?.let { quote(it) }
        view.questions.filter { it.asked }.forEach { question(it) }
        scores(view)
        view.licence?.let { quiet(it) }
    }

    private fun Page.question(question: QuestionView) {
        heading(question.prompt)
        paragraph(question.said.ifBlank { words(R.string.received_no_answer) })
        question.band?.let { quiet(it) }
        question.comment?.let { paragraph(words(R.string.received_beside, it)) }
    }

    private fun Page.scores(view: AssessmentView) {
        if (view.scores.isEmpty()) return
        heading(words(R.string.received_scores))
        view.scores.forEach { paragraph(words(R.string.received_score, it.name, it.said)) }
    }

    private fun Page.client(line: ReceivedAssessment) = line.client ?: words(R.string.received_unnamed)

    private fun Page.from(line: ReceivedAssessment) = words(R.string.received_from, line.author)

    /** What somebody has to know before they take the answers for what was said. */
    private fun Page.standing(line: ReceivedAssessment): String? =
        when (line.state) {
            AssessmentState.NEEDS_CONFIRMATION -> words(R.string.received_second)
            AssessmentState.VOIDED -> words(R.string.received_void, line.voidBecause.orEmpty())
            AssessmentState.SUBMITTED, AssessmentState.DRAFT -> null
        }

    private fun Page.outcome(line: ReceivedAssessment): String? =
        when (line.outcome) {
            AssessmentOutcome.HELD -> null
            AssessmentOutcome.DECLINED -> words(R.string.received_declined)
            AssessmentOutcome.ABANDONED -> words(R.string.received_abandoned)
            AssessmentOutcome.UNKNOWN -> words(R.string.received_newer)
        }

    private fun Page.began(view: AssessmentView) = words(R.string.received_began, dayInWords(context, view.at))

    private fun Page.received(line: ReceivedAssessment) =
        words(R.string.received_at, dayInWords(context, line.receivedAt))
}
