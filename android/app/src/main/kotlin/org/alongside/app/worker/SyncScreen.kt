package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.waiting
import org.alongside.app.way.Screen
import org.alongside.app.words.momentInWords
import org.alongside.app.words.onThisPhoneOnly
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.SyncModel
import org.alongside.companion.screens.SyncScreenState

/** What is on this phone only, and the exchange with the service. */
class SyncScreen(phone: PhoneSurface) : Screen<SyncScreenState>() {
    private val model = SyncModel(phone, scope)

    override val title = R.string.sync_name
    override val states: StateFlow<SyncScreenState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: SyncScreenState) {
        val sync = state.sync ?: return
        if (state.allSent) paragraph(words(R.string.sync_all_sent))
        onThisPhoneOnly(resources, sync).forEach { paragraph(it) }
        sync.lastSync?.let { quiet(words(R.string.sync_last, momentInWords(context, it))) }
        sync.wantedBuild?.let { quiet(words(R.string.sync_wanted_build)) }
        if (state.doing.busy) return running()
        mainAction(words(R.string.sync_now)) { model.synchronise() }
        action(words(R.string.sync_verify)) { model.verify() }
    }

    private fun Page.running() {
        waiting(words(R.string.sync_running))
        action(words(R.string.sync_call_off)) { model.callOff() }
    }
}
