// What became of a client's referrals, in plain words.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import org.alongside.companion.PhoneSurface
import org.alongside.core.AssessmentCopyView
import org.alongside.core.CaseId
import org.alongside.core.ReferralNewsView

/** The state of the screen of a client's referrals. */
data class MyReferralsState(
    /** The news, newest first; nothing before it was read. */
    val news: List<ReferralNewsView>? = null,
    /** Copies of assessments that the client was given, newest first. */
    val copies: List<AssessmentCopyView> = emptyList(),
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = news != null

    /** News of referrals that are under way. */
    val open: List<ReferralNewsView> get() = news.orEmpty().filterNot { it.news.closed }
}

/** Shows a client what became of each referral. There is nothing to do here but read. */
class MyReferralsModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<MyReferralsState>(MyReferralsState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    override suspend fun read() {
        val news = phone.referralNews(case)
        val copies = phone.assessmentCopies(case)
        change { it.copy(news = news, copies = copies) }
    }

    override fun doing(state: MyReferralsState, doing: Doing) = state.copy(doing = doing)
}
