// A client words a goal of their own.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy

/** The state of the screen of a client's new goal. */
data class OwnGoalState(
    /** The client's words. */
    val words: String = "",
    /** How safe they are. */
    val kept: Kept = Kept.UNTOUCHED,
    /** Whether the goal is there, and the screen can close. */
    val done: Boolean = false,
    override val loaded: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    /** Whether there is a goal to keep. */
    val canAdd: Boolean get() = words.isNotBlank() && !done && !doing.busy
}

/** Takes the words of a goal. What was typed and not kept is there again, also after the phone was off. */
class OwnGoalModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<OwnGoalState>(OwnGoalState(), scope) {
    private val save =
        Autosave(scope, handOver = { phone.typeGoal(case, it) }, keep = { phone.keepGoal(case, it) }) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }

    @Volatile
    private var adding = false

    init {
        refresh()
    }

    /** The words were typed. */
    fun typeWords(words: String) {
        if (adding || state.value.done || words == state.value.words) return
        change { it.copy(words = words) }
        save.type(words)
    }

    /** Writes the goal as it was typed. */
    fun add(): Job =
        act {
            adding = true
            try {
                // None of the words is on its way any more when the goal is there.
                save.keepNow()?.let { throw it.error }
                phone.agreeGoal(case, NewGoal(state.value.words.trim(), WordingBy.CLIENT))
                change { it.copy(done = true) }
            } finally {
                adding = false
            }
        }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = scope.launch(NonCancellable) { save.keepNow() }

    override suspend fun read() {
        val begun = phone.begunGoal(case)
        change {
            val fresh = !it.loaded && it.words.isEmpty() && begun != null
            if (fresh) it.copy(words = begun.orEmpty(), kept = Kept.SAVED, loaded = true) else it.copy(loaded = true)
        }
    }

    override fun doing(state: OwnGoalState, doing: Doing) = state.copy(doing = doing)
}
