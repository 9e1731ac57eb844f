// What needs a person's decision: texts and values that differ, and work that did not simply apply.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.PendingDecision
import org.alongside.core.Settlement

/** The state of the screen of what needs a decision. */
data class DecisionsState(
    /** What waits, oldest first; nothing before it was read. */
    val waiting: List<PendingDecision>? = null,
    /** The people these are about, by case, as far as this phone knows them. */
    val names: Map<String, String> = emptyMap(),
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = waiting != null
}

/** Shows what differs and settles it as it was shown; what has arrived since is not settled with it. */
class DecisionsModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<DecisionsState>(DecisionsState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** This choice stands, by its place in the list. */
    fun choose(decision: PendingDecision, place: Int): Job = settle(decision, Settlement.Choose(place.toUInt()))

    /** None of them; these words stand. */
    fun write(decision: PendingDecision, words: String): Job = settle(decision, Settlement.Write(words))

    /** It was read, and there is nothing to choose. */
    fun note(decision: PendingDecision): Job = settle(decision, Settlement.Noted)

    override suspend fun read() {
        val waiting = phone.pendingDecisions()
        val names = if (waiting.isEmpty()) emptyMap() else phone.caseload().associate { it.case to it.name }
        change { it.copy(waiting = waiting, names = names) }
    }

    override fun doing(state: DecisionsState, doing: Doing) = state.copy(doing = doing)

    private fun settle(decision: PendingDecision, how: Settlement): Job =
        act { phone.resolveDecision(decision.id, how) }
}
