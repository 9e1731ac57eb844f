package org.alongside.companion.calls

import org.alongside.core.AccessNeedView
import org.alongside.core.AccessStep
import org.alongside.core.CarerScope
import org.alongside.core.CarerView
import org.alongside.core.CaseId
import org.alongside.core.ContactMode
import org.alongside.core.EntityId
import org.alongside.core.Finding
import org.alongside.core.NewAccessNeed
import org.alongside.core.SafeContact
import org.alongside.core.SafeContactRule
import org.alongside.core.Timestamp

/** How a client may be reached: safe contact, access needs, and who else may be spoken to. */
interface ReachingCalls {
    /**
     * Writes down how it is safe to reach the client. It replaces what was said before.
     *
     * Fails with `Invalid` with a minute outside a day.
     */
    suspend fun setSafeContactRule(case: CaseId, rule: SafeContactRule)

    /** How it is safe to reach the client; nothing when nobody has said. */
    suspend fun safeContactRule(case: CaseId): SafeContact?

    /** What stands against reaching the client this way at this time. Empty when nothing does. */
    suspend fun checkWay(case: CaseId, mode: ContactMode, at: Timestamp? = null): List<Finding>

    /**
     * Writes down an access need; somebody is owed to look at it again.
     *
     * Fails with `Invalid` with a review in the past.
     */
    suspend fun recordAccessNeed(case: CaseId, new: NewAccessNeed): EntityId

    /**
     * Writes down that a step of the Accessible Information Standard was taken.
     *
     * Fails with `NotFound`.
     */
    suspend fun takeAccessStep(need: EntityId, step: AccessStep)

    /**
     * Writes down that a need was looked at again, with what works now, and when it is next.
     *
     * Fails with `Invalid` with a review in the past, or with `NotFound`.
     */
    suspend fun reviewAccessNeed(need: EntityId, words: String?, nextReviewAt: Timestamp)

    /** The access needs of a case, newest first. */
    suspend fun accessNeeds(case: CaseId): List<AccessNeedView>

    /**
     * Writes down somebody close to the client, and what the client lets them know. With no scope they are told
     * nothing.
     *
     * Fails with `Invalid` without a name.
     */
    suspend fun addCarer(
        case: CaseId,
        name: String,
        relationship: String?,
        phone: String?,
        scope: List<CarerScope>,
    ): EntityId

    /**
     * The client takes back what a carer may know. It holds at once on this phone.
     *
     * Fails with `NotFound`.
     */
    suspend fun revokeCarer(carer: EntityId)

    /** The people close to the client, newest first. */
    suspend fun carers(case: CaseId): List<CarerView>
}

internal class CoreReachingCalls(
    private val core: Core,
) : ReachingCalls {
    override suspend fun setSafeContactRule(case: CaseId, rule: SafeContactRule) =
        core.write { setSafeContactRule(case, rule) }

    override suspend fun safeContactRule(case: CaseId): SafeContact? = core.read { safeContactRule(case) }

    override suspend fun checkWay(case: CaseId, mode: ContactMode, at: Timestamp?): List<Finding> =
        core.read { checkWay(case, mode, at) }

    override suspend fun recordAccessNeed(case: CaseId, new: NewAccessNeed): EntityId =
        core.write { recordAccessNeed(case, new) }

    override suspend fun takeAccessStep(need: EntityId, step: AccessStep) = core.write { takeAccessStep(need, step) }

    override suspend fun reviewAccessNeed(need: EntityId, words: String?, nextReviewAt: Timestamp) =
        core.write { reviewAccessNeed(need, words, nextReviewAt) }

    override suspend fun accessNeeds(case: CaseId): List<AccessNeedView> = core.read { accessNeeds(case) }

    override suspend fun addCarer(
        case: CaseId,
        name: String,
        relationship: String?,
        phone: String?,
        scope: List<CarerScope>,
    ): EntityId = core.write { addCarer(case, name, relationship, phone, scope) }

    override suspend fun revokeCarer(carer: EntityId) = core.write { revokeCarer(carer) }

    override suspend fun carers(case: CaseId): List<CarerView> = core.read { carers(case) }
}
