package org.alongside.companion.calls

import org.alongside.core.AssessmentCopyView
import org.alongside.core.AssessmentStart
import org.alongside.core.AssessmentSummary
import org.alongside.core.AssessmentView
import org.alongside.core.CaseId
import org.alongside.core.ChangeOverTime
import org.alongside.core.ContactMode
import org.alongside.core.EntityId
import org.alongside.core.Received
import org.alongside.core.Response

/** Assessments: held as a conversation, in the client's order, paused and resumed, submitted once. */
interface AssessmentCalls {
    /**
     * Begins an assessment, or goes on with this person's unfinished one of the same instrument and client, in the
     * version it was begun with. The answer says what to know first, such as that nobody has asked yet what matters
     * to the client; nothing in it forbids going on.
     *
     * Fails with `Invalid` when this phone has no such instrument, or it is withdrawn and none is unfinished.
     */
    suspend fun startAssessment(case: CaseId, instrument: String, mode: ContactMode): AssessmentStart

    /**
     * Writes down an answer, on the disk when this returns. Answering again replaces the answer.
     *
     * Fails with `Invalid` when the instrument has no such question or the answer is outside its scale.
     */
    suspend fun answer(assessment: EntityId, item: String, response: Response)

    /**
     * Takes an answer back, as after a slip of the finger: the question is unanswered again.
     *
     * Fails with `Invalid` when the instrument has no such question.
     */
    suspend fun clearAnswer(assessment: EntityId, item: String)

    /**
     * Writes down what was said beside a question.
     *
     * Fails with `Invalid` when the instrument has no such question or the text is too long.
     */
    suspend fun comment(assessment: EntityId, item: String, words: String)

    /**
     * Says which contact an assessment was part of. It is never a contact's only purpose without a reason.
     *
     * Fails with `NotFound`, or with `Invalid` when it was submitted.
     */
    suspend fun placeInContact(assessment: EntityId, contact: EntityId)

    /**
     * Notes that the client was given a copy there and then.
     *
     * Fails with `NotFound`, or with `Invalid` when it was submitted.
     */
    suspend fun noteClientCopy(assessment: EntityId, hadCopy: Boolean)

    /**
     * Sets an assessment aside: it is saved as a draft and syncs to its author's other phones, and nobody else's.
     *
     * Fails with `NotFound`.
     */
    suspend fun pauseAssessment(assessment: EntityId)

    /**
     * Submits an assessment: what is on the screen is sealed and, after the next sync, received once. Gives the id
     * of the sealed record.
     *
     * Fails with `Invalid` when nothing was answered, or when it was submitted already.
     */
    suspend fun submitAssessment(assessment: EntityId): EntityId

    /**
     * Notes that the client would rather not hold this assessment, with their reason if they gave one. Gives the id
     * of the sealed record.
     *
     * Fails with `Invalid` when this phone has no such instrument or the reason is too long.
     */
    suspend fun declineAssessment(case: CaseId, instrument: String, mode: ContactMode, why: String? = null): EntityId

    /**
     * Gives up an assessment that was begun. What was said until then stays with its author and goes nowhere; that
     * it was given up is sealed. Gives the id of the sealed record.
     *
     * Fails with `Invalid` when it was submitted or the reason is too long, or with `NotFound`.
     */
    suspend fun abandonAssessment(assessment: EntityId, why: String? = null): EntityId

    /**
     * Gives the client a copy of a submitted assessment in plain words. Sharing it again changes nothing. Gives the
     * id of the copy.
     *
     * Fails with `Invalid` before it is submitted and when there is nothing to copy, or with `NotFound`.
     */
    suspend fun shareAssessment(assessment: EntityId): EntityId

    /** The copies the client has, newest first. */
    suspend fun assessmentCopies(case: CaseId): List<AssessmentCopyView>

    /**
     * How the client's answers to one instrument have moved, question by question: raw differences, never averaged
     * across questions.
     */
    suspend fun changeOverTime(case: CaseId, instrument: String): ChangeOverTime

    /**
     * An assessment: a draft as its form shows it, or a submitted one.
     *
     * Fails with `NotFound`.
     */
    suspend fun assessment(id: EntityId): AssessmentView

    /** The submitted assessments of a case, newest first; with those that were declined or given up, which say so. */
    suspend fun assessments(case: CaseId): List<AssessmentSummary>

    /**
     * The assessments this phone holds that were submitted, those received last first, a page at a time: the newest, or
     * those after one that was listed before.
     *
     * Fails with `NotFound` when that one is no longer here.
     */
    suspend fun receivedAssessments(after: EntityId? = null): Received
}

internal class CoreAssessmentCalls(
    private val core: Core,
) : AssessmentCalls {
    override suspend fun startAssessment(case: CaseId, instrument: String, mode: ContactMode): AssessmentStart =
        core.write { startAssessment(case, instrument, mode) }

    override suspend fun answer(assessment: EntityId, item: String, response: Response) =
        core.write { answer(assessment, item, response) }

    override suspend fun clearAnswer(assessment: EntityId, item: String) = core.write { clearAnswer(assessment, item) }

    override suspend fun comment(assessment: EntityId, item: String, words: String) =
        core.write { comment(assessment, item, words) }

    override suspend fun placeInContact(assessment: EntityId, contact: EntityId) =
        core.write { placeInContact(assessment, contact) }

    override suspend fun noteClientCopy(assessment: EntityId, hadCopy: Boolean) =
        core.write { noteClientCopy(assessment, hadCopy) }

    override suspend fun pauseAssessment(assessment: EntityId) = core.write { pauseAssessment(assessment) }

    override suspend fun submitAssessment(assessment: EntityId): EntityId = core.write { submitAssessment(assessment) }

    override suspend fun declineAssessment(
        case: CaseId,
        instrument: String,
        mode: ContactMode,
        why: String?,
    ): EntityId = core.write { declineAssessment(case, instrument, mode, why) }

    override suspend fun abandonAssessment(assessment: EntityId, why: String?): EntityId =
        core.write { abandonAssessment(assessment, why) }

    override suspend fun shareAssessment(assessment: EntityId): EntityId = core.write { shareAssessment(assessment) }

    override suspend fun assessmentCopies(case: CaseId): List<AssessmentCopyView> = core.read { assessmentCopies(case) }

    override suspend fun changeOverTime(case: CaseId, instrument: String): ChangeOverTime =
        core.read { changeOverTime(case, instrument) }

    override suspend fun assessment(id: EntityId): AssessmentView = core.read { assessment(id) }

    override suspend fun assessments(case: CaseId): List<AssessmentSummary> = core.read { assessments(case) }

    override suspend fun receivedAssessments(after: EntityId?): Received = core.read { receivedAssessments(after) }
}
