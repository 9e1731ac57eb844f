package org.alongside.app.client

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.quiet
import org.alongside.app.way.Screen
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.HomeModel
import org.alongside.companion.screens.HomeState
import org.alongside.core.CrisisContact

/**
 * Who answers in a crisis, most urgent first; one press away from wherever a client writes. Pressing opens the phone's own
 * dialler, and nothing is called by itself.
 */
class HelpScreen(phone: PhoneSurface) : Screen<HomeState>() {
    private val model = HomeModel(phone, scope)

    override val title = R.string.help_title
    override val states: StateFlow<HomeState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: HomeState) = state.home?.crisis.orEmpty().forEach { contact(it) }
}

private fun Page.contact(contact: CrisisContact) {
    heading(contact.`when`)
    quiet(words(R.string.help_who, contact.name, contact.hours))
    contact.call?.let { number -> action(words(R.string.help_call, number)) { open(Intent.ACTION_DIAL, "tel", number) } }
    contact.text?.let { number ->
        val word = contact.textWord
        val says = if (word == null) words(R.string.help_text, number) else words(R.string.help_text_word, word, number)
        action(says) { open(Intent.ACTION_SENDTO, "smsto", number, word) }
    }
}

private fun Page.open(what: String, scheme: String, number: String, word: String? = null) {
    val intent = Intent(what, Uri.fromParts(scheme, number, null)).putExtra("sms_body", word)
    try {
        context.startActivity(intent)
    } catch (_: ActivityNotFoundException) {
        // A tablet without a telephone: the number stays on the screen, to be called from elsewhere.
    }
}
