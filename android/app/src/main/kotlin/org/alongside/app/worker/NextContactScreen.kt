package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.choice
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.moment
import org.alongside.app.kit.notice
import org.alongside.app.kit.quiet
import org.alongside.app.kit.tick
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.worker.words.contactModes
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ClientModel
import org.alongside.companion.screens.ClientState
import org.alongside.companion.screens.HalfSaid
import org.alongside.companion.screens.PlanForm
import org.alongside.companion.screens.refusalOf
import org.alongside.core.WordsFor

/** Agrees the next contact: when, how, and why, in words the client reads. Nobody is called out of the blue. */
class NextContactScreen(phone: PhoneSurface, private val way: Way, private val model: ClientModel) : Screen<ClientState>() {
    private val half = HalfSaid(phone, scope, model.state.value.case)

    override val title = R.string.client_plan
    override val states: StateFlow<ClientState> = model.state

    init {
        scope.launch { refusalOf { goOnWithBegun() } }
    }

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        half.leave()
    }

    override fun Page.show(state: ClientState) {
        val plan = state.plan
        moment("at", words(R.string.plan_when), plan.at) { enter { copy(at = it) } }
        choice(
            "mode", words(R.string.plan_how),
            contactModes.map {
                it to words(wordsOf(it))
            },
            plan.mode
        ) { enter { copy(mode = it) } }
        state.way.forEach { notice(it.words) }
        field("why", words(R.string.plan_why), plan.why) { enter { copy(why = it) } }
        quiet(words(R.string.plan_why_read))
        field("place", words(R.string.plan_where), plan.place) { enter { copy(place = it) } }
        tick("agreed", words(R.string.plan_agreed), plan.agreed) { enter { copy(agreed = it) } }
        mainAction(words(R.string.plan_action), state.canPlan) { agree() }
    }

    private fun enter(how: PlanForm.() -> PlanForm) {
        if (half.isSaying) return
        val plan = model.state.value.plan.how()
        model.enterPlan(plan)
        half.type(WordsFor.NEXT_CONTACT_WHY, plan.why)
        half.type(WordsFor.NEXT_CONTACT_PLACE, plan.place)
    }

    private suspend fun goOnWithBegun() {
        val begun = half.begun(WordsFor.NEXT_CONTACT_WHY, WordsFor.NEXT_CONTACT_PLACE)
        if (begun.isEmpty()) return
        val plan = model.state.value.plan
        val why = plan.why.ifEmpty { begun[WordsFor.NEXT_CONTACT_WHY].orEmpty() }
        model.enterPlan(plan.copy(why = why, place = plan.place.ifEmpty { begun[WordsFor.NEXT_CONTACT_PLACE].orEmpty() }))
    }

    private fun agree() {
        scope.launch {
            val agreed = refusalOf { half.said { model.through(model.agreeNextContact())?.let { throw it.error } } } == null
            if (agreed) way.back()
        }
    }
}
