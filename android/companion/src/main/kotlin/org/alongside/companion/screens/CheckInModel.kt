// A client says how a goal is going.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.BegunCheckIn
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.GoalView
import org.alongside.core.NewPhoto
import org.alongside.core.WordsFor

/** The state of the screen of a check-in. */
data class CheckInState(
    /** The goal it is about, with what was said before; nothing before it was read. */
    val goal: GoalView? = null,
    /** From 0 to 10; nothing while none was chosen, which is never nought. */
    val score: Long? = null,
    /** The client's words. */
    val words: String = "",
    /** The photo that was chosen. Unlike the number and the words it is on the phone only once it is sent. */
    val photo: NewPhoto? = null,
    /** What the photo shows, in the client's words. */
    val caption: String = "",
    /** How safe the words are. */
    val kept: Kept = Kept.UNTOUCHED,
    /** Whether it was kept, and the screen can close. */
    val done: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = goal != null

    /** Whether nobody has entered anything. */
    internal val isUntouched: Boolean get() = score == null && words.isEmpty() && !done

    /** Whether there is something to keep. */
    val canSend: Boolean get() = (score != null || words.isNotBlank() || photo != null) && !done && !doing.busy
}

/**
 * Takes a number, words, a photo, or any of them together. The number and the words that were not sent are there again, also
 * after the phone was off.
 */
class CheckInModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
    private val goal: EntityId,
) : ScreenModel<CheckInState>(CheckInState(), scope) {
    private val half =
        HalfSaid(phone, scope, case, goal, keep = { _, _ -> keepAsItIs() }) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }

    init {
        refresh()
    }

    /** A number was chosen; the same again takes it back. */
    fun choose(score: Long): Job {
        change { it.copy(score = score.takeIf { chosen -> chosen != it.score }) }
        return scope.launch(NonCancellable) { if (!half.isSaying) refusalOf { keepAsItIs() } }
    }

    /** The words were typed. */
    fun typeWords(words: String) {
        if (half.isSaying || state.value.done || words == state.value.words) return
        change { it.copy(words = words) }
        half.type(WordsFor.CHECK_IN, words)
    }

    /** A photo was chosen, in the place of one that was chosen before; [prepare] makes it fit to be sent. */
    fun choosePhoto(prepare: suspend () -> NewPhoto): Job =
        act {
            val photo = prepare()
            change { if (it.done) it else it.copy(photo = photo) }
        }

    /** The photo is not to be sent after all. */
    fun removePhoto() {
        if (!half.isSaying) change { it.copy(photo = null, caption = "") }
    }

    /** What the photo shows was typed. */
    fun typeCaption(caption: String) {
        if (!half.isSaying) change { it.copy(caption = caption) }
    }

    /** Keeps it on the phone; the link worker reads it after the next sync. */
    fun send(): Job =
        act {
            half.said {
                say(state.value)
                change { it.copy(done = true, photo = null, caption = "") }
            }
        }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half.leave()

    override suspend fun read() {
        val view = phone.goals(case).firstOrNull { it.id == goal }
        val begun = if (state.value.isUntouched) phone.begunCheckIn(goal) else null
        begun?.let { half.goesOnWith(WordsFor.CHECK_IN, it.words) }
        change { it.copy(goal = view).goingOnWith(begun) }
    }

    override fun doing(state: CheckInState, doing: Doing) = state.copy(doing = doing)

    private suspend fun say(said: CheckInState) {
        val words = said.words.ifBlank { null }
        val photo = said.photo?.copy(caption = said.caption.trim().ifEmpty { null })
        if (photo == null) phone.checkIn(goal, said.score, words) else phone.checkInWithPhoto(goal, photo, said.score, words)
    }

    private suspend fun keepAsItIs() = state.value.let { phone.keepCheckIn(goal, it.score, it.words) }

    /** Goes on with what was begun, unless somebody has entered something else while it was read. */
    private fun CheckInState.goingOnWith(begun: BegunCheckIn?): CheckInState =
        if (begun == null || !isUntouched) this else copy(score = begun.score, words = begun.words, kept = Kept.SAVED)
}
