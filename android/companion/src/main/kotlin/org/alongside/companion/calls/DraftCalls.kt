package org.alongside.companion.calls

import org.alongside.core.DraftSummary
import org.alongside.core.EntityId

/** What was begun and waits to be finished. */
interface DraftCalls {
    /** This person's drafts: notes not yet signed and assessments not yet submitted, newest first. */
    suspend fun drafts(): List<DraftSummary>

    /**
     * Throws a draft away: its form closes, and what was saved of it is put away.
     *
     * Fails with `Invalid` when it was signed or submitted, or with `NotFound`.
     */
    suspend fun discardDraft(id: EntityId)
}

internal class CoreDraftCalls(
    private val core: Core,
) : DraftCalls {
    override suspend fun drafts(): List<DraftSummary> = core.read { drafts() }

    override suspend fun discardDraft(id: EntityId) = core.write { discardDraft(id) }
}
