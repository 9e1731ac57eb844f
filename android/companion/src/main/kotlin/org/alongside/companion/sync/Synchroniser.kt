package org.alongside.companion.sync

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.withTimeoutOrNull
import org.alongside.companion.PhoneSurface
import org.alongside.core.AlongsideException
import org.alongside.core.Change

/**
 * Keeps a phone and the service together while the app is in front: syncs when it is opened, shortly after something was
 * saved, when a connection comes back, and when the service has news. When is [planSync]'s to say. Photos go out beside it
 * after each sync that went through, whoever asked for it, and no sync waits for one.
 *
 * `connected` tells, now and whenever it is different, whether there is a network; `metered` whether what goes over it costs
 * money, so that large photos wait; `now` is the time in milliseconds since 1970 in UTC.
 */
class Synchroniser(
    private val phone: PhoneSurface,
    private val connected: Flow<Boolean>,
    private val metered: () -> Boolean = { false },
    private val now: () -> Long = System::currentTimeMillis,
) {
    private val occasions = Channel<SyncOccasion>(Channel.UNLIMITED)

    /** A sync went through since photos were sent last. */
    private val synced = Channel<Unit>(Channel.CONFLATED)

    @Volatile private var online = false

    /** Syncs now, because a person asked. Does not wait for it: its end is told by `changes`. */
    fun ask() {
        occasions.trySend(SyncOccasion.ASKED)
    }

    /**
     * Works until it is cancelled: launch it when the app comes to the front, cancel it when it leaves. A sync that does not
     * go through is told by `changes` and by the sync state, not by this function.
     *
     * Fails with `Storage` when the sync state cannot be read.
     */
    suspend fun run(): Nothing =
        coroutineScope {
            online = connected.first()
            launch { connected.distinctUntilChanged().collect(::heed) }
            launch(start = CoroutineStart.UNDISPATCHED) { phone.changes.collect(::note) }
            launch { sendPhotosAfterSyncs() }
            launch { listenForNews() }
            occasions.send(SyncOccasion.OPENED)
            follow()
        }

    private suspend fun heed(there: Boolean) {
        val before = online
        online = there
        if (there && !before) occasions.send(SyncOccasion.CONNECTED)
    }

    private fun note(change: Change) {
        if (change == Change.SAVED) occasions.trySend(SyncOccasion.SAVED)
        if (change == Change.SYNCED) synced.trySend(Unit)
    }

    private suspend fun follow(): Nothing {
        var due: Long? = null
        while (true) {
            val occasion = next(due)
            // What was due stays due, unless this is its time.
            if (occasion == SyncOccasion.TIMER) due = null
            when (val plan = plan(occasion)) {
                SyncPlan.Now -> due = synchronise()
                is SyncPlan.At -> due = minOf(due ?: plan.time, plan.time)
                SyncPlan.Rest -> Unit
            }
        }
    }

    private suspend fun next(due: Long?): SyncOccasion {
        if (due == null) return occasions.receive()
        return withTimeoutOrNull(due - now()) { occasions.receive() } ?: SyncOccasion.TIMER
    }

    private suspend fun plan(occasion: SyncOccasion): SyncPlan = planSync(occasion, phone.syncState(), online, now())

    /** Gives the time of the next attempt, when there should be one. */
    private suspend fun synchronise(): Long? {
        try {
            phone.synchronise()
        } catch (_: AlongsideException) {
            // Written down by the core, with the time of the next attempt.
        }
        return (plan(SyncOccasion.TIMER) as? SyncPlan.At)?.time
    }

    /** One after another; of all the syncs that went through while photos were on their way, one is followed by more. */
    private suspend fun sendPhotosAfterSyncs() {
        for (sync in synced) sendPhotos()
    }

    private suspend fun sendPhotos() {
        try {
            if (phone.syncState().photosUnsent > 0uL) phone.sendPhotos(metered = metered())
        } catch (_: AlongsideException) {
            // What was sent is kept; the rest goes after the next sync.
        }
    }

    /** Asks after each sync, so that the same news is not heard twice. */
    private suspend fun listenForNews(): Nothing {
        while (true) {
            if (heardNews()) afterSync { occasions.send(SyncOccasion.NEWS) } else afterSync {}
        }
    }

    /** Whether there is news; not when the service cannot be asked or had nothing to say for as long as one waits. */
    private suspend fun heardNews(): Boolean =
        try {
            var heard = phone.waitForNews(WAIT_MS)
            while (!heard) heard = phone.waitForNews(WAIT_MS)
            true
        } catch (_: AlongsideException) {
            false
        }

    private suspend fun afterSync(begin: suspend () -> Unit) =
        coroutineScope {
            val ended = async(start = CoroutineStart.UNDISPATCHED) { phone.changes.first { it == Change.SYNCED } }
            begin()
            ended.await()
        }

    private companion object {
        val WAIT_MS = 50_000uL
    }
}
