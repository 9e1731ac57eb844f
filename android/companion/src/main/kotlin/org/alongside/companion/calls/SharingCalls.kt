package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.Readers
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingQuestion
import org.alongside.core.SharingView

/** What a client has agreed to share, and who sees what. */
interface SharingCalls {
    /**
     * Writes down what the client answered when they were asked. Asked again, the latest answer stands.
     *
     * Fails with `Invalid` when a text is too long.
     */
    suspend fun askSharing(case: CaseId, question: SharingQuestion, yes: Boolean)

    /**
     * Gives a yes again or takes it back.
     *
     * Fails with `NotFound` when the client was never asked.
     */
    suspend fun switchSharing(case: CaseId, purpose: SharingPurpose, yes: Boolean)

    /** Every share switch of a case. */
    suspend fun sharing(case: CaseId): List<SharingView>

    /** Who reads which part of what is kept about a client, in plain words. */
    suspend fun whoSeesWhat(): List<Readers>

    /** What is true of all of it: who runs the service's computer, and that reading is written down. */
    suspend fun alsoSees(): String
}

internal class CoreSharingCalls(
    private val core: Core,
) : SharingCalls {
    override suspend fun askSharing(case: CaseId, question: SharingQuestion, yes: Boolean) =
        core.write { askSharing(case, question, yes) }

    override suspend fun switchSharing(case: CaseId, purpose: SharingPurpose, yes: Boolean) =
        core.write { switchSharing(case, purpose, yes) }

    override suspend fun sharing(case: CaseId): List<SharingView> = core.read { sharing(case) }

    override suspend fun whoSeesWhat(): List<Readers> = core.read { whoSeesWhat() }

    override suspend fun alsoSees(): String = core.read { alsoSees() }
}
