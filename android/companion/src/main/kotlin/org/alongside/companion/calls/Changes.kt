package org.alongside.companion.calls

import java.util.concurrent.CopyOnWriteArraySet
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.emitAll
import kotlinx.coroutines.flow.flow
import org.alongside.core.Change
import org.alongside.core.ChangeListener

/** Passes the library's changes on to everybody who listens. The library's thread waits for nobody. */
internal class Changes : ChangeListener {
    private val listeners = CopyOnWriteArraySet<(Change?) -> Unit>()

    override fun changed(change: Change) {
        listeners.forEach { it(change) }
    }

    /** Something is different that is no change of the library's: a sync began or ended. */
    fun lookAgain() {
        listeners.forEach { it(null) }
    }

    /** Every change from when it is collected. A slow collector misses none. */
    fun all(): Flow<Change> = heard(Channel.UNLIMITED) { it }

    /**
     * Once when it is collected, and once after whatever is different: for whoever reads everything anew each time.
     * Listening begins before the first, so that nothing falls between reading and listening.
     */
    fun occasions(): Flow<Unit> = heard(Channel.CONFLATED, first = Unit) { }

    /** Listens from the moment it is collected: no coroutine of its own has to begin first. */
    private fun <T : Any> heard(kept: Int, first: T? = null, of: (Change?) -> T?): Flow<T> =
        flow {
            val unread = Channel<T>(kept)
            val listener = { change: Change? ->
                of(change)?.let(unread::trySend)
                Unit
            }
            listeners.add(listener)
            try {
                first?.let { emit(it) }
                emitAll(unread)
            } finally {
                listeners.remove(listener)
            }
        }
}
