package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.OnwardReferralModel
import org.alongside.companion.screens.OnwardReferralState
import org.alongside.companion.screens.ReferralLine
import org.alongside.core.CaseId
import org.alongside.core.EntityId

/** A client's onward referrals. None is out of sight until somebody knows what became of it. */
class OnwardReferralScreen(private val phone: PhoneSurface, private val way: Way, private val case: CaseId) :
    Screen<OnwardReferralState>() {
    private val model = OnwardReferralModel(phone, scope, case)

    override val title = R.string.referrals_title
    override val states: StateFlow<OnwardReferralState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: OnwardReferralState) {
        val lines = state.referrals.orEmpty()
        if (lines.isEmpty()) paragraph(words(R.string.referrals_none_begun))
        lines.forEach { line(it) }
        mainAction(words(R.string.referral_begin)) { way.open(ReferralFormScreen(phone, way, model, case)) }
        action(words(R.string.unmet_title)) { way.open(unmetQuestion(phone, way, model)) }
        if (state.unmet.isEmpty()) return
        heading(words(R.string.unmet_heading))
        state.unmet.forEach { view ->
            paragraph(words(wordsOf(view.unmet.category)))
            quiet(words(wordsOf(view.unmet.why)))
        }
    }

    private fun Page.line(line: ReferralLine) {
        val standing = words(wordsOf(line.standing))
        val back = line.standing in cameBack
        val below = listOf(if (back) "" else standing, line.view.referral.why, dayInWords(context, line.view.referral.at))
        row("referral ${line.view.id}", line.view.referral.to, below.filter { it.isNotBlank() }, standing.takeIf { back }) {
            way.open(ReferralScreen(phone, way, model, line.view.id))
        }
    }
}

/** One referral: what happened to it, and what can happen next. */
class ReferralScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val model: OnwardReferralModel,
    private val referral: EntityId,
) : Screen<OnwardReferralState>() {
    override val title = R.string.referral_title
    override val states: StateFlow<OnwardReferralState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: OnwardReferralState) {
        val line = state.referrals.orEmpty().firstOrNull { it.view.id == referral } ?: return
        heading(line.view.referral.to)
        paragraph(line.view.referral.why)
        line.view.referral.supportMode?.let { quiet(words(wordsOf(it))) }
        line.view.referral.adjustments?.let { quiet(it) }
        heading(words(R.string.referral_happened))
        line.view.statuses.sortedBy { it.status.at }.forEach { step ->
            val day = dayInWords(context, step.status.at)
            paragraph(words(R.string.referral_step_on, words(wordsOf(step.status.status)), day))
            step.status.reason?.let { quiet(it) }
        }
        if (line.next.isNotEmpty()) mainAction(words(R.string.referral_next)) { way.open(stepQuestion(phone, way, model, line)) }
    }
}
