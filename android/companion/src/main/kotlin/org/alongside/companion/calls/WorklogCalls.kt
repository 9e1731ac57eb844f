package org.alongside.companion.calls

import org.alongside.core.AccessDeniedView
import org.alongside.core.DeniedThing
import org.alongside.core.EntityId
import org.alongside.core.NewWork
import org.alongside.core.Timestamp
import org.alongside.core.WorkMinutes
import org.alongside.core.WorklogView

/** A link worker's own time, and help that was denied. */
interface WorklogCalls {
    /**
     * Writes down where time went.
     *
     * Fails with `Invalid` with minutes outside a day, or a day still to come.
     */
    suspend fun logWork(new: NewWork): EntityId

    /**
     * Writes down that a door stayed shut: no room, no records, nobody who would meet.
     *
     * Fails with `Invalid` without a place.
     */
    suspend fun logAccessDenied(place: String, denied: DeniedThing, words: String? = null): EntityId

    /** This worker's time from one moment to another, the end not included, newest first. */
    suspend fun worklog(from: Timestamp, to: Timestamp): List<WorklogView>

    /** This worker's minutes by sort of work from one moment to another. */
    suspend fun workMinutes(from: Timestamp, to: Timestamp): List<WorkMinutes>

    /** The doors that stayed shut to this worker, newest first. */
    suspend fun accessDenied(): List<AccessDeniedView>
}

internal class CoreWorklogCalls(
    private val core: Core,
) : WorklogCalls {
    override suspend fun logWork(new: NewWork): EntityId = core.write { logWork(new) }

    override suspend fun logAccessDenied(place: String, denied: DeniedThing, words: String?): EntityId =
        core.write { logAccessDenied(place, denied, words) }

    override suspend fun worklog(from: Timestamp, to: Timestamp): List<WorklogView> = core.read { worklog(from, to) }

    override suspend fun workMinutes(from: Timestamp, to: Timestamp): List<WorkMinutes> =
        core.read { workMinutes(from, to) }

    override suspend fun accessDenied(): List<AccessDeniedView> = core.read { accessDenied() }
}
