package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.ClosureDecision
import org.alongside.core.ClosureView
import org.alongside.core.EndingCheck
import org.alongside.core.EntityId
import org.alongside.core.NewEnding

/** Ending an episode well, and the checks before it. */
interface EndingCalls {
    /**
     * Looks at an ending before it is made: what stands open, and what stands against it.
     *
     * Fails with `NotFound` when no support is under way.
     */
    suspend fun checkEnding(case: CaseId, ending: NewEnding): EndingCheck

    /**
     * Ends the support. What stood open is written down with it.
     *
     * Fails with `Invalid` when `checkEnding` names something against it, or with `NotFound`.
     */
    suspend fun endEpisode(case: CaseId, ending: NewEnding): EntityId

    /**
     * Writes down that the support goes on, pauses, or is looked at by a second person, after an ending was thought
     * of.
     *
     * Fails with `Invalid` without a reason, or when the decision is to end, or with `NotFound`.
     */
    suspend fun decideClosure(
        case: CaseId,
        decision: ClosureDecision,
        why: String,
        clientView: String? = null,
    ): EntityId

    /** What was decided each time somebody looked at an ending, newest first. */
    suspend fun closureChecks(case: CaseId): List<ClosureView>
}

internal class CoreEndingCalls(
    private val core: Core,
) : EndingCalls {
    override suspend fun checkEnding(case: CaseId, ending: NewEnding): EndingCheck =
        core.read { checkEnding(case, ending) }

    override suspend fun endEpisode(case: CaseId, ending: NewEnding): EntityId = core.write { endEpisode(case, ending) }

    override suspend fun decideClosure(
        case: CaseId,
        decision: ClosureDecision,
        why: String,
        clientView: String?,
    ): EntityId = core.write { decideClosure(case, decision, why, clientView) }

    override suspend fun closureChecks(case: CaseId): List<ClosureView> = core.read { closureChecks(case) }
}
