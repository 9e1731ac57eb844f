package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.DutyStatus
import org.alongside.core.DutyView
import org.alongside.core.EntityId
import org.alongside.core.NewDuty

/** Duties: what somebody owes a client. */
interface DutyCalls {
    /**
     * Writes down what is owed to a client, in this person's name.
     *
     * Fails with `Invalid` without words.
     */
    suspend fun makeDuty(case: CaseId, new: NewDuty): EntityId

    /**
     * Takes a duty, from the team's queue or from a colleague.
     *
     * Fails with `NotFound`.
     */
    suspend fun takeDuty(duty: EntityId)

    /**
     * Hands a duty to the team's queue, where somebody else takes it.
     *
     * Fails with `NotFound`.
     */
    suspend fun handDutyToTeam(duty: EntityId)

    /**
     * Settles a duty: done, or not owed any more. What came of it is said in words.
     *
     * Fails with `Invalid` without an outcome, or when it is settled already, or with `NotFound`.
     */
    suspend fun settleDuty(duty: EntityId, status: DutyStatus, outcome: String)

    /**
     * Settles a promise that was written in a signed note: kept, or not owed any more.
     *
     * Fails with `Invalid` without an outcome, when nothing was promised in the note, or when it is settled
     * already, or with `NotFound`.
     */
    suspend fun settlePromise(note: EntityId, status: DutyStatus, outcome: String)

    /** The duties of a case: open ones first, the earliest due on top. */
    suspend fun duties(case: CaseId): List<DutyView>
}

internal class CoreDutyCalls(
    private val core: Core,
) : DutyCalls {
    override suspend fun makeDuty(case: CaseId, new: NewDuty): EntityId = core.write { makeDuty(case, new) }

    override suspend fun takeDuty(duty: EntityId) = core.write { takeDuty(duty) }

    override suspend fun handDutyToTeam(duty: EntityId) = core.write { handDutyToTeam(duty) }

    override suspend fun settleDuty(duty: EntityId, status: DutyStatus, outcome: String) =
        core.write { settleDuty(duty, status, outcome) }

    override suspend fun settlePromise(note: EntityId, status: DutyStatus, outcome: String) =
        core.write { settlePromise(note, status, outcome) }

    override suspend fun duties(case: CaseId): List<DutyView> = core.read { duties(case) }
}
