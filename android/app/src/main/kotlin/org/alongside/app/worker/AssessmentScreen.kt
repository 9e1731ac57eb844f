package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Ends
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.graveAction
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.kit.scale
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.momentInWords
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.AssessmentModel
import org.alongside.companion.screens.AssessmentScreenState
import org.alongside.companion.screens.Beginning
import org.alongside.core.AssessmentView
import org.alongside.core.CaseId
import org.alongside.core.Contact
import org.alongside.core.QuestionView
import org.alongside.core.Response
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** An assessment as a conversation: the client begins where they like, and it can be put aside at every question. */
class AssessmentScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val case: CaseId,
    begin: Beginning,
) : Screen<AssessmentScreenState>() {
    private val model = AssessmentModel(phone, scope, case, begin)

    override val title = R.string.assessment_title
    override val states: StateFlow<AssessmentScreenState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun back(): Boolean {
        val asked = model.state.value.at != null
        if (asked) model.goTo(null)
        return asked
    }

    override fun Page.show(state: AssessmentScreenState) {
        val view = state.view ?: return
        val question = state.question
        when {
            !state.open -> sealed(state, view)
            question != null -> question(state, question)
            else -> overview(state, view)
        }
        view.licence?.let { quiet(it) }
    }

    private fun Page.overview(state: AssessmentScreenState, view: AssessmentView) {
        heading(view.title)
        state.start?.hints.orEmpty().forEach { notice(it) }
        view.introduction?.let { paragraph(it) }
        state.asked.forEach { line(it) }
        partOf(state, view)
        mainAction(words(R.string.assessment_submit), state.canSubmit) { model.submit() }
        action(words(R.string.assessment_pause), !state.doing.busy) { pause() }
        graveAction(words(R.string.assessment_decline), !state.doing.busy) { way.open(declining()) }
    }

    private fun Page.partOf(state: AssessmentScreenState, view: AssessmentView) {
        if (state.contacts.isEmpty()) return
        val contacts = state.contacts.map { it.id to inWords(it.contact) }
        choice("contact", words(R.string.assessment_part_of), contacts, view.contact) { model.placeInContact(it) }
    }

    private fun Page.inWords(contact: Contact) =
        words(R.string.assessment_contact, momentInWords(context, contact.at), words(wordsOf(contact.mode)))

    private fun Page.line(question: QuestionView) {
        val said = question.said.ifBlank { words(R.string.assessment_no_answer) }
        row("question ${question.item}", question.prompt, listOf(said)) { model.goTo(question.item) }
    }

    private fun Page.question(state: AssessmentScreenState, question: QuestionView) {
        heading(question.prompt)
        question.help?.let { quiet(it) }
        answers(question)
        if (question.allowNotNow) action(words(R.string.assessment_not_now)) { model.answer(question.item, Response.NotNow) }
        if (question.allowPreferNotToSay) {
            action(words(R.string.assessment_prefer_not)) { model.answer(question.item, Response.PreferNotToSay) }
        }
        if (question.answeredAt != null) action(words(R.string.assessment_clear)) { model.clearAnswer(question.item) }
        question.commentPrompt?.let { prompt ->
            field("comment ${question.item}", prompt, state.commentOf(question.item), Writing.SENTENCES) {
                model.typeComment(question.item, it)
            }
            kept(state.kept)
        }
        action(words(R.string.assessment_all)) { model.goTo(null) }
    }

    private fun Page.answers(question: QuestionView) {
        val scale = question.scale
        val choose = { value: Long -> model.answer(question.item, Response.Value(value)) }
        when {
            scale != null -> {
                val ends = Ends(scale.minLabel, scale.maxLabel)
                scale(question.item, words(R.string.assessment_answer), scale.min..scale.max, ends, question.value) {
                    choose(it)
                }
            }
            question.options.isNotEmpty() -> {
                val options = question.options.map { it.value to it.label }
                choice(question.item, words(R.string.assessment_answer), options, question.value) { choose(it) }
            }
            else -> action(words(R.string.assessment_own_words)) { way.open(inOwnWords(question)) }
        }
    }

    private fun Page.sealed(state: AssessmentScreenState, view: AssessmentView) {
        heading(view.title)
        paragraph(words(R.string.assessment_sealed))
        view.voidBecause?.let { notice(words(R.string.received_void, it)) }
        state.asked.forEach { question ->
            heading(question.prompt)
            paragraph(question.said.ifBlank { words(R.string.assessment_no_answer) })
            question.comment?.let { quiet(it) }
        }
        view.scores.forEach { paragraph(words(R.string.received_score, it.name, it.said)) }
        if (!view.clientHasCopy && view.answered > 0uL) action(words(R.string.assessment_share)) { model.share() }
        if (view.clientHasCopy) quiet(words(R.string.assessment_shared))
    }

    private fun pause() {
        scope.launch { if (model.through(model.pause()) == null) way.back() }
    }

    private fun declining(): Screen<*> {
        val question = Question<Unit>(
            R.string.assessment_decline,
            R.string.assessment_decline_why,
            wordsMayBeEmpty = true,
            keptAs = Saying(WordsFor.ASSESSMENT_END, case, model.state.value.view?.id),
        )
        return AskScreen(phone, way, question) { words, _ ->
            val begun = (model.state.value.view?.answered ?: 0uL) > 0uL
            val why = words.ifBlank { null }
            model.through(if (begun) model.abandon(why) else model.decline(why))
        }
    }

    private fun inOwnWords(question: QuestionView): Screen<*> {
        val asked =
            Question<Unit>(
                title = R.string.assessment_title,
                label = R.string.assessment_answer,
                words = question.said,
                about = question.prompt,
                keptAs = Saying(WordsFor.ANSWER, case, "${model.state.value.view?.id} ${question.item}"),
            )
        return AskScreen(phone, way, asked) { words, _ -> model.through(model.answer(question.item, Response.Text(words))) }
    }
}
