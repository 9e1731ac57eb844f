// What is on this phone only, and the exchange with the service, without colouring either.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.Remark
import org.alongside.core.SyncReport
import org.alongside.core.SyncState

/** The state of the screen of the sync. (The core's own `SyncState` is in it.) */
data class SyncScreenState(
    /** What is on this phone only, and how the last sync went; nothing before it was read. */
    val sync: SyncState? = null,
    /** Changes of this phone that did not simply apply, newest first. */
    val remarks: List<Remark> = emptyList(),
    /** What the last sync of this screen exchanged. */
    val report: SyncReport? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = sync != null

    /** Whether everything on this phone is with the service. */
    val allSent: Boolean get() = sync?.let { it.unsent == 0uL && it.photosUnsent == 0uL } == true
}

/** Syncs when asked to, and says how it stands. */
class SyncModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<SyncScreenState>(SyncScreenState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Exchanges everything with the service. What was exchanged before it is called off is kept. */
    fun synchronise(): Job =
        act {
            val report = unlessUnderWay { phone.synchronise(DEADLINE_MS) }
            change { it.copy(report = report ?: it.report) }
        }

    /** Syncs, and then compares everything on this phone with the service. */
    fun verify(): Job =
        act {
            val report = unlessUnderWay { phone.verify(DEADLINE_MS) }
            change { it.copy(report = report ?: it.report) }
        }

    /** Calls a running sync off. It does not wait for its turn. */
    fun callOff(): Job = scope.launch { phone.cancelSync() }

    override suspend fun read() {
        val sync = phone.syncState()
        val remarks = phone.remarks()
        change { it.copy(sync = sync, remarks = remarks) }
    }

    override fun doing(state: SyncScreenState, doing: Doing) = state.copy(doing = doing)

    private companion object {
        /** As long as a person watches a screen; what is left over goes with the next sync. */
        val DEADLINE_MS = 60_000uL
    }
}
