// What the screen of an assessment shows.
package org.alongside.companion.screens

import org.alongside.core.AssessmentStart
import org.alongside.core.AssessmentState
import org.alongside.core.AssessmentView
import org.alongside.core.CaseId
import org.alongside.core.ContactView
import org.alongside.core.QuestionView

/** The state of the screen of an assessment. (The core's own `AssessmentState` says whether it is a draft.) */
data class AssessmentScreenState(
    /** The case. */
    val case: CaseId,
    /** How it was begun or gone on with, and what to know first. */
    val start: AssessmentStart? = null,
    /** The assessment with its questions; nothing before it was read. */
    val view: AssessmentView? = null,
    /** The contacts of these days, newest first: it may have been part of one. */
    val contacts: List<ContactView> = emptyList(),
    /** The question that is talked about now, by its id; nothing while the client looks over all of them. */
    val at: String? = null,
    /** What is being typed beside questions, by their id. */
    val comments: Map<String, String> = emptyMap(),
    /** How safe the words beside the question are that was typed at last. */
    val kept: Kept = Kept.UNTOUCHED,
    /** Whether it was put aside, and the screen can close. */
    val putAside: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = view != null

    /** The question that is talked about now. */
    val question: QuestionView? get() = view?.questions?.firstOrNull { it.item == at }

    /** Questions that are asked now, in the order of the conversation. */
    val asked: List<QuestionView> get() = view?.questions.orEmpty().filter { it.asked }

    /** Whether answers can be written down. */
    val open: Boolean get() = view?.state == AssessmentState.DRAFT

    /** Whether there is something to submit. */
    val canSubmit: Boolean get() = open && (view?.answered ?: 0uL) > 0uL && !doing.busy

    /** The words beside a question: as typed, or as they were kept. */
    fun commentOf(item: String): String =
        comments[item] ?: view?.questions?.firstOrNull { it.item == item }?.comment.orEmpty()

    /** What comes after this question: the next one without an answer, or nothing when all have one. */
    fun after(item: String): String? {
        val here = asked.indexOfFirst { it.item == item }
        val onwards = asked.drop(here + 1) + asked.take(maxOf(here, 0))
        return onwards.firstOrNull { it.answeredAt == null }?.item
    }
}
