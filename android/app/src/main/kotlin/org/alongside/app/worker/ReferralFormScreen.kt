package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.quiet
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.notifications
import org.alongside.app.worker.words.supportModes
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.OnwardReferralModel
import org.alongside.companion.screens.OnwardReferralState
import org.alongside.companion.screens.ReferralForm
import org.alongside.core.CaseId

/** An onward referral as it is being entered, with the directory a press away. */
class ReferralFormScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val model: OnwardReferralModel,
    private val case: CaseId,
) : Screen<OnwardReferralState>() {
    override val title = R.string.referral_begin
    override val states: StateFlow<OnwardReferralState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: OnwardReferralState) {
        val form = state.form
        val open = state.needs.filter { it.need.resolution == null }
        if (open.isNotEmpty()) {
            choice(
                "need", words(R.string.referral_need),
                open.map {
                    it.id to it.need.words
                },
                form.need
            ) { enter { copy(need = it) } }
        }
        action(words(R.string.referral_pick)) { way.open(ServicePickerScreen(phone, way, model, case, form.need)) }
        field("to", words(R.string.referral_to), form.to) {
            enter { copy(to = it, service = service.takeIf { _ -> it == to }) }
        }
        if (form.service != null) quiet(words(R.string.referral_from_directory))
        field("why", words(R.string.referral_why), form.why, Writing.SENTENCES) { enter { copy(why = it) } }
        val modes = supportModes.map { it to words(wordsOf(it)) }
        choice("support", words(R.string.referral_support), modes, form.supportMode) { enter { copy(supportMode = it) } }
        field("adjustments", words(R.string.referral_adjustments), form.adjustments, Writing.SENTENCES) {
            enter { copy(adjustments = it) }
        }
        val told = notifications.map { it to words(wordsOf(it)) }
        choice("notified", words(R.string.referral_notified), told, form.notified) { enter { copy(notified = it) } }
        mainAction(words(R.string.ask_save), state.canRefer) { refer() }
    }

    private fun enter(how: ReferralForm.() -> ReferralForm) = model.enter(model.state.value.form.how())

    private fun refer() {
        scope.launch { if (model.through(model.refer()) == null) way.back() }
    }
}
