// A link worker's day.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.DutyStatus
import org.alongside.core.EntityId
import org.alongside.core.Timestamp
import org.alongside.core.Today

/** The state of the first screen of a link worker. */
data class TodayState(
    /** A moment of the day that is shown. */
    val at: Timestamp,
    /** The day; nothing before it was read. */
    val today: Today? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = today != null

    /** Whether there is nothing to do on it: no visit, nothing owed, nobody it has been quiet with, no draft. */
    val free: Boolean
        get() = today?.run { visits.isEmpty() && duties.isEmpty() && quiet.isEmpty() && drafts.isEmpty() } ?: false
}

/** Shows a day, today first, and settles what is owed on it. [now] is the phone's clock in milliseconds since 1970. */
class TodayModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val now: () -> Timestamp,
) : ScreenModel<TodayState>(TodayState(now()), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Shows today again, as when the app comes to the front. */
    fun showToday(): Job = showDay(now())

    /** Shows the day that [at] lies in. */
    fun showDay(at: Timestamp): Job {
        change { it.copy(at = at) }
        return refresh()
    }

    /** Shows the day that many days later, or earlier when negative. */
    fun moveDays(days: Int): Job = showDay(state.value.at + days * DAY_MS)

    /** What was owed was done; [outcome] says what came of it. */
    fun settleDuty(duty: EntityId, outcome: String): Job =
        act { phone.settleDuty(duty, DutyStatus.DONE, outcome) }

    /** What was owed is not owed any more; [why] says why. */
    fun releaseDuty(duty: EntityId, why: String): Job = act { phone.settleDuty(duty, DutyStatus.RELEASED, why) }

    /** Takes a duty from the team's queue. */
    fun takeDuty(duty: EntityId): Job = act { phone.takeDuty(duty) }

    /** Gives a duty to the team's queue. */
    fun handDutyToTeam(duty: EntityId): Job = act { phone.handDutyToTeam(duty) }

    /** A promise of a signed note was kept; [outcome] says what came of it. */
    fun keepPromise(note: EntityId, outcome: String): Job =
        act { phone.settlePromise(note, DutyStatus.DONE, outcome) }

    /** Throws a draft away. */
    fun discardDraft(draft: EntityId): Job = act { phone.discardDraft(draft) }

    override suspend fun read() {
        val at = state.value.at
        val today = phone.today(at)
        // Another day may have been asked for meanwhile; that one is read next.
        change { if (it.at == at) it.copy(today = today) else it }
    }

    override fun doing(state: TodayState, doing: Doing) = state.copy(doing = doing)

    private companion object {
        const val DAY_MS = 86_400_000L
    }
}
