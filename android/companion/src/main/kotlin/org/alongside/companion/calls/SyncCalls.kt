package org.alongside.companion.calls

import org.alongside.core.EntityId
import org.alongside.core.Standing
import org.alongside.core.SyncReport
import org.alongside.core.SyncState

/** Syncing, and an honest account of what is on this phone only. */
interface SyncCalls {
    /**
     * Exchanges everything with the service, for at most `deadlineMs` milliseconds. One sync runs at a time.
     * Cancelling the call, or `cancelSync`, ends it early; what was exchanged until then is kept.
     *
     * Fails with `Offline`, `SignInAgain`, `UpdateApp` or `Storage`. Nothing on this phone is lost by any of them.
     */
    suspend fun synchronise(deadlineMs: ULong = 30_000u): SyncReport

    /**
     * Syncs, and then compares everything on this phone with the service; what differs is read again. Unsent work
     * is never touched by it. Fails as `synchronise` does.
     */
    suspend fun verify(deadlineMs: ULong = 30_000u): SyncReport

    /**
     * Waits until the service has something this phone has not read, at most `waitMs` milliseconds (50 seconds at
     * the longest); says whether it has. Call it again and again while the app is in front, and synchronise when it
     * says so. `suspend` and `cancelWaiting` end it. Before it waits it lets `search` know what has come, in steps of a
     * few milliseconds between which other calls have their turn.
     *
     * Fails with `Offline` or `SignInAgain`; wait a while before calling again.
     */
    suspend fun waitForNews(waitMs: ULong): Boolean

    /**
     * Calls off whatever is under way with the service and lets go of the file: call it when the system suspends
     * the app. It takes less than a second; when it returns, nothing of the library holds a lock or writes, and
     * every call fails with `Storage` (`Locked`) until `resume`. What was kept and saved is on the disk.
     */
    suspend fun suspend()

    /** Goes on after `suspend`. */
    fun resume()

    /** Ends `waitForNews`. */
    fun cancelWaiting()

    /** Where this phone's own work on a record stands: here alone, with the service, or safe in a backup. */
    suspend fun standing(record: EntityId): Standing

    /** Calls a running sync off; a request under way is let go of. */
    fun cancelSync()

    /** What is on this phone only, and how the last sync went. */
    suspend fun syncState(): SyncState
}

internal class CoreSyncCalls(
    private val core: Core,
) : SyncCalls {
    override suspend fun synchronise(deadlineMs: ULong): SyncReport = core.exchange { synchronise(deadlineMs) }

    override suspend fun verify(deadlineMs: ULong): SyncReport = core.exchange { verify(deadlineMs) }

    override suspend fun waitForNews(waitMs: ULong): Boolean = core.wait { waitForNews(waitMs) }

    override suspend fun suspend() = core.apart { suspend() }

    override fun resume() = core.now { resume() }

    override fun cancelWaiting() = core.now { cancelWaiting() }

    override suspend fun standing(record: EntityId): Standing = core.read { standing(record) }

    override fun cancelSync() = core.now { cancelSync() }

    override suspend fun syncState(): SyncState = core.read { syncState() }
}
