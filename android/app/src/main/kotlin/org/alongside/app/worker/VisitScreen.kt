package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.field
import org.alongside.app.kit.graveAction
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Kept
import org.alongside.companion.screens.VisitModel
import org.alongside.companion.screens.VisitState
import org.alongside.core.CaseId
import org.alongside.core.EntityId

/** A visit: how the two met, the note that is kept from its first letter, what was promised, and the signature. */
class VisitScreen(
    phone: PhoneSurface,
    private val way: Way,
    case: CaseId,
    unfinished: EntityId? = null,
) : Screen<VisitState>() {
    private val model = VisitModel(phone, scope, case, unfinished)

    override val title = R.string.visit_title
    override val states: StateFlow<VisitState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: VisitState) {
        heading(state.overview?.client?.run { knownAs ?: name }.orEmpty())
        if (state.signed != null) return signed(state)
        state.overview?.lastPromise?.let { quiet(words(R.string.today_promised, it.words)) }
        contact(state)
        note(state)
        mainAction(words(R.string.visit_sign), state.canSign) { model.sign() }
        if (state.note != null) graveAction(words(R.string.visit_discard), !state.doing.busy) { model.discard() }
    }

    private fun Page.note(state: VisitState) {
        field("note", words(R.string.visit_note), state.body, Writing.SENTENCES) { model.typeNote(it) }
        kept(state.kept)
        state.otherTexts.forEach {
            notice(words(R.string.visit_other_text))
            quote(it)
        }
        field("promise", words(R.string.visit_promise), state.promised, Writing.SENTENCES) { model.typePromise(it) }
        kept(state.promiseKept)
    }

    private fun Page.contact(state: VisitState) {
        if (state.recorded != null) return quiet(words(R.string.visit_contact_recorded))
        action(words(R.string.visit_contact)) { way.open(ContactScreen(way, model)) }
    }

    private fun Page.signed(state: VisitState) {
        paragraph(words(R.string.visit_signed))
        quote(state.body)
        if (state.promised.isNotBlank()) quiet(words(R.string.today_promised, state.promised))
        mainAction(words(R.string.visit_close)) { way.back() }
    }
}

/** How safe the words above are. It is said as it is, also while the last letters are on their way. */
internal fun Page.kept(kept: Kept) {
    when (kept) {
        Kept.UNTOUCHED -> Unit
        Kept.TYPED -> quiet(words(R.string.kept_typed))
        Kept.SAVED -> quiet(words(R.string.kept_saved))
        Kept.NOT_SAVED -> notice(words(R.string.kept_not_saved))
    }
}
