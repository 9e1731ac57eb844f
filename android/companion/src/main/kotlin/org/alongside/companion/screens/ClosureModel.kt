// Ending the support, with a look at what stands open first; and deciding that it goes on after all.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.ClosureDecision
import org.alongside.core.ClosureView
import org.alongside.core.EndReason
import org.alongside.core.EndingCheck
import org.alongside.core.EpisodeStatus
import org.alongside.core.Finding
import org.alongside.core.NewEnding
import org.alongside.core.WordsFor

/** An ending as it is being thought over. */
data class EndingForm(
    /** The reason; nothing while it is open. */
    val reason: EndReason? = null,
    /** What the client says to it, in their words. */
    val clientView: String = "",
    /** Whether the client agreed. */
    val agreed: Boolean = false,
    /** Why, in the worker's words. */
    val why: String = "",
    /** Who looked at it besides, where a second person has to. */
    val secondBy: String = "",
) {
    /** The words in it, by what they are for. */
    internal val words: Map<WordsFor, String>
        get() =
            mapOf(
                WordsFor.ENDING_CLIENT_VIEW to clientView,
                WordsFor.ENDING_WHY to why,
                WordsFor.ENDING_SECOND_BY to secondBy,
            )

    /** The same with words that were begun before, where there are none yet. */
    internal fun goingOnWith(begun: Map<WordsFor, String>): EndingForm =
        copy(
            clientView = clientView.ifEmpty { begun[WordsFor.ENDING_CLIENT_VIEW].orEmpty() },
            why = why.ifEmpty { begun[WordsFor.ENDING_WHY].orEmpty() },
            secondBy = secondBy.ifEmpty { begun[WordsFor.ENDING_SECOND_BY].orEmpty() },
        )

    /** As the core takes it; nothing without a reason. */
    fun toEnding(): NewEnding? =
        reason?.let {
            NewEnding(
                reason = it,
                clientView = clientView.ifBlank { null },
                agreed = agreed,
                why = why.ifBlank { null },
                secondBy = secondBy.ifBlank { null },
            )
        }
}

/** The state of the screen of an ending. */
data class ClosureState(
    /** The case. */
    val case: CaseId,
    /** What was decided each time somebody looked at an ending, newest first; nothing before it was read. */
    val decided: List<ClosureView>? = null,
    /** The ending as it is being thought over. */
    val form: EndingForm = EndingForm(),
    /** What stands open, and what stands against it. */
    val check: EndingCheck? = null,
    /** What is still to be tried before the client counts as out of reach. */
    val toTry: List<Finding> = emptyList(),
    /** Whether support is under way that can end. */
    val underWay: Boolean = false,
    /** Whether the support has ended on this screen. */
    val ended: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = decided != null

    /** Whether nothing stands against the ending as it is entered. */
    val canEnd: Boolean get() = check != null && check.against == null && !ended && !doing.busy
}

/** Thinks over an ending. It is never made before what stands open has been looked at. */
class ClosureModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<ClosureState>(ClosureState(case), scope) {
    private val half = HalfSaid(phone, scope, case)

    init {
        refresh()
    }

    /** The ending was entered or changed: what stands open and against it is looked at again. Its words are kept. */
    fun enter(form: EndingForm): Job {
        change {
            val check = if (it.form == form) it.check else null
            it.copy(form = form, check = check, doing = it.doing.copy(refusal = null))
        }
        form.words.forEach(half::type)
        return refresh()
    }

    /** Ends the support. */
    fun end(): Job =
        act {
            val ending = state.value.form.toEnding() ?: return@act
            half.said { phone.endEpisode(case, ending) }
            change { it.copy(ended = true, check = null) }
        }

    /** The support goes on after all; [why] says why. */
    fun goOn(why: String): Job = decide(ClosureDecision.GO_ON, why)

    /** The support pauses after an ending was thought of; [why] says why. */
    fun pause(why: String): Job = decide(ClosureDecision.PAUSE, why)

    /** A second person looks at it; [why] says what about. */
    fun askForSecondLook(why: String): Job = decide(ClosureDecision.SECOND_LOOK, why)

    /** Nobody could be reached and enough was tried: the door stays open. [barrier] is what got in the way. */
    fun pauseWithDoorOpen(barrier: String): Job = act { phone.pauseWithDoorOpen(case, barrier) }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half.leave()

    override suspend fun read() {
        goOnWith(half.begun(*EndingForm().words.keys.toTypedArray()))
        val decided = phone.closureChecks(case)
        val form = state.value.form
        val underWay = phone.episodes(case).any { it.episode.status != EpisodeStatus.ENDED }
        val ending = form.toEnding().takeIf { underWay }
        val check = ending?.let { phone.checkEnding(case, it) }
        val toTry = if (form.reason == EndReason.LOST_CONTACT) phone.checkLostContact(case) else emptyList()
        change { it.copy(decided = decided, underWay = underWay).with(form, check, toTry) }
    }

    override fun doing(state: ClosureState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: ClosureState) = ClosureState(case)

    private fun goOnWith(begun: Map<WordsFor, String>) {
        if (begun.isNotEmpty()) change { it.copy(form = it.form.goingOnWith(begun)) }
    }

    private fun decide(decision: ClosureDecision, why: String): Job =
        act { phone.decideClosure(case, decision, why, state.value.form.clientView.ifBlank { null }) }

    /** A check belongs to the ending it was made of; while another was entered, it says nothing. */
    private fun ClosureState.with(checked: EndingForm, check: EndingCheck?, toTry: List<Finding>): ClosureState =
        if (form == checked) copy(check = check, toTry = toTry) else this
}
