package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.HandoverView
import org.alongside.core.NextWorker
import org.alongside.core.PackPart
import org.alongside.core.Timestamp

/** Handing a client over to the next link worker. */
interface HandoverCalls {
    /**
     * Begins a pack drawn from the record of `case`, to go over before it is given. Without a next worker it is for
     * the team's queue. Only its author sees it until then.
     *
     * Fails with `NotFound` when this phone does not have the case.
     */
    suspend fun prepareHandover(case: CaseId, to: NextWorker? = null): EntityId

    /**
     * Writes one part of a pack in the worker's words.
     *
     * Fails with `Invalid` when it is too long or the pack was given, or with `NotFound`.
     */
    suspend fun writePack(pack: EntityId, part: PackPart, words: String)

    /**
     * Says when both workers meet the client together. Until the worker leaves the case, both are on it.
     *
     * Fails as `writePack` does.
     */
    suspend fun planJointMeeting(pack: EntityId, at: Timestamp)

    /**
     * Gives a pack: it is sealed, the next worker is put on the case, what is owed to the client is theirs to do,
     * and the client is told why. Works with no signal.
     *
     * Fails with `Invalid` when it does not say what matters to the client, without a reason for the client, or
     * when it was given before; or with `NotFound`.
     */
    suspend fun giveHandover(pack: EntityId, why: String): EntityId

    /**
     * Leaves a case that was handed over, after the joint meeting.
     *
     * Fails with `NotFound` when this phone does not have the case.
     */
    suspend fun leaveCase(case: CaseId)

    /** The packs given for a case, newest first: what its next worker reads before anything else. */
    suspend fun handovers(case: CaseId): List<HandoverView>

    /**
     * A pack: as its worker is writing it, or as it was given.
     *
     * Fails with `NotFound`.
     */
    suspend fun handover(pack: EntityId): HandoverView

    /**
     * The other link workers of the organisation, by name: whom a client can be handed to. Nobody before the first sync, or
     * where there is no other.
     */
    suspend fun colleagues(): List<NextWorker>
}

internal class CoreHandoverCalls(
    private val core: Core,
) : HandoverCalls {
    override suspend fun prepareHandover(case: CaseId, to: NextWorker?): EntityId =
        core.write { prepareHandover(case, to) }

    override suspend fun writePack(pack: EntityId, part: PackPart, words: String) =
        core.write { writePack(pack, part, words) }

    override suspend fun planJointMeeting(pack: EntityId, at: Timestamp) = core.write { planJointMeeting(pack, at) }

    override suspend fun giveHandover(pack: EntityId, why: String): EntityId = core.write { giveHandover(pack, why) }

    override suspend fun leaveCase(case: CaseId) = core.write { leaveCase(case) }

    override suspend fun handovers(case: CaseId): List<HandoverView> = core.read { handovers(case) }

    override suspend fun handover(pack: EntityId): HandoverView = core.read { handover(pack) }

    override suspend fun colleagues(): List<NextWorker> = core.read { colleagues() }
}
