package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.EpisodeView
import org.alongside.core.Finding
import org.alongside.core.Timestamp

/** Episodes of support: begun, paused with the door open, taken up again. */
interface EpisodeCalls {
    /**
     * Begins to support a client, or begins again after an ending.
     *
     * Fails with `Invalid` while a stretch of support has not ended, or with `NotFound`.
     */
    suspend fun beginEpisode(case: CaseId): EntityId

    /**
     * The client asks for a pause. Somebody looks at it again on the day they said, or after four weeks.
     *
     * Fails with `Invalid` when the support is paused or has ended, or with `NotFound` before it began.
     */
    suspend fun pauseForClient(case: CaseId, words: String? = null, reviewAt: Timestamp? = null)

    /** What is still to be tried before a client counts as out of reach. Empty when enough was. */
    suspend fun checkLostContact(case: CaseId): List<Finding>

    /**
     * Nobody could be reached, and enough was tried: the support pauses with the door open. What got in the way is
     * said in words; it is never the client.
     *
     * Fails with `Invalid` without words, or while `checkLostContact` names something to try, or with `NotFound`.
     */
    suspend fun pauseWithDoorOpen(case: CaseId, barrier: String)

    /**
     * The client is back: a pause ends, or after an ending a new stretch of support begins.
     *
     * Fails with `Invalid` when the support is under way, or with `NotFound` before it began.
     */
    suspend fun welcomeBack(case: CaseId): EntityId

    /** The stretches of support of a case, newest first. */
    suspend fun episodes(case: CaseId): List<EpisodeView>
}

internal class CoreEpisodeCalls(
    private val core: Core,
) : EpisodeCalls {
    override suspend fun beginEpisode(case: CaseId): EntityId = core.write { beginEpisode(case) }

    override suspend fun pauseForClient(case: CaseId, words: String?, reviewAt: Timestamp?) =
        core.write { pauseForClient(case, words, reviewAt) }

    override suspend fun checkLostContact(case: CaseId): List<Finding> = core.read { checkLostContact(case) }

    override suspend fun pauseWithDoorOpen(case: CaseId, barrier: String) =
        core.write { pauseWithDoorOpen(case, barrier) }

    override suspend fun welcomeBack(case: CaseId): EntityId = core.write { welcomeBack(case) }

    override suspend fun episodes(case: CaseId): List<EpisodeView> = core.read { episodes(case) }
}
