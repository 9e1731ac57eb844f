package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.Decline
import org.alongside.core.EntityId
import org.alongside.core.NewReferralIn
import org.alongside.core.ReferralInView

/** Referrals that come in to the service. */
interface ReferralInCalls {
    /**
     * Writes down that support was offered to the person of this case.
     *
     * Fails with `Invalid` without a source, or with a day still to come.
     */
    suspend fun offerSupport(case: CaseId, new: NewReferralIn): EntityId

    /**
     * The person said yes: the support begins with it, unless it is under way.
     *
     * Fails with `Invalid` when they said yes before, or with `NotFound`.
     */
    suspend fun acceptOffer(referral: EntityId, understood: Boolean? = null)

    /**
     * The person said no, for now or for good. The reason is what stood in the way.
     *
     * Fails with `Invalid` when they have answered before, or with `NotFound`.
     */
    suspend fun declineOffer(referral: EntityId, decline: Decline)

    /**
     * Writes down that the referrer was told what came of it.
     *
     * Fails with `NotFound`.
     */
    suspend fun tellReferrer(referral: EntityId)

    /** The referrals into the service of a case, newest first. */
    suspend fun referralsIn(case: CaseId): List<ReferralInView>
}

internal class CoreReferralInCalls(
    private val core: Core,
) : ReferralInCalls {
    override suspend fun offerSupport(case: CaseId, new: NewReferralIn): EntityId =
        core.write { offerSupport(case, new) }

    override suspend fun acceptOffer(referral: EntityId, understood: Boolean?) =
        core.write { acceptOffer(referral, understood) }

    override suspend fun declineOffer(referral: EntityId, decline: Decline) =
        core.write { declineOffer(referral, decline) }

    override suspend fun tellReferrer(referral: EntityId) = core.write { tellReferrer(referral) }

    override suspend fun referralsIn(case: CaseId): List<ReferralInView> = core.read { referralsIn(case) }
}
