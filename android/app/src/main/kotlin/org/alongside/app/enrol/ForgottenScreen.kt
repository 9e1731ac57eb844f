package org.alongside.app.enrol

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ForgottenModel
import org.alongside.companion.screens.ForgottenState

/** Says that the service no longer knows this phone, that nothing is lost by it, and how to go on. */
class ForgottenScreen(private val phone: PhoneSurface, private val way: Way, private val enrolled: () -> Unit) :
    Screen<ForgottenState>() {
    private val model = ForgottenModel(phone, scope)

    override val title = R.string.forgotten_title
    override val states: StateFlow<ForgottenState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: ForgottenState) {
        if (!state.forgotten) return paragraph(words(R.string.forgotten_no_more))
        paragraph(words(R.string.forgotten_words))
        paragraph(words(R.string.forgotten_nothing_lost))
        val unsent = state.sync?.unsent?.toInt() ?: 0
        if (unsent > 0) notice(resources.getQuantityString(R.plurals.forgotten_unsent, unsent, unsent))
        val photos = state.sync?.photosUnsent?.toInt() ?: 0
        if (photos > 0) notice(resources.getQuantityString(R.plurals.forgotten_photos, photos, photos))
        paragraph(words(R.string.forgotten_ask))
        mainAction(words(R.string.forgotten_enrol)) { way.replace(EnrolScreen(phone, again = true, enrolled)) }
        action(words(R.string.forgotten_later)) { way.back() }
    }
}
