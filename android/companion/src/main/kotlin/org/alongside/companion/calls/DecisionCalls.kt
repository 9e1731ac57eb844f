package org.alongside.companion.calls

import org.alongside.core.EntityId
import org.alongside.core.PendingDecision
import org.alongside.core.Settlement

/** What somebody has to decide, because two people wrote at once or the service set something aside. */
interface DecisionCalls {
    /**
     * What waits for a person, oldest first: texts and values to choose between that this person may settle, and
     * work of this phone that did not simply apply. None of it is lost while it waits.
     */
    suspend fun pendingDecisions(): List<PendingDecision>

    /**
     * Settles one of the pending decisions as it was shown; what has arrived since is not settled with it.
     *
     * Fails with `Invalid` when `how` is none of the choices or an empty text, `NotAllowed`, `NotFound`, or
     * `Storage`.
     */
    suspend fun resolveDecision(id: String, how: Settlement)

    /**
     * Declares a signed note or a submitted assessment void, with a reason. It counts nowhere from then on and can
     * still be read.
     *
     * Fails with `Invalid` without a reason, `NotFound`, `NotAllowed` or `Storage`.
     */
    suspend fun voidRecord(id: EntityId, reason: String)
}

internal class CoreDecisionCalls(
    private val core: Core,
) : DecisionCalls {
    override suspend fun pendingDecisions(): List<PendingDecision> = core.read { pendingDecisions() }

    override suspend fun resolveDecision(id: String, how: Settlement) = core.write { resolveDecision(id, how) }

    override suspend fun voidRecord(id: EntityId, reason: String) = core.write { voidRecord(id, reason) }
}
