// Assessments that a supervisor received, each once and sealed.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.AssessmentView
import org.alongside.core.EntityId

/** An assessment that was received. */
data class ReceivedLine(
    /** The assessment, as it was sealed. */
    val view: AssessmentView,
    /** Who submitted it. */
    val author: String,
)

/** The state of the screen of received assessments. It counts nothing. */
data class ReceivedState(
    /** The assessments, those submitted last first; nothing before they were read. */
    val received: List<ReceivedLine>? = null,
    /** The one that is read now. */
    val open: ReceivedLine? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = received != null
}

/** Lists what was received and opens one of them. */
class ReceivedModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<ReceivedState>(ReceivedState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Opens one to read. */
    fun open(assessment: EntityId) =
        change { state -> state.copy(open = state.received.orEmpty().firstOrNull { it.view.id == assessment }) }

    /** Goes back to the list. */
    fun close() = change { it.copy(open = null) }

    /** Asks the service for what was submitted since. */
    fun synchronise(): Job = act { phone.synchronise(DEADLINE_MS) }

    override suspend fun read() {
        // A supervisor's phone has no caseload to go by: what it was sent is found among its records.
        val received =
            phone.records()
                .filter { it.kind == ASSESSMENT && it.stream.startsWith(SUBMITTED) }
                .map { ReceivedLine(phone.assessment(it.id), it.authorName) }
                .sortedByDescending { it.view.submittedAt ?: it.view.at }
        change { state ->
            state.copy(received = received, open = received.firstOrNull { it.view.id == state.open?.view?.id })
        }
    }

    override fun doing(state: ReceivedState, doing: Doing) = state.copy(doing = doing)

    private companion object {
        /** The kind of an assessment, by catalogue name. */
        const val ASSESSMENT = "assessment"

        /** The stream that supervisors read. */
        const val SUBMITTED = "submitted:"

        /** As long as a person watches a screen. */
        val DEADLINE_MS = 60_000uL
    }
}
