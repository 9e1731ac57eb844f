// A client words a goal of their own.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy
import org.alongside.core.WordsFor

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
    private val half =
        HalfSaid(phone, scope, case) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }

    init {
        refresh()
    }

    /** The words were typed. */
    fun typeWords(words: String) {
        if (half.isSaying || state.value.done || words == state.value.words) return
        change { it.copy(words = words) }
        half.type(WordsFor.GOAL, words)
    }

    /** Writes the goal as it was typed. */
    fun add(): Job =
        act {
            half.said {
                phone.agreeGoal(case, NewGoal(state.value.words.trim(), WordingBy.CLIENT))
                change { it.copy(done = true) }
            }
        }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half.leave()

    override suspend fun read() {
        val begun = half.begun(WordsFor.GOAL)[WordsFor.GOAL]
        change {
            val goesOn = begun != null && it.words.isEmpty() && !it.done
            if (goesOn) it.copy(words = begun.orEmpty(), kept = Kept.SAVED, loaded = true) else it.copy(loaded = true)
        }
    }

    override fun doing(state: OwnGoalState, doing: Doing) = state.copy(doing = doing)
}
