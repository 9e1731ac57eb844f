package org.alongside.app.way

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.kit.Page

/**
 * One screen: what its page says for each state of its model.
 *
 * It holds a model and no view, so it outlives a turn of the phone; the page is made anew and described again. Everything is
 * called on the main thread.
 */
abstract class Screen<S : Any>(private val states: StateFlow<S>) {
    /** The words at the top: a string resource. */
    abstract val title: Int

    /** Says what is on the page for [state], from top to bottom. Called for every state. */
    abstract fun Page.show(state: S)

    /** Called when the screen comes to the front, also on coming back to it: read again what may have changed. */
    open fun opened() = Unit

    /** Called when it leaves the front: what was typed is handed on now. */
    open fun left() = Unit

    /** Shows every state on [page] until [scope] ends. */
    fun attach(page: Page, scope: CoroutineScope): Job =
        scope.launch { states.collect { state -> page.describe { show(state) } } }
}
