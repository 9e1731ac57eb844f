package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.heading
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.MyReferralsModel
import org.alongside.companion.screens.MyReferralsState
import org.alongside.core.AssessmentCopyView
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.ReferralNews

/** What became of each of a client's referrals, and the talks they have a copy of. */
class MyReferralsScreen(
    private val phone: PhoneSurface,
    private val case: CaseId,
    private val way: Way
) : Screen<MyReferralsState>() {
    private val model = MyReferralsModel(phone, scope, case)

    override val title = R.string.referrals_name
    override val states: StateFlow<MyReferralsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: MyReferralsState) {
        val news = state.news.orEmpty()
        if (news.isEmpty()) paragraph(words(R.string.referrals_none))
        news.forEach { news(it.news) }
        if (state.copies.isEmpty()) return
        heading(words(R.string.referrals_copies))
        state.copies.forEach { copy(it) }
    }

    private fun Page.news(news: ReferralNews) {
        heading(news.service)
        paragraph(news.words)
        news.next?.let { paragraph(words(R.string.referrals_next, it)) }
        news.by?.let { quiet(words(R.string.referrals_by, dayInWords(context, it))) }
        quiet(dayInWords(context, news.at))
    }

    private fun Page.copy(copy: AssessmentCopyView) {
        row(copy.id, copy.title, listOf(dayInWords(context, copy.at))) { way.open(CopyScreen(phone, case, copy.id)) }
    }
}

/** A client's own copy of what they said when they were asked. */
class CopyScreen(phone: PhoneSurface, case: CaseId, private val copy: EntityId) : Screen<MyReferralsState>() {
    private val model = MyReferralsModel(phone, scope, case)

    override val title = R.string.copy_title
    override val states: StateFlow<MyReferralsState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: MyReferralsState) {
        val view = state.copies.firstOrNull { it.id == copy } ?: return
        heading(view.title)
        quiet(words(R.string.copy_at, dayInWords(context, view.at)))
        view.lines.forEach { line ->
            quiet(line.asked)
            paragraph(line.said)
        }
        view.licence?.let { quiet(it) }
    }
}
