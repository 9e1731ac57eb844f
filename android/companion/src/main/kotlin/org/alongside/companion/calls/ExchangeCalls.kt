package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.ExportFile
import org.alongside.core.ExportForm
import org.alongside.core.Passage
import org.alongside.core.PassageDecision
import org.alongside.core.PassageReason

/** What leaves the service for another system or for the person it is about. */
interface ExchangeCalls {
    /**
     * One export of the person's record as a file, with marked passages left out. Needs no network.
     *
     * Fails with `Invalid` (`sharing`, `NotShared`) when the person said no to the practice, with `NotAllowed` for
     * anybody but a link worker, or with `NotFound`.
     */
    suspend fun export(case: CaseId, form: ExportForm): ExportFile

    /**
     * The marked passages that somebody must decide about before `subjectAccess`.
     *
     * Fails with `NotAllowed` or `NotFound`.
     */
    suspend fun passages(case: CaseId): List<Passage>

    /**
     * Everything this phone holds about the person, for the person: a page, and the records as a file.
     *
     * Fails with `Invalid` (`decisions`, `Undecided`) while a marked passage waits for a decision, with
     * `NotAllowed` or `NotFound`.
     */
    suspend fun subjectAccess(case: CaseId, decisions: List<PassageDecision>): List<ExportFile>

    /**
     * Marks words of a record as not simply to be passed on.
     *
     * Fails with `Invalid` when the record is a draft or does not hold these words, or with `NotFound`.
     */
    suspend fun markPassage(record: EntityId, passage: String, why: PassageReason): EntityId

    /**
     * Takes a mark back.
     *
     * Fails with `NotFound`.
     */
    suspend fun liftPassageMark(mark: EntityId)
}

internal class CoreExchangeCalls(
    private val core: Core,
) : ExchangeCalls {
    override suspend fun export(case: CaseId, form: ExportForm): ExportFile = core.read { export(case, form) }

    override suspend fun passages(case: CaseId): List<Passage> = core.read { passages(case) }

    override suspend fun subjectAccess(case: CaseId, decisions: List<PassageDecision>): List<ExportFile> =
        core.read { subjectAccess(case, decisions) }

    override suspend fun markPassage(record: EntityId, passage: String, why: PassageReason): EntityId =
        core.write { markPassage(record, passage, why) }

    override suspend fun liftPassageMark(mark: EntityId) = core.write { liftPassageMark(mark) }
}
