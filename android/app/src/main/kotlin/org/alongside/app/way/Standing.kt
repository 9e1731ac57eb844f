package org.alongside.app.way

import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.refusal
import org.alongside.app.kit.waiting
import org.alongside.app.words.refusalInWords
import org.alongside.companion.screens.NextStep
import org.alongside.companion.screens.Refusal

/** Says that something is on its way. */
fun Page.loading() = waiting(words(R.string.loading))

/** Says what did not go through, if anything, and offers to try again where that can help. */
fun Page.refused(refusal: Refusal?, tryAgain: () -> Unit) {
    if (refusal == null) return
    refusal(refusalInWords(resources, refusal))
    if (refusal.next == NextStep.TRY_AGAIN) action(words(R.string.try_again)) { tryAgain() }
}
