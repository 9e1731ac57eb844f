package org.alongside.device

/** What an app's `Application` implements so that [SyncJob] can sync while no screen is open. */
interface BackgroundSync {
    /** Syncs once, for at most [deadlineMs] milliseconds. Cancelling it ends it early and loses nothing. */
    suspend fun syncInBackground(deadlineMs: Long): SyncEnd
}

/** How a sync in the background ended, and so what the system is to do. */
enum class SyncEnd {
    /** All is exchanged. */
    DONE,

    /** No connection, or the service is busy: the system tries again, later each time. */
    TRY_AGAIN,

    /** Only a person can help now: sign in again, update the app, make room. Trying again would change nothing. */
    NEEDS_A_PERSON,
}
