package org.alongside.companion.sync

import org.alongside.core.SyncState

/** Why a sync might be due. */
enum class SyncOccasion {
    /** The app came to the front. */
    OPENED,

    /** There is a connection again. */
    CONNECTED,

    /** Something was saved. */
    SAVED,

    /** The service has news. */
    NEWS,

    /** The time that was waited for has come. */
    TIMER,

    /** A person asked for it. */
    ASKED,
}

/** What to do about it. */
sealed interface SyncPlan {
    /** Sync. */
    data object Now : SyncPlan

    /** Sync at a time, in milliseconds since 1970 in UTC, unless something happens before. */
    data class At(val time: Long) : SyncPlan

    /** Nothing: another occasion will come, or a person must act first. */
    data object Rest : SyncPlan
}

/** Somebody who saves once often saves again at once. */
const val QUIET_MS = 2_000L

/** The core waits no longer than an hour after a failure. A later time comes from a clock that was wrong then or is now. */
const val LONGEST_WAIT_MS = 3_600_000L

/**
 * When to sync. Pure: the core has decided how long to wait after a failure (`nextAttempt`), and this only says what each
 * occasion means beside it.
 *
 * A person who asks is never told to wait. A phone that must be enrolled again or whose app is too old does not knock by
 * itself. A connection that comes back ends a wait that was for a connection, and no wait that the service asked for.
 */
fun planSync(occasion: SyncOccasion, state: SyncState, connected: Boolean, now: Long): SyncPlan {
    if (state.running) return SyncPlan.Rest
    if (occasion == SyncOccasion.ASKED) return SyncPlan.Now
    if (!connected || needsAPerson(state)) return SyncPlan.Rest
    val wait = waitUntil(state, now)
    return when {
        wait != null && !endsTheWait(occasion, state) -> SyncPlan.At(wait)
        occasion == SyncOccasion.SAVED -> SyncPlan.At(now + QUIET_MS)
        else -> SyncPlan.Now
    }
}

/** It did not go through, and no time was set for trying again. */
private fun needsAPerson(state: SyncState): Boolean = state.problem != null && state.nextAttempt == null

private fun waitUntil(state: SyncState, now: Long): Long? =
    state.nextAttempt?.takeIf { state.problem != null && it > now && it - now <= LONGEST_WAIT_MS }

private fun endsTheWait(occasion: SyncOccasion, state: SyncState): Boolean =
    occasion == SyncOccasion.CONNECTED && state.problem in CONNECTION_PROBLEMS

/** The core's stable words for a connection that was not there or broke. */
private val CONNECTION_PROBLEMS = setOf("unreachable", "stalled", "cut_off")
