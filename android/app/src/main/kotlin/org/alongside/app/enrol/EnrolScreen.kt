package org.alongside.app.enrol

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.waiting
import org.alongside.app.way.Screen
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.EnrolModel
import org.alongside.companion.screens.EnrolStage
import org.alongside.companion.screens.EnrolState

/**
 * Makes this phone one of the service's, or does so [again] when the service no longer knows it. [enrolled] is called when
 * somebody wants to go on.
 */
class EnrolScreen(phone: PhoneSurface, private val again: Boolean = false, private val enrolled: () -> Unit) :
    Screen<EnrolState>() {
    private val model = EnrolModel(phone, scope, PLATFORM, again = again)

    override val title = if (again) R.string.enrol_again_title else R.string.enrol_title
    override val states: StateFlow<EnrolState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: EnrolState) = when (state.stage) {
        EnrolStage.ENTERING -> enter(state)
        EnrolStage.ENROLLING -> waiting(words(R.string.enrol_asking))
        EnrolStage.FETCHING -> waiting(words(R.string.enrol_fetching))
        EnrolStage.DONE -> done(state)
    }

    private fun Page.enter(state: EnrolState) {
        paragraph(words(if (again) R.string.enrol_again_introduction else R.string.enrol_introduction))
        val hint = words(R.string.enrol_server_hint)
        field("server", words(R.string.enrol_server), state.server, Writing.CODE, hint, typed = model::typeServer)
        field("code", words(R.string.enrol_code), state.code, Writing.CODE, typed = model::typeCode)
        mainAction(words(R.string.enrol_action), state.canEnrol) { model.enrol() }
    }

    private fun Page.done(state: EnrolState) {
        paragraph(words(R.string.enrol_done, state.me?.name.orEmpty()))
        if (state.firstSync != null) notice(words(R.string.enrol_first_sync_later))
        mainAction(words(R.string.enrol_go_on), press = enrolled)
    }

    private companion object {
        const val PLATFORM = "android"
    }
}
