// Assessments that a supervisor received, each once and sealed.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.AssessmentView
import org.alongside.core.EntityId
import org.alongside.core.ReceivedAssessment

/** A received assessment that is read. */
data class ReceivedSheet(
    /** Whom it is about, who sent it, and when it came. */
    val line: ReceivedAssessment,
    /** The assessment, as it was sealed. */
    val view: AssessmentView,
)

/** The state of the screen of received assessments. It counts nothing. */
data class ReceivedState(
    /** The assessments, those received last first; nothing before they were read. */
    val received: List<ReceivedAssessment>? = null,
    /** Whether there are older ones. */
    val hasOlder: Boolean = false,
    /** The one that was opened. */
    val reading: EntityId? = null,
    /** That one, once it was read; nothing while the list is on the screen. */
    val open: ReceivedSheet? = null,
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
    fun open(assessment: EntityId): Job = act { change { it.copy(reading = assessment) } }

    /** Goes back to the list. */
    fun close() = change { it.copy(reading = null, open = null) }

    /** Lists older ones as well. */
    fun showOlder(): Job =
        act {
            val last = state.value.received.orEmpty().lastOrNull() ?: return@act
            val page = phone.receivedAssessments(last.id)
            change { it.copy(received = it.received.orEmpty() + page.assessments) }
        }

    /** Asks the service for what was submitted since. */
    fun synchronise(): Job = act { unlessUnderWay { phone.synchronise(DEADLINE_MS) } }

    override suspend fun read() {
        val listed = state.value.received.orEmpty().size
        var page = phone.receivedAssessments()
        var received = page.assessments
        while (page.hasOlder && received.size < listed) {
            page = phone.receivedAssessments(received.last().id)
            received = received + page.assessments
        }
        val line = received.firstOrNull { it.id == state.value.reading }
        val sheet = line?.let { ReceivedSheet(it, phone.assessment(it.id)) }
        change { it.copy(received = received, hasOlder = page.hasOlder, open = sheet.takeIf { _ -> it.reading == line?.id }) }
    }

    override fun doing(state: ReceivedState, doing: Doing) = state.copy(doing = doing)

    private companion object {
        /** As long as a person watches a screen. */
        val DEADLINE_MS = 60_000uL
    }
}
