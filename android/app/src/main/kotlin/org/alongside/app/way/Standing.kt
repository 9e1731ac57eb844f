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

/**
 * Says what did not go through, if anything, and offers what can help: to try again, or to go and see what can be saved of a
 * file that cannot be read.
 */
fun Page.refused(refusal: Refusal?, tryAgain: () -> Unit, seeToIt: (Refusal) -> Unit) {
    if (refusal == null) return
    refusal(refusalInWords(resources, refusal))
    if (refusal.next == NextStep.TRY_AGAIN) action(words(R.string.try_again)) { tryAgain() }
    if (refusal.next == NextStep.RESCUE) action(words(R.string.rescue_see)) { seeToIt(refusal) }
}
