package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NeedCategory
import org.alongside.core.NeedResolution
import org.alongside.core.NeedView

/** Needs that were raised, and what became of them. */
interface NeedCalls {
    /**
     * Writes down a need as the client said it.
     *
     * Fails with `Invalid` without words.
     */
    suspend fun raiseNeed(case: CaseId, category: NeedCategory, words: String): EntityId

    /**
     * Says what became of a need, and what stood in the way where something did.
     *
     * Fails with `NotFound`.
     */
    suspend fun resolveNeed(need: EntityId, resolution: NeedResolution, barrier: String? = null)

    /** The needs of a case that nothing nearby serves. */
    suspend fun unservedNeeds(case: CaseId): List<NeedView>

    /** The needs of a case, newest first. */
    suspend fun needs(case: CaseId): List<NeedView>
}

internal class CoreNeedCalls(
    private val core: Core,
) : NeedCalls {
    override suspend fun raiseNeed(case: CaseId, category: NeedCategory, words: String): EntityId =
        core.write { raiseNeed(case, category, words) }

    override suspend fun resolveNeed(need: EntityId, resolution: NeedResolution, barrier: String?) =
        core.write { resolveNeed(need, resolution, barrier) }

    override suspend fun unservedNeeds(case: CaseId): List<NeedView> = core.read { unservedNeeds(case) }

    override suspend fun needs(case: CaseId): List<NeedView> = core.read { needs(case) }
}
