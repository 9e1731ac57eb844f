// Picking a service for a client: by need, with what colleagues know, also beyond what is always used.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EligibilityView
import org.alongside.core.EntityId
import org.alongside.core.Finding
import org.alongside.core.NewKnowledge
import org.alongside.core.ServicePicker
import org.alongside.core.ServiceSearch
import org.alongside.core.ServiceView

/** A service that is looked at, with what to know before a form is filled in. */
data class ServiceDetail(
    /** The service and what colleagues know of it. */
    val view: ServiceView,
    /** Whether it is likely to take this client. */
    val eligibility: EligibilityView,
    /** Help like it that the client has or waits for already. */
    val duplicates: List<Finding>,
)

/** The state of the service picker. */
data class ServicePickerState(
    /** The case. */
    val case: CaseId,
    /** The need that is served, when one was given. */
    val need: EntityId?,
    /** What is searched for. */
    val search: ServiceSearch = ServiceSearch(),
    /** The services, by what they are about; nothing before they were read. */
    val picker: ServicePicker? = null,
    /** The service that is looked at. */
    val detail: ServiceDetail? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = picker != null
}

/** Searches the directory on this phone, with no signal too, and keeps what link workers know of services. */
class ServicePickerModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
    private val need: EntityId? = null,
) : ScreenModel<ServicePickerState>(ServicePickerState(case, need), scope) {
    init {
        refresh()
    }

    /** What is searched for was typed or chosen. */
    fun search(search: ServiceSearch): Job {
        change { it.copy(search = search) }
        return refresh()
    }

    /** Looks at one service. */
    fun look(service: EntityId): Job = act { readDetail(service) }

    /** Goes back to the list. */
    fun lookAtAll() = change { it.copy(detail = null) }

    /** Says that a service is as the directory has it. */
    fun confirm(service: EntityId): Job =
        act {
            phone.confirmService(service)
            readDetail(service)
        }

    /** Adds what this link worker knows of a service, for colleagues too. */
    fun addKnowledge(service: EntityId, new: NewKnowledge): Job =
        act {
            phone.addLocalKnowledge(service, new)
            readDetail(service)
        }

    override suspend fun read() {
        val search = state.value.search
        val picker = phone.pickService(case, need, search)
        change { if (it.search == search) it.copy(picker = picker) else it }
    }

    override fun doing(state: ServicePickerState, doing: Doing) = state.copy(doing = doing)

    private suspend fun readDetail(service: EntityId) {
        val search = state.value.search
        val detail =
            ServiceDetail(
                view = phone.service(service),
                eligibility = phone.checkEligibility(case, service, search.free, search.language),
                duplicates = phone.duplicateOffers(case, service),
            )
        change { it.copy(detail = detail) }
    }
}
