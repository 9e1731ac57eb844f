package org.alongside.app.client

import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.core.CrisisContact

/** Who answers in a crisis, most urgent first. One press opens the phone's own dialler; nothing is called by itself. */
internal fun Page.crisis(contacts: List<CrisisContact>) {
    if (contacts.isEmpty()) return
    heading(words(R.string.home_crisis))
    contacts.forEach { contact(it) }
}

private fun Page.contact(contact: CrisisContact) {
    paragraph(contact.`when`)
    quiet(words(R.string.home_crisis_who, contact.name, contact.hours))
    contact.call?.let { number -> action(words(R.string.home_crisis_call, number)) { open(Intent.ACTION_DIAL, "tel", number) } }
    contact.text?.let { number ->
        val word = contact.textWord
        val says = if (word == null) words(R.string.home_crisis_text, number) else words(R.string.home_crisis_text_word, word, number)
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
