package org.alongside.companion

import java.util.concurrent.CopyOnWriteArraySet
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ProducerScope
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.buffer
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.conflate
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
    fun all(): Flow<Change> =
        callbackFlow {
            listen { change -> change?.let { trySend(it) } }
        }.buffer(Channel.UNLIMITED)

    /**
     * Once when it is collected, and once after whatever is different: for whoever reads everything anew each time.
     * Listening begins before the first, so that nothing falls between reading and listening.
     */
    fun occasions(): Flow<Unit> =
        callbackFlow {
            listen(first = { trySend(Unit) }) { trySend(Unit) }
        }.conflate()

    private suspend fun ProducerScope<*>.listen(first: () -> Unit = {}, listener: (Change?) -> Unit) {
        listeners.add(listener)
        first()
        awaitClose { listeners.remove(listener) }
    }
}
