package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NewReferral
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.ReferralView

/** Onward referrals, from a first idea to what came of them. */
interface ReferralCalls {
    /**
     * Begins an onward referral.
     *
     * Fails with `Invalid` without a service.
     */
    suspend fun referOnward(case: CaseId, new: NewReferral): EntityId

    /**
     * Writes down what happened to a referral. A refusal needs its reason: the client is owed one.
     *
     * Fails with `Invalid` without a reason where one is owed, or with `NotFound`.
     */
    suspend fun setReferralStatus(referral: EntityId, status: ReferralState, reason: String? = null): EntityId

    /**
     * Writes down what happened to a referral. When it came back, what is owed to the client stands in the same
     * save, due in five working days; the client reads the news with the next sync.
     *
     * Fails with `Invalid`: a step that cannot follow, a reason that is owed, a day still to come; or with
     * `NotFound`.
     */
    suspend fun recordReferralStep(referral: EntityId, step: ReferralStep): EntityId

    /**
     * The steps a referral can take from where it stands.
     *
     * Fails with `NotFound`.
     */
    suspend fun nextReferralSteps(referral: EntityId): List<ReferralState>

    /** The onward referrals of a case, newest first. */
    suspend fun referrals(case: CaseId): List<ReferralView>
}

internal class CoreReferralCalls(
    private val core: Core,
) : ReferralCalls {
    override suspend fun referOnward(case: CaseId, new: NewReferral): EntityId = core.write { referOnward(case, new) }

    override suspend fun setReferralStatus(referral: EntityId, status: ReferralState, reason: String?): EntityId =
        core.write { setReferralStatus(referral, status, reason) }

    override suspend fun recordReferralStep(referral: EntityId, step: ReferralStep): EntityId =
        core.write { recordReferralStep(referral, step) }

    override suspend fun nextReferralSteps(referral: EntityId): List<ReferralState> =
        core.read { nextReferralSteps(referral) }

    override suspend fun referrals(case: CaseId): List<ReferralView> = core.read { referrals(case) }
}
