package org.alongside.app.start

import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.flow.conflate
import kotlinx.coroutines.flow.filter
import kotlinx.coroutines.flow.filterIsInstance
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.NextStep
import org.alongside.companion.screens.Refusal
import org.alongside.core.AlongsideException
import org.alongside.core.Change
import org.alongside.device.NeutralNotice
import org.alongside.device.SyncEnd
import org.alongside.device.SyncJobs

/**
 * Brings this phone and the service together: at once when somebody opens the app, soon after something was saved, and by
 * the system's jobs when nobody looks.
 */
class Round(
    private val scope: CoroutineScope,
    private val entrance: Entrance,
    private val jobs: SyncJobs,
    private val notice: NeutralNotice,
) {
    private var front: Job? = null

    /** Somebody looks: what is new comes now, and no notice is needed any more. */
    fun came() {
        notice.clear()
        front?.cancel()
        front = scope.launch {
            entrance.step.filterIsInstance<Doorstep.Enrolled>().collectLatest { whileInFront(it.phone) }
        }
    }

    /** Nobody looks any more: the system syncs what is left over. */
    fun left() {
        front?.cancel()
        scope.launch {
            val phone = entrance.opened() ?: return@launch
            if (isEnrolled(phone)) planned(phone)
        }
    }

    /** One sync while no screen is open. A notice says that there is something to look at, and nothing more. */
    suspend fun inBackground(deadlineMs: Long): SyncEnd {
        val phone = entrance.opened() ?: return SyncEnd.NEEDS_A_PERSON
        if (!isEnrolled(phone)) return SyncEnd.NEEDS_A_PERSON
        return try {
            val report = phone.synchronise(deadlineMs.toULong())
            if (report.received > 0uL && front?.isActive != true) notice.show()
            SyncEnd.DONE
        } catch (error: AlongsideException) {
            end(Refusal(error))
        }
    }

    private suspend fun whileInFront(phone: PhoneSurface) {
        exchange(phone)
        phone.changes.filter { it == Change.SAVED }.conflate().collect {
            delay(A_MOMENT_MS)
            exchange(phone)
        }
    }

    private suspend fun exchange(phone: PhoneSurface) {
        try {
            phone.synchronise(FRONT_DEADLINE_MS)
        } catch (cancelled: CancellationException) {
            throw cancelled
        } catch (_: AlongsideException) {
            // The screen of the sync says what stands in the way; nothing that was written is lost by it.
            jobs.planSoon()
        }
    }

    private suspend fun planned(phone: PhoneSurface) {
        jobs.planRegular()
        if (phone.syncState().unsent > 0uL) jobs.planSoon()
    }

    private suspend fun isEnrolled(phone: PhoneSurface): Boolean = phone.me() != null

    private fun end(refusal: Refusal): SyncEnd = when (refusal.next) {
        NextStep.CARRY_ON, NextStep.TRY_AGAIN, NextStep.SIGN_IN_TO_NETWORK -> SyncEnd.TRY_AGAIN
        else -> SyncEnd.NEEDS_A_PERSON
    }

    private companion object {
        /** Somebody who saves once often saves again at once. */
        const val A_MOMENT_MS = 3_000L

        /** As long as a person watches a screen. */
        const val FRONT_DEADLINE_MS = 60_000uL
    }
}
