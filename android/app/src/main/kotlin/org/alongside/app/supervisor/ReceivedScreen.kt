package org.alongside.app.supervisor

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.kit.waiting
import org.alongside.app.way.Place
import org.alongside.app.way.Screen
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ReceivedLine
import org.alongside.companion.screens.ReceivedModel
import org.alongside.companion.screens.ReceivedState
import org.alongside.core.AssessmentState
import org.alongside.core.AssessmentView
import org.alongside.core.QuestionView

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
        action(words(R.string.received_look), !state.doing.busy) { model.synchronise() }
    }

    private fun Page.line(line: ReceivedLine) {
        val below = listOf(words(R.string.received_from, line.author), submitted(line.view))
        row(line.view.id, line.view.title, below, second(line.view)) { model.open(line.view.id) }
    }

    private fun Page.sheet(line: ReceivedLine) {
        val view = line.view
        action(words(R.string.back)) { model.close() }
        heading(view.title)
        quiet(listOf(words(R.string.received_from, line.author), began(view), submitted(view)).joinToString("\n"))
        second(view)?.let { notice(it) }
        view.voidBecause?.let { notice(words(R.string.received_void, it)) }
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

    private fun Page.second(view: AssessmentView): String? =
        words(R.string.received_second).takeIf { view.state == AssessmentState.NEEDS_CONFIRMATION }

    private fun Page.began(view: AssessmentView) = words(R.string.received_began, dayInWords(context, view.at))

    private fun Page.submitted(view: AssessmentView) =
        words(R.string.received_at, dayInWords(context, view.submittedAt ?: view.at))
}
