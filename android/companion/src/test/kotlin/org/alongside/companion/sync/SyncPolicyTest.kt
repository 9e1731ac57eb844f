package org.alongside.companion.sync

import org.alongside.companion.preview.Scene
import org.alongside.core.SyncState
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** When to sync, by what happened and how the last sync went. */
class SyncPolicyTest {
    private val now = 1_000_000_000L
    private val well: SyncState =
        Scene.invented().today.onThisPhone.copy(unsent = 1u, problem = null, nextAttempt = null, running = false)

    private fun waiting(problem: String, until: Long = now + 60_000) = well.copy(problem = problem, nextAttempt = until)

    private fun plan(occasion: SyncOccasion, state: SyncState = well, connected: Boolean = true) =
        planSync(occasion, state, connected, now)

    private fun plans(state: SyncState, connected: Boolean = true) =
        SyncOccasion.entries.associateWith { plan(it, state, connected) }

    private fun onlyWhenAsked(rest: SyncPlan) =
        SyncOccasion.entries.associateWith { if (it == SyncOccasion.ASKED) SyncPlan.Now else rest }

    @Test
    fun `when all is well every occasion is one, and a save waits for a quiet moment`() {
        val expected = SyncOccasion.entries.associateWith<SyncOccasion, SyncPlan> { SyncPlan.Now }
        assertEquals(expected + (SyncOccasion.SAVED to SyncPlan.At(now + QUIET_MS)), plans(well))
    }

    @Test
    fun `without a connection only a person who asks is obeyed`() {
        assertEquals(onlyWhenAsked(SyncPlan.Rest), plans(well, connected = false))
    }

    @Test
    fun `a phone that must be enrolled again does not knock by itself`() {
        assertEquals(onlyWhenAsked(SyncPlan.Rest), plans(well.copy(problem = "token_revoked")))
    }

    @Test
    fun `a service that is busy is left alone until the time it gave`() {
        assertEquals(onlyWhenAsked(SyncPlan.At(now + 60_000)), plans(waiting("rate_limited")))
    }

    @Test
    fun `a connection that comes back ends a wait for a connection`() {
        for (problem in listOf("unreachable", "stalled", "cut_off")) {
            assertEquals(SyncPlan.Now, plan(SyncOccasion.CONNECTED, waiting(problem)))
            assertEquals(SyncPlan.At(now + 60_000), plan(SyncOccasion.SAVED, waiting(problem)))
        }
    }

    @Test
    fun `a wait that is over, or that only a wrong clock can have set, holds nobody up`() {
        assertEquals(SyncPlan.Now, plan(SyncOccasion.TIMER, waiting("unreachable", until = now)))
        assertEquals(SyncPlan.Now, plan(SyncOccasion.OPENED, waiting("unreachable", until = now + LONGEST_WAIT_MS + 1)))
    }

    @Test
    fun `a sync that runs is not begun again`() {
        val expected = SyncOccasion.entries.associateWith { SyncPlan.Rest }
        assertEquals(expected, plans(well.copy(running = true)))
    }
}
