package org.alongside.app.start

import kotlin.time.TimeSource
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.NextStep
import org.alongside.companion.screens.Refusal
import org.alongside.companion.sync.Synchroniser
import org.alongside.core.AlongsideException
import org.alongside.device.NeutralNotice
import org.alongside.device.SyncEnd
import org.alongside.device.SyncJobs

/**
 * Brings this phone and the service together: by the [Synchroniser] while somebody looks, and by the system's jobs when
 * nobody does. [connected] says whether there is a network, [metered] whether what goes over it may cost money.
 */
class Round(
    private val scope: CoroutineScope,
    private val entrance: Entrance,
    private val connected: Flow<Boolean>,
    private val metered: () -> Boolean,
    private val jobs: SyncJobs,
    private val notice: NeutralNotice,
) {
    private var front: Job? = null

    /** Somebody looks: what is new comes now, and no notice is needed any more. */
    fun came() {
        notice.clear()
        front?.cancel()
        front = scope.launch { entrance.step.filterIsInstance<Doorstep.Enrolled>().collectLatest { follow(it.phone) } }
    }

    /** Nobody looks any more: the system syncs what is left over. */
    fun left() {
        front?.cancel()
        front = null
        scope.launch { entrance.opened()?.let { phone -> plan(phone) } }
    }

    /** One sync while no screen is open, then the photos. A notice says that there is something to look at, and nothing more. */
    suspend fun inBackground(deadlineMs: Long): SyncEnd {
        val phone = entrance.opened() ?: return SyncEnd.NEEDS_A_PERSON
        val began = TimeSource.Monotonic.markNow()
        return try {
            if (phone.me() == null) return SyncEnd.NEEDS_A_PERSON
            val report = phone.synchronise(deadlineMs.toULong())
            if (report.received > 0uL && front == null) notice.show()
            sendPhotos(phone, deadlineMs - began.elapsedNow().inWholeMilliseconds)
            SyncEnd.DONE
        } catch (error: AlongsideException) {
            end(Refusal(error))
        }
    }

    private suspend fun sendPhotos(phone: PhoneSurface, withinMs: Long) {
        val due = withinMs > 0 && phone.syncState().photosUnsent > 0uL
        if (due) phone.sendPhotos(withinMs.toULong(), metered())
    }

    private suspend fun follow(phone: PhoneSurface) {
        try {
            Synchroniser(phone, connected, metered).run()
        } catch (_: AlongsideException) {
            // The file could not be read. The screens say so, and say what can be done; the jobs try again.
            jobs.planSoon()
        }
    }

    private suspend fun plan(phone: PhoneSurface) {
        try {
            if (phone.me() == null) return jobs.cancel()
            jobs.planRegular()
            val state = phone.syncState()
            if (state.unsent > 0uL || state.photosUnsent > 0uL) jobs.planSoon()
        } catch (_: AlongsideException) {
            jobs.planSoon()
        }
    }

    private fun end(refusal: Refusal): SyncEnd = when (refusal.next) {
        NextStep.CARRY_ON, NextStep.TRY_AGAIN, NextStep.SIGN_IN_TO_NETWORK -> SyncEnd.TRY_AGAIN
        else -> SyncEnd.NEEDS_A_PERSON
    }
}
