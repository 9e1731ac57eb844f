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
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.moment
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.dayInWords
import org.alongside.app.words.momentInWords
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.HandoverModel
import org.alongside.companion.screens.HandoverState
import org.alongside.companion.screens.part
import org.alongside.core.CaseId
import org.alongside.core.HandoverView
import org.alongside.core.PackPart
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** Handing a client over: a pack drawn from the record, gone over, given, and the client told why. */
class HandoverScreen(private val phone: PhoneSurface, private val way: Way, private val case: CaseId) : Screen<HandoverState>() {
    private val model = HandoverModel(phone, scope, case)

    override val title = R.string.handover_title
    override val states: StateFlow<HandoverState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: HandoverState) {
        val pack = state.pack
        when {
            state.left -> left(state)
            pack == null -> begin(state)
            pack.givenAt == null -> write(state, pack)
            else -> leaving(pack)
        }
    }

    private fun Page.begin(state: HandoverState) {
        paragraph(words(R.string.handover_introduction))
        next(state)
        mainAction(words(R.string.handover_prepare), !state.doing.busy) { model.prepare() }
        state.given.orEmpty().forEach { given(it) }
    }

    private fun Page.next(state: HandoverState) {
        if (state.colleagues.isEmpty()) return quiet(words(R.string.handover_no_colleagues))
        val queue = QUEUE to words(R.string.handover_queue)
        val people = state.colleagues.map { it.person to it.name } + queue
        choice("next", words(R.string.handover_to), people, state.next?.person ?: QUEUE) { chosen ->
            model.choose(state.colleagues.firstOrNull { it.person == chosen })
        }
    }

    private fun Page.write(state: HandoverState, pack: HandoverView) {
        quiet(pack.pack.toName?.let { words(R.string.handover_for, it) } ?: words(R.string.handover_for_queue))
        pack.missing.forEach { notice(it.words) }
        PackPart.entries.forEach { part ->
            field("$part", words(wordsOf(part)), state.wordsOf(part), Writing.SENTENCES) { model.typePart(part, it) }
        }
        kept(state.kept)
        moment("together", words(R.string.handover_together), pack.pack.meetTogetherAt) { model.planJointMeeting(it) }
        mainAction(words(R.string.handover_give), state.canGive) { way.open(giving()) }
    }

    private fun Page.leaving(pack: HandoverView) {
        paragraph(words(R.string.handover_given))
        pack.pack.meetTogetherAt?.let { paragraph(words(R.string.handover_meet, momentInWords(context, it))) }
        given(pack)
        paragraph(words(R.string.handover_leave_words))
        graveAction(words(R.string.handover_leave)) { model.leaveCase() }
    }

    private fun Page.given(view: HandoverView) {
        heading(words(R.string.record_by, view.pack.fromName.orEmpty(), dayInWords(context, view.pack.at)))
        PackPart.entries.forEach { part ->
            val words = view.pack.part(part)
            if (!words.isNullOrBlank()) {
                quiet(words(wordsOf(part)))
                paragraph(words)
            }
        }
    }

    private fun Page.left(state: HandoverState) {
        paragraph(words(R.string.handover_left))
        if (!state.doing.busy) action(words(R.string.handover_to_caseload)) { way.go(way.places.first()) }
    }

    private fun giving(): Screen<*> {
        val question = Question<Unit>(
            R.string.handover_give_title,
            R.string.handover_why,
            action = R.string.handover_give,
            keptAs = Saying(WordsFor.HANDOVER_WHY, case),
        )
        return AskScreen(phone, way, question) { words, _ -> model.through(model.give(words)) }
    }

    private companion object {
        const val QUEUE = ""
    }
}
