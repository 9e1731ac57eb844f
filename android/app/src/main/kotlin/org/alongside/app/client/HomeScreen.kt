package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.field
import org.alongside.app.kit.graveAction
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.words.momentInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.HomeModel
import org.alongside.companion.screens.HomeState
import org.alongside.core.ChangeView
import org.alongside.core.ClientHome
import org.alongside.core.LinkWorkerCard
import org.alongside.core.NextContactView
import org.alongside.core.WishKind
import org.alongside.core.WishView

/** A client's first screen: who walks alongside them, when they speak next, and how to ask for something in between. */
class HomeScreen(private val phone: PhoneSurface, private val way: Way) : Screen<HomeState>() {
    private val model = HomeModel(phone, scope)

    override val title = R.string.home_name
    override val states: StateFlow<HomeState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: HomeState) {
        val home = state.home ?: return
        home.change?.let { change(it) }
        worker(home.linkWorker, home.reachMissing)
        next(home.nextContact, home.nextToConfirm)
        asked(state.openWishes, home.wishes.filter { it.wish.answer != null }.take(1))
        ask(home, state)
    }

    private fun Page.change(change: ChangeView) {
        val notice = change.notice
        val day = dayInWords(context, notice.changesAt)
        heading(words(R.string.home_change))
        val who =
            notice.toName?.let { words(R.string.home_change_to, it, day) } ?: words(R.string.home_change_to_unknown, day)
        notice(listOfNotNull(who, notice.why, notice.meetTogetherAt?.let { together(it) }).joinToString("\n"))
        action(words(R.string.home_change_seen)) { model.noteChangeSeen(change.id) }
    }

    private fun Page.together(at: Long) = words(R.string.home_change_together, momentInWords(context, at))

    private fun Page.worker(card: LinkWorkerCard?, reachMissing: String?) {
        heading(words(R.string.home_worker))
        if (card == null) return paragraph(words(R.string.home_no_worker))
        paragraph(card.name)
        if (card.whatTheyDo.isNotEmpty()) paragraph(card.whatTheyDo)
        quiet(reachMissing ?: words(R.string.home_reach, card.reach))
    }

    private fun Page.next(next: NextContactView?, toConfirm: String?) {
        heading(words(R.string.home_next))
        if (next == null) return paragraph(words(R.string.home_no_next))
        paragraph(words(R.string.next_at_how, momentInWords(context, next.at), words(modeInWords(next.mode))))
        paragraph(words(R.string.home_next_who, next.who))
        paragraph(words(R.string.home_next_why, next.why))
        next.place?.let { quiet(words(R.string.home_next_place, it)) }
        toConfirm?.let { notice(it) }
    }

    private fun Page.asked(open: List<WishView>, answered: List<WishView>) {
        if (open.isEmpty() && answered.isEmpty()) return
        heading(words(R.string.home_asked))
        (open + answered).forEach { wish(it) }
    }

    private fun Page.wish(view: WishView) {
        val kind = words(wishInWords(view.wish.wish))
        paragraph(view.wish.words ?: kind)
        quiet(view.wish.answer?.let { words(R.string.home_answer, it) } ?: words(R.string.home_waiting_answer))
        if (view.open) action(words(R.string.home_take_back, view.wish.words ?: kind)) { model.withdraw(view.id) }
    }

    private fun Page.ask(home: ClientHome, state: HomeState) {
        heading(words(R.string.home_ask))
        notice(home.notWatched)
        graveAction(words(R.string.help_title)) { way.open(HelpScreen(phone)) }
        mainAction(words(R.string.home_ask_call), !state.doing.busy) { model.wish(WishKind.CALL_ME) }
        field("words", words(R.string.home_ask_words), state.words, Writing.SENTENCES, typed = model::typeWords)
        val said = state.words.isNotBlank() && !state.doing.busy
        action(words(R.string.home_ask_question), said) { model.wish(WishKind.QUESTION) }
        action(words(R.string.home_ask_another_time), said) { model.wish(WishKind.CHANGE_NEXT) }
        action(words(R.string.home_ask_no_call), !state.doing.busy) { model.wish(WishKind.DO_NOT_CALL) }
    }
}
