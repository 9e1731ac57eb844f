package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.DirectoryFreshness
import org.alongside.core.EligibilityView
import org.alongside.core.EntityId
import org.alongside.core.Finding
import org.alongside.core.NewKnowledge
import org.alongside.core.NewUnmetNeed
import org.alongside.core.ServicePicker
import org.alongside.core.ServiceSearch
import org.alongside.core.ServiceView
import org.alongside.core.ServicesFound
import org.alongside.core.UnmetNeedView

/** The directory of services, and what workers know about them. */
interface ServiceCalls {
    /** Searches the directory, best fit first, at most `limit`. Works with no signal. */
    suspend fun searchServices(search: ServiceSearch, limit: UInt): ServicesFound

    /**
     * A picker for a client: by the need, when one is given, and the client's age, beside what `search` says.
     *
     * Fails with `NotFound` when there is no such need.
     */
    suspend fun pickService(case: CaseId, need: EntityId?, search: ServiceSearch): ServicePicker

    /**
     * A service with what colleagues know.
     *
     * Fails with `NotFound`.
     */
    suspend fun service(service: EntityId): ServiceView

    /**
     * Looks at whether a service is likely to take this client, before any form is filled in.
     *
     * Fails with `NotFound`.
     */
    suspend fun checkEligibility(
        case: CaseId,
        service: EntityId,
        free: Boolean = false,
        language: String? = null,
    ): EligibilityView

    /**
     * Help like this service that the client has or waits for already.
     *
     * Fails with `NotFound`.
     */
    suspend fun duplicateOffers(case: CaseId, service: EntityId): List<Finding>

    /**
     * Says that a service is as the directory has it, as of now.
     *
     * Fails with `NotFound`, or with `NotAllowed` for anybody but a link worker.
     */
    suspend fun confirmService(service: EntityId)

    /**
     * Adds what a link worker knows of a service.
     *
     * Fails with `Invalid` without words and without capacity, with `NotFound`, or with `NotAllowed` for anybody
     * but a link worker.
     */
    suspend fun addLocalKnowledge(service: EntityId, new: NewKnowledge): EntityId

    /** How fresh the services are that referrals on this phone used. */
    suspend fun directoryFreshness(): DirectoryFreshness

    /**
     * Writes down that nothing serves a need for now, and resolves the need so.
     *
     * Fails with `NotFound` when there is no such need.
     */
    suspend fun recordUnmetNeed(case: CaseId, new: NewUnmetNeed): EntityId

    /** The unmet needs of a case, newest first. */
    suspend fun unmetNeeds(case: CaseId): List<UnmetNeedView>
}

internal class CoreServiceCalls(
    private val core: Core,
) : ServiceCalls {
    override suspend fun searchServices(search: ServiceSearch, limit: UInt): ServicesFound =
        core.read { searchServices(search, limit) }

    override suspend fun pickService(case: CaseId, need: EntityId?, search: ServiceSearch): ServicePicker =
        core.read { pickService(case, need, search) }

    override suspend fun service(service: EntityId): ServiceView = core.read { service(service) }

    override suspend fun checkEligibility(
        case: CaseId,
        service: EntityId,
        free: Boolean,
        language: String?,
    ): EligibilityView = core.read { checkEligibility(case, service, free, language) }

    override suspend fun duplicateOffers(case: CaseId, service: EntityId): List<Finding> =
        core.read { duplicateOffers(case, service) }

    override suspend fun confirmService(service: EntityId) = core.write { confirmService(service) }

    override suspend fun addLocalKnowledge(service: EntityId, new: NewKnowledge): EntityId =
        core.write { addLocalKnowledge(service, new) }

    override suspend fun directoryFreshness(): DirectoryFreshness = core.read { directoryFreshness() }

    override suspend fun recordUnmetNeed(case: CaseId, new: NewUnmetNeed): EntityId =
        core.write { recordUnmetNeed(case, new) }

    override suspend fun unmetNeeds(case: CaseId): List<UnmetNeedView> = core.read { unmetNeeds(case) }
}
