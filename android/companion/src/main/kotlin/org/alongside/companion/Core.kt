package org.alongside.companion

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.withContext
import org.alongside.core.CompanionInterface

/**
 * The generated object, called in the right place: never on the caller's thread, and never half.
 *
 * What is written goes one after the other, so that two keystrokes arrive in the order they were typed; what is read waits
 * for no writing, and a keystroke waits for no long search.
 */
internal class Core(
    private val library: CompanionInterface,
    private val lanes: Lanes,
) {
    /**
     * Writes. Once it was asked for it is done, also when the screen that asked is closed meanwhile: leaving a screen must
     * not lose the last words on it.
     */
    suspend fun <T> write(work: CompanionInterface.() -> T): T =
        withContext(NonCancellable + lanes.writing) { typed { library.work() } }

    /** Reads. */
    suspend fun <T> read(work: CompanionInterface.() -> T): T = withContext(lanes.reading) { typed { library.work() } }

    /**
     * Waits for the network; cancelling calls it off. A lane of its own, because the core reads and writes its file on the
     * thread that asks it how far it is, and that must not be the screen's.
     */
    suspend fun <T> wait(work: suspend CompanionInterface.() -> T): T =
        withContext(lanes.waiting) { typedWaiting { library.work() } }

    /** Does what must not wait behind anything else, such as letting go of the file. */
    suspend fun <T> apart(work: CompanionInterface.() -> T): T =
        withContext(NonCancellable + lanes.apart) { typed { library.work() } }

    /** Does what never blocks, here and now. */
    fun <T> now(work: CompanionInterface.() -> T): T = typed { library.work() }
}

/** The threads that calls are made on. */
internal class Lanes(
    threads: CoroutineDispatcher,
) {
    /** One at a time, in order. */
    val writing = threads.limitedParallelism(1)

    /** A few at a time. */
    val reading = threads.limitedParallelism(3)

    /** Exchanges with the service: a sync beside a wait for news. */
    val waiting = threads.limitedParallelism(2)

    /** Whatever may not wait. */
    val apart = threads
}
