package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.ClientHome
import org.alongside.core.EntityId
import org.alongside.core.ReferralNewsView
import org.alongside.core.WishKind
import org.alongside.core.WishView

/** What a client sees and says on a phone of their own. */
interface ClientSideCalls {
    /**
     * The client's first screen.
     *
     * Fails with `NotFound` on the phone of somebody who is not a client.
     */
    suspend fun clientHome(): ClientHome

    /** What became of the referrals of a case in plain words, newest first. */
    suspend fun referralNews(case: CaseId): List<ReferralNewsView>

    /**
     * Notes that the client read of a change of link worker.
     *
     * Fails with `NotFound`.
     */
    suspend fun noteChangeSeen(notice: EntityId)

    /**
     * Asks for something about contact.
     *
     * Fails with `Invalid` when a question or another time is asked for without words.
     */
    suspend fun wishContact(case: CaseId, wish: WishKind, words: String? = null): EntityId

    /**
     * Takes a wish back.
     *
     * Fails with `NotFound`.
     */
    suspend fun withdrawWish(wish: EntityId)

    /**
     * Answers a wish; the client's phone shows it after its next sync.
     *
     * Fails with `Invalid` without words, with `NotFound`, or with `NotAllowed` for a client.
     */
    suspend fun answerWish(wish: EntityId, words: String)

    /** The wishes of a case, newest first. */
    suspend fun wishes(case: CaseId): List<WishView>

    /**
     * Keeps the client's answer to "I know who my link worker is and how to reach them".
     *
     * Fails with `NotAllowed` on anybody else's phone.
     */
    suspend fun sayRecognition(case: CaseId, known: Boolean)
}

internal class CoreClientSideCalls(
    private val core: Core,
) : ClientSideCalls {
    override suspend fun clientHome(): ClientHome = core.read { clientHome() }

    override suspend fun referralNews(case: CaseId): List<ReferralNewsView> = core.read { referralNews(case) }

    override suspend fun noteChangeSeen(notice: EntityId) = core.write { noteChangeSeen(notice) }

    override suspend fun wishContact(case: CaseId, wish: WishKind, words: String?): EntityId =
        core.write { wishContact(case, wish, words) }

    override suspend fun withdrawWish(wish: EntityId) = core.write { withdrawWish(wish) }

    override suspend fun answerWish(wish: EntityId, words: String) = core.write { answerWish(wish, words) }

    override suspend fun wishes(case: CaseId): List<WishView> = core.read { wishes(case) }

    override suspend fun sayRecognition(case: CaseId, known: Boolean) = core.write { sayRecognition(case, known) }
}
