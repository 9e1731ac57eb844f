// What the screen of a client shows.
package org.alongside.companion.screens

import org.alongside.core.AssessmentSummary
import org.alongside.core.CaseId
import org.alongside.core.CaseOverview
import org.alongside.core.ContactMode
import org.alongside.core.ContactView
import org.alongside.core.Finding
import org.alongside.core.HandoverView
import org.alongside.core.InstrumentSummary
import org.alongside.core.LinkWorkerCard
import org.alongside.core.NeedView
import org.alongside.core.NoteView
import org.alongside.core.Timestamp
import org.alongside.core.WhatMattersView
import org.alongside.core.WishView

/** What is written of a client, beside the overview. */
data class ClientPages(
    /** What matters to them, in their order. */
    val whatMatters: List<WhatMattersView>,
    /** Their needs, open ones among them. */
    val needs: List<NeedView>,
    /** What they asked for between contacts. */
    val wishes: List<WishView>,
    /** The contacts, newest first. */
    val contacts: List<ContactView>,
    /** The signed notes, newest first. */
    val notes: List<NoteView>,
    /** The assessments, newest first. */
    val assessments: List<AssessmentSummary>,
    /** The packs their next worker reads before anything else. */
    val handovers: List<HandoverView>,
)

/** The next contact, as it is being planned. */
data class PlanForm(
    /** When; nothing while no time was chosen. */
    val at: Timestamp? = null,
    /** How. */
    val mode: ContactMode = ContactMode.HOME,
    /** What for, in words the client reads. */
    val why: String = "",
    /** Where. */
    val place: String = "",
    /** Whether the client agreed to it. */
    val agreed: Boolean = true,
)

/** The state of a client's screen. */
data class ClientState(
    /** The case. */
    val case: CaseId,
    /** What is seen first; nothing before it was read. */
    val overview: CaseOverview? = null,
    /** What is written besides. */
    val pages: ClientPages? = null,
    /** The card the client has of their link worker; nothing before they were introduced. */
    val linkWorker: LinkWorkerCard? = null,
    /** What to ask first; nothing when it was asked. */
    val firstQuestion: String? = null,
    /** The next contact, as it is being planned. */
    val plan: PlanForm = PlanForm(),
    /** What speaks against the way of contact that is being planned. */
    val way: List<Finding> = emptyList(),
    /** What an assessment can be begun with. */
    val instruments: List<InstrumentSummary> = emptyList(),
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = overview != null

    /** Whether enough was planned to be agreed. */
    val canPlan: Boolean get() = plan.at != null && plan.why.isNotBlank() && !doing.busy
}
