package org.alongside.companion.calls

import kotlinx.coroutines.CancellationException
import org.alongside.core.AlongsideException

/** The reference of a fault in the library itself, such as a panic. */
const val CORE_FAULT = "core_fault"

/** Runs `work`; whatever goes wrong is one of the eight things a screen can act on. */
internal inline fun <T> typed(work: () -> T): T =
    try {
        work()
    } catch (known: AlongsideException) {
        throw known
    } catch (calledOff: CancellationException) {
        throw calledOff
    } catch (_: Exception) {
        // A panic in the core, or a call after `close`. What it says was written for nobody's eyes and may hold what a person
        // wrote, so it goes no further.
        throw AlongsideException.Unexpected(CORE_FAULT)
    }
