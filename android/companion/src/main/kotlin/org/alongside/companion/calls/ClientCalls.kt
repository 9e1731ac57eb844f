package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.ClientView
import org.alongside.core.LinkWorkerCard
import org.alongside.core.NewClient

/** A client as their link worker knows them. */
interface ClientCalls {
    /**
     * Opens a case for a client; works with no signal, and the case is this link worker's.
     *
     * Fails with `Invalid` without a name.
     */
    suspend fun addClient(new: NewClient): CaseId

    /**
     * The client of a case.
     *
     * Fails with `NotFound` when this phone does not have the case.
     */
    suspend fun client(case: CaseId): ClientView

    /**
     * Writes how it is safe to reach the client, in words.
     *
     * Fails with `NotFound`, or with `Invalid` when it is too long.
     */
    suspend fun setSafeContact(case: CaseId, words: String)

    /**
     * Gives the client the card of their link worker: this person, what they do and how to reach them.
     *
     * Fails with `NotAllowed` for anybody but a link worker.
     */
    suspend fun introduceLinkWorker(case: CaseId, whatTheyDo: String, reach: String)

    /** The card of the client's link worker; nothing before they were introduced. */
    suspend fun linkWorker(case: CaseId): LinkWorkerCard?
}

internal class CoreClientCalls(
    private val core: Core,
) : ClientCalls {
    override suspend fun addClient(new: NewClient): CaseId = core.write { addClient(new) }

    override suspend fun client(case: CaseId): ClientView = core.read { client(case) }

    override suspend fun setSafeContact(case: CaseId, words: String) = core.write { setSafeContact(case, words) }

    override suspend fun introduceLinkWorker(case: CaseId, whatTheyDo: String, reach: String) =
        core.write { introduceLinkWorker(case, whatTheyDo, reach) }

    override suspend fun linkWorker(case: CaseId): LinkWorkerCard? = core.read { linkWorker(case) }
}
