package org.alongside.companion

import kotlinx.coroutines.CancellationException
import org.alongside.core.AlongsideException

/** Runs `work`; whatever goes wrong is one of the eight things a screen can act on. */
internal inline fun <T> typed(work: () -> T): T =
    try {
        work()
    } catch (known: AlongsideException) {
        throw known
    } catch (calledOff: CancellationException) {
        throw calledOff
    } catch (fault: Exception) {
        throw unexpected(fault)
    }

/** As [typed], for work that waits. */
internal suspend inline fun <T> typedWaiting(crossinline work: suspend () -> T): T = typed { work() }

/**
 * A fault of the app or the library, such as a panic in the core or a call after `close`. Its message is not passed on: it
 * was written for nobody's eyes and may hold what a person wrote.
 */
private fun unexpected(fault: Exception): AlongsideException =
    AlongsideException.Unexpected("kotlin_" + fault.javaClass.simpleName)
