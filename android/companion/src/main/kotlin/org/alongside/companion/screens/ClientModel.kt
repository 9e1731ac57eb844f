// One client, as their link worker sees them first: their own words, what was promised, how to reach them safely.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.DutyOrigin
import org.alongside.core.DutyStatus
import org.alongside.core.EntityId
import org.alongside.core.NeedCategory
import org.alongside.core.NeedResolution
import org.alongside.core.NewDuty
import org.alongside.core.NextPlan
import org.alongside.core.SafeContactRule
import org.alongside.core.Timestamp

/** Shows a client and keeps what is agreed with them. */
class ClientModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<ClientState>(ClientState(case), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Writes down one thing that matters, as the client said it. */
    fun sayWhatMatters(words: String, category: NeedCategory? = null): Job =
        act { phone.sayWhatMatters(case, words, category) }

    /** Writes what matters in other words, when the client now says it otherwise. */
    fun rewordWhatMatters(id: EntityId, words: String): Job = act { phone.rewordWhatMatters(id, words) }

    /** Puts what matters into the client's order. */
    fun orderWhatMatters(order: List<EntityId>): Job = act { phone.orderWhatMatters(case, order) }

    /** Puts away what no longer matters; it stays in the record. */
    fun putAwayWhatMatters(id: EntityId): Job = act { phone.putAwayWhatMatters(id) }

    /** Writes down a need in the client's words. */
    fun raiseNeed(category: NeedCategory, words: String): Job = act { phone.raiseNeed(case, category, words) }

    /** Says what became of a need; [barrier] is what stood in the way, where something did. */
    fun resolveNeed(need: EntityId, resolution: NeedResolution, barrier: String?): Job =
        act { phone.resolveNeed(need, resolution, barrier) }

    /** The next contact was entered or changed: what speaks against its way stands in [ClientState.way]. */
    fun enterPlan(form: PlanForm): Job {
        change { it.copy(plan = form, doing = it.doing.copy(refusal = null)) }
        return scope.launch {
            val refusal = refusalOf { checkWay(form) } ?: return@launch
            change { it.copy(doing = it.doing.copy(refusal = refusal)) }
        }
    }

    /** Agrees when, how and why the two speak next. The client's phone shows it after the next sync. */
    fun agreeNextContact(): Job =
        act {
            val form = state.value.plan
            val at = form.at ?: return@act
            phone.agreeNextContact(case, NextPlan(at, form.mode, form.why, form.place.ifBlank { null }, form.agreed))
            change { it.copy(way = emptyList(), plan = PlanForm()) }
        }

    /** Writes down how it is safe to reach them. */
    fun setSafeContactRule(rule: SafeContactRule): Job = act { phone.setSafeContactRule(case, rule) }

    /** Gives the client the card of their link worker: this person. */
    fun introduceLinkWorker(whatTheyDo: String, reach: String): Job =
        act { phone.introduceLinkWorker(case, whatTheyDo, reach) }

    /** Answers what the client asked for. */
    fun answerWish(wish: EntityId, words: String): Job = act { phone.answerWish(wish, words) }

    /** Writes down what is owed to the client, by a day. */
    fun makeDuty(what: String, due: Timestamp): Job =
        act { phone.makeDuty(case, NewDuty(DutyOrigin.PROMISE, what = what, due = due)) }

    /** What was owed was done; [outcome] says what came of it. */
    fun settleDuty(duty: EntityId, outcome: String): Job =
        act { phone.settleDuty(duty, DutyStatus.DONE, outcome) }

    /** A promise of a signed note was kept; [outcome] says what came of it. */
    fun keepPromise(note: EntityId, outcome: String): Job =
        act { phone.settlePromise(note, DutyStatus.DONE, outcome) }

    /** The client asks for a pause, in their words when they gave any. */
    fun pauseForClient(words: String?, reviewAt: Timestamp? = null): Job =
        act { phone.pauseForClient(case, words, reviewAt) }

    /** The client is back. */
    fun welcomeBack(): Job = act { phone.welcomeBack(case) }

    /** Begins the support of somebody whose case was opened. */
    fun beginSupport(): Job = act { phone.beginEpisode(case) }

    override suspend fun read() {
        val overview = phone.caseOverview(case)
        val pages = readPages()
        val linkWorker = phone.linkWorker(case)
        val firstQuestion = phone.firstQuestion(case)
        val instruments = phone.instruments()
        change {
            it.copy(
                overview = overview,
                pages = pages,
                linkWorker = linkWorker,
                firstQuestion = firstQuestion,
                instruments = instruments,
            )
        }
    }

    override fun doing(state: ClientState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: ClientState) = ClientState(case)

    private suspend fun checkWay(form: PlanForm) {
        val way = phone.checkWay(case, form.mode, form.at)
        change { if (it.plan == form) it.copy(way = way) else it }
    }

    private suspend fun readPages() =
        ClientPages(
            whatMatters = phone.whatMatters(case),
            needs = phone.needs(case),
            wishes = phone.wishes(case),
            contacts = phone.contacts(case),
            notes = phone.notes(case),
            assessments = phone.assessments(case),
            handovers = phone.handovers(case),
        )
}
