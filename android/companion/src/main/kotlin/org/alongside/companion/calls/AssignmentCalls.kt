package org.alongside.companion.calls

import org.alongside.core.AssignmentView
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.LoadView
import org.alongside.core.NewAssignment
import org.alongside.core.Timestamp

/** Who works with whom, and how full a worker's week is. */
interface AssignmentCalls {
    /**
     * Writes down who the link worker of a case is. The person's account is put on the case by whoever runs the
     * service.
     *
     * Fails with `Invalid` while another is, or when it ends before it begins.
     */
    suspend fun assignWorker(case: CaseId, new: NewAssignment): EntityId

    /**
     * Ends an assignment, at a moment that may lie ahead.
     *
     * Fails with `Invalid` when that is before it began, or with `NotFound`.
     */
    suspend fun endAssignment(assignment: EntityId, to: Timestamp)

    /** The link workers of a case, the latest first. */
    suspend fun assignments(case: CaseId): List<AssignmentView>

    /** How much this link worker carries today, against a ceiling that the organisation set, if it did. */
    suspend fun myLoad(ceiling: Long? = null): LoadView
}

internal class CoreAssignmentCalls(
    private val core: Core,
) : AssignmentCalls {
    override suspend fun assignWorker(case: CaseId, new: NewAssignment): EntityId =
        core.write { assignWorker(case, new) }

    override suspend fun endAssignment(assignment: EntityId, to: Timestamp) =
        core.write { endAssignment(assignment, to) }

    override suspend fun assignments(case: CaseId): List<AssignmentView> = core.read { assignments(case) }

    override suspend fun myLoad(ceiling: Long?): LoadView = core.read { myLoad(ceiling) }
}
