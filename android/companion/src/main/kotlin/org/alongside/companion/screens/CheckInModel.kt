// A client says how a goal is going.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalView

/** The state of the screen of a check-in. */
data class CheckInState(
    /** The goal it is about, with what was said before; nothing before it was read. */
    val goal: GoalView? = null,
    /** From 0 to 10; nothing while none was chosen, which is never nought. */
    val score: Long? = null,
    /** The client's words. */
    val words: String = "",
    /** Whether it was kept, and the screen can close. */
    val done: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = goal != null

    /** Whether there is something to keep. */
    val canSend: Boolean get() = (score != null || words.isNotBlank()) && !done && !doing.busy
}

/** Takes a number, words, or both. */
class CheckInModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
    private val goal: EntityId,
) : ScreenModel<CheckInState>(CheckInState(), scope) {
    init {
        refresh()
    }

    /** A number was chosen; the same again takes it back. */
    fun choose(score: Long) = change { it.copy(score = score.takeIf { chosen -> chosen != it.score }) }

    /** The words were typed. */
    fun typeWords(words: String) = change { it.copy(words = words) }

    /** Keeps it on the phone; the link worker reads it after the next sync. */
    fun send(): Job {
        val said = state.value
        return act {
            phone.checkIn(goal, said.score, said.words.ifBlank { null })
            change { it.copy(done = true) }
        }
    }

    override suspend fun read() {
        val view = phone.goals(case).firstOrNull { it.id == goal }
        change { it.copy(goal = view) }
    }

    override fun doing(state: CheckInState, doing: Doing) = state.copy(doing = doing)
}
