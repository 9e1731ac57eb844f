package org.alongside.app.way

import kotlinx.coroutines.Job
import org.alongside.companion.screens.Refusal
import org.alongside.companion.screens.ScreenModel
import org.alongside.companion.screens.ScreenState

/** Waits until an action of this model is through, and gives what stood in its way. */
suspend fun <S : ScreenState> ScreenModel<S>.through(action: Job): Refusal? {
    action.join()
    return state.value.doing.refusal
}
