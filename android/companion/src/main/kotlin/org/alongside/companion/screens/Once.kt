// Beginning something once, however many ask for it at the same time.
package org.alongside.companion.screens

import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

/** Whoever asks first begins; everybody gets the same. */
internal class Once<T : Any> {
    private val door = Mutex()

    /** What is [known] already, or what [begin] gives. */
    suspend fun once(known: () -> T?, begin: suspend () -> T): T = known() ?: door.withLock { known() ?: begin() }
}
