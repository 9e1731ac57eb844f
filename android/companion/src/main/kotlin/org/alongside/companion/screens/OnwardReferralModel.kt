// Onward referrals: begun, and never out of sight until somebody knows what became of them.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NeedCategory
import org.alongside.core.NeedView
import org.alongside.core.NewReferral
import org.alongside.core.NewUnmetNeed
import org.alongside.core.Notified
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.ReferralView
import org.alongside.core.ServiceCard
import org.alongside.core.SupportMode
import org.alongside.core.UnmetNeedView
import org.alongside.core.WordsFor

/** An onward referral as it is being entered. */
data class ReferralForm(
    /** The service, in words; filled in from [service] when one was picked. */
    val to: String = "",
    /** The service that was picked from the directory, when one was. */
    val service: EntityId? = null,
    /** The need it is for. */
    val need: EntityId? = null,
    /** What the service is about. */
    val category: NeedCategory? = null,
    /** Why, in words the client would agree with. */
    val why: String = "",
    /** How the client gets there. */
    val supportMode: SupportMode? = null,
    /** What the service must make possible for the client. */
    val adjustments: String = "",
    /** Whether the service was told. */
    val notified: Notified? = null,
    /** After how many days an answer is expected. */
    val expectedDays: Long? = null,
) {
    /** The words in it, by what they are for. */
    internal val words: Map<WordsFor, String>
        get() =
            mapOf(
                WordsFor.REFERRAL_TO to to,
                WordsFor.REFERRAL_WHY to why,
                WordsFor.REFERRAL_ADJUSTMENTS to adjustments,
            )

    /** The same with words that were begun before, where there are none yet. */
    internal fun goingOnWith(begun: Map<WordsFor, String>): ReferralForm =
        copy(
            to = to.ifEmpty { begun[WordsFor.REFERRAL_TO].orEmpty() },
            why = why.ifEmpty { begun[WordsFor.REFERRAL_WHY].orEmpty() },
            adjustments = adjustments.ifEmpty { begun[WordsFor.REFERRAL_ADJUSTMENTS].orEmpty() },
        )

    /** As the core takes it. */
    fun toReferral(): NewReferral =
        NewReferral(
            need = need,
            to = to.trim(),
            why = why.trim(),
            supportMode = supportMode,
            adjustments = adjustments.ifBlank { null },
            service = service,
            category = category,
            notified = notified,
            expectedDays = expectedDays,
        )
}

/** A referral with the steps it can take from where it stands. */
data class ReferralLine(
    /** The referral and what happened to it. */
    val view: ReferralView,
    /** What can happen next; empty when it is over. */
    val next: List<ReferralState>,
) {
    /** Where it stands. */
    val standing: ReferralState
        get() = view.statuses.maxByOrNull { it.status.at }?.status?.status ?: ReferralState.DRAFTED
}

/** The state of the screen of onward referrals. */
data class OnwardReferralState(
    /** The case. */
    val case: CaseId,
    /** The referrals, newest first; nothing before they were read. */
    val referrals: List<ReferralLine>? = null,
    /** The client's needs, to refer for. */
    val needs: List<NeedView> = emptyList(),
    /** What nothing serves for now. */
    val unmet: List<UnmetNeedView> = emptyList(),
    /** The referral that is being entered. */
    val form: ReferralForm = ReferralForm(),
    /** The referral that was begun last. */
    val begun: EntityId? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = referrals != null

    /** Whether enough was entered. */
    val canRefer: Boolean get() = form.to.isNotBlank() && !doing.busy
}

/** Refers a client onward and writes down what came of it. */
class OnwardReferralModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<OnwardReferralState>(OnwardReferralState(case), scope) {
    private val half = HalfSaid(phone, scope, case)

    init {
        follow(phone.changes)
        refresh()
    }

    /** The referral was entered or changed. Its words are kept until it is begun. */
    fun enter(form: ReferralForm) {
        if (half.isSaying) return
        change { it.copy(form = form) }
        form.words.forEach(half::type)
    }

    /** A service was picked from the directory, for a need when one is given. */
    fun choose(card: ServiceCard, need: EntityId?) =
        enter(
            state.value.form.copy(
                to = card.service.name,
                service = card.id,
                need = need ?: state.value.form.need,
                category = card.service.category,
                expectedDays = card.service.expectedDays,
            ),
        )

    /** Begins the referral that was entered. */
    fun refer(): Job =
        act {
            half.said {
                val begun = phone.referOnward(case, state.value.form.toReferral())
                change { it.copy(begun = begun, form = ReferralForm()) }
            }
        }

    /** Writes down what happened to a referral. One that came back owes the client a new way, at once. */
    fun recordStep(referral: EntityId, step: ReferralStep): Job = act { phone.recordReferralStep(referral, step) }

    /** Writes down that nothing serves a need for now. */
    fun recordUnmetNeed(new: NewUnmetNeed): Job = act { phone.recordUnmetNeed(case, new) }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half.leave()

    override suspend fun read() {
        val begun = half.begun(*ReferralForm().words.keys.toTypedArray())
        val referrals = phone.referrals(case).map { ReferralLine(it, phone.nextReferralSteps(it.id)) }
        val needs = phone.needs(case)
        val unmet = phone.unmetNeeds(case)
        change { it.copy(referrals = referrals, needs = needs, unmet = unmet, form = it.form.goingOnWith(begun)) }
    }

    override fun doing(state: OnwardReferralState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: OnwardReferralState) = OnwardReferralState(case)
}
