package org.alongside.companion.calls

import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
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
    private val changes: Changes,
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
        withContext(lanes.waiting) { typed { library.work() } }

    /** Waits as [wait] does, for an exchange with the service: whoever shows the sync state is told that it began and ended. */
    suspend fun <T> exchange(work: suspend CompanionInterface.() -> T): T =
        try {
            wait {
                coroutineScope {
                    // Undispatched, so that it has begun when the next line says so.
                    val exchange = async(start = CoroutineStart.UNDISPATCHED) { work() }
                    changes.lookAgain()
                    exchange.await()
                }
            }
        } finally {
            changes.lookAgain()
        }

    /** Waits as [wait] does, for photos on their way: in a lane of their own, so that neither text nor news waits for one. */
    suspend fun <T> carry(work: suspend CompanionInterface.() -> T): T =
        withContext(lanes.carrying) { typed { library.work() } }

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

    /** Photos on their way: one that is looked at beside those that are sent. */
    val carrying = threads.limitedParallelism(2)

    /** Whatever may not wait. */
    val apart = threads
}
