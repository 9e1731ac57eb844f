package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.field
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.kit.tick
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.app.words.dayInWords
import org.alongside.app.worker.words.capacities
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.OnwardReferralModel
import org.alongside.companion.screens.ServiceDetail
import org.alongside.companion.screens.ServicePickerModel
import org.alongside.companion.screens.ServicePickerState
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NewKnowledge
import org.alongside.core.Saying
import org.alongside.core.ServiceCard
import org.alongside.core.WordsFor

/** The directory, for one client: by need, also beyond what is always used, and what to know before a form is filled in. */
class ServicePickerScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val referral: OnwardReferralModel,
    case: CaseId,
    private val need: EntityId?,
) : Screen<ServicePickerState>() {
    private val model = ServicePickerModel(phone, scope, case, need)

    override val title = R.string.picker_title
    override val states: StateFlow<ServicePickerState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun back(): Boolean {
        val looking = model.state.value.detail != null
        if (looking) model.lookAtAll()
        return looking
    }

    override fun Page.show(state: ServicePickerState) {
        val detail = state.detail
        if (detail == null) list(state) else service(detail)
    }

    private fun Page.list(state: ServicePickerState) {
        val search = state.search
        field("words", words(R.string.picker_search), search.words.orEmpty()) {
            model.search(model.state.value.search.copy(words = it.ifBlank { null }))
        }
        tick("free", words(R.string.picker_free), search.free) { model.search(model.state.value.search.copy(free = it)) }
        val picker = state.picker ?: return
        if (picker.nothingForTheNeed) notice(words(R.string.picker_nothing))
        picker.shelves.forEach { shelf ->
            heading(words(wordsOf(shelf.category)))
            shelf.services.forEach { card(it) }
        }
        if (picker.rarelyUsed.isEmpty()) return
        heading(words(R.string.picker_rarely_used))
        picker.rarelyUsed.forEach { card(it) }
    }

    private fun Page.card(card: ServiceCard) {
        val below = listOfNotNull(card.service.provider, card.service.area, card.capacity?.let { words(wordsOf(it)) }) +
            card.reasons.map { it.words }
        val mark = card.alerts.joinToString("\n") { it.words }.ifEmpty { null }
        row("service ${card.id}", card.service.name, below, mark) { model.look(card.id) }
    }

    private fun Page.service(detail: ServiceDetail) {
        val card = detail.view.card
        heading(card.service.name)
        paragraph(words(wordsOf(detail.eligibility.result)))
        detail.eligibility.reasons.forEach { quiet(it.words) }
        (card.alerts + detail.duplicates).forEach { notice(it.words) }
        about(card)
        known(detail)
        mainAction(words(R.string.picker_choose)) { choose(card) }
        action(words(R.string.picker_confirm)) { model.confirm(card.id) }
        action(words(R.string.picker_add_knowledge)) { way.open(knowledge(card)) }
        action(words(R.string.picker_all)) { model.lookAtAll() }
    }

    private fun Page.about(card: ServiceCard) {
        val service = card.service
        val lines = listOf(
            service.description,
            service.eligibility,
            service.applicationProcess,
            service.fees,
            service.openingTimes,
            service.wait,
            service.accessibility,
            service.phone,
            service.email,
            service.address,
        )
        lines.filterNotNull().forEach { paragraph(it) }
        service.lastConfirmedAt?.let { quiet(words(R.string.picker_confirmed, dayInWords(context, it))) }
    }

    private fun Page.known(detail: ServiceDetail) {
        if (detail.view.knowledge.isEmpty()) return
        heading(words(R.string.picker_known))
        detail.view.knowledge.forEach { view ->
            paragraph(view.knowledge.note)
            quiet(words(R.string.record_by, view.authorName, dayInWords(context, view.knowledge.at)))
        }
    }

    private fun choose(card: ServiceCard) {
        referral.choose(card, need)
        model.lookAtAll()
        way.back()
    }

    private fun knowledge(card: ServiceCard): Screen<*> {
        val question = Question(
            title = R.string.picker_add_knowledge,
            label = R.string.picker_knowledge_words,
            choiceLabel = R.string.picker_capacity,
            options = capacities.map { it to wordsOf(it) },
            about = card.service.name,
            keptAs = Saying(WordsFor.SERVICE_KNOWLEDGE, about = card.id),
        )
        return AskScreen(phone, way, question) { words, capacity ->
            model.through(model.addKnowledge(card.id, NewKnowledge(words, capacity)))
        }
    }
}
