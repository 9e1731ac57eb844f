package org.alongside.app.way

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.kit.Page
import org.alongside.companion.screens.Phase
import org.alongside.companion.screens.Refusal
import org.alongside.companion.screens.ScreenState

/**
 * One screen: what its page says for each state of its model.
 *
 * It holds a model and no view, so it outlives a turn of the phone; the page is made anew and described again. Its model is
 * made in [scope], which ends when somebody goes back from it. Everything is called on the main thread.
 */
abstract class Screen<S : ScreenState> {
    /** For the model: it ends with the screen. */
    protected val scope: CoroutineScope = MainScope()

    /** The words at the top: a string resource. */
    abstract val title: Int

    /** The states of the screen's model. */
    abstract val states: StateFlow<S>

    /** Says what is on the page for [state], from top to bottom, once there is something to show. Called for every state. */
    abstract fun Page.show(state: S)

    /** Reads again what the screen shows: called on coming back to it, and when somebody tries again. */
    abstract fun refresh()

    /** Goes one step back within the screen, if it has any. False when there is none. */
    open fun back(): Boolean = false

    /** Called when it leaves the front, also when the app does: what was typed is handed on now. */
    open fun left() = Unit

    /** Shows every state on [page] until [shown] ends. [seeToIt] is for a file that cannot be read. */
    fun attach(page: Page, shown: CoroutineScope, seeToIt: (Refusal) -> Unit): Job =
        shown.launch { states.collect { page.describe { all(it, seeToIt) } } }

    /** Ends the screen and its model. */
    fun close() {
        left()
        scope.cancel()
    }

    private fun Page.all(state: S, seeToIt: (Refusal) -> Unit) {
        busy = state.doing.busy
        refused(state.doing.refusal, ::refresh, seeToIt)
        when (state.phase) {
            Phase.LOADING -> loading()
            Phase.SHOWN -> show(state)
            Phase.REFUSED -> Unit
        }
    }
}
