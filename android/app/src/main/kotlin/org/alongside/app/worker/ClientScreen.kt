package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.words.momentInWords
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.ClientModel
import org.alongside.companion.screens.ClientState
import org.alongside.core.CaseId
import org.alongside.core.CaseOverview
import org.alongside.core.SafeContact

/** What a link worker sees at somebody's door: their own words, what was promised, how to reach them safely. */
class ClientScreen(private val phone: PhoneSurface, private val way: Way, private val case: CaseId) : Screen<ClientState>() {
    private val model = ClientModel(phone, scope, case)
    private val ask = ClientQuestions(phone, way, model)

    override val title = R.string.client_title
    override val states: StateFlow<ClientState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: ClientState) {
        val overview = state.overview ?: return
        heading(overview.client.name)
        overview.client.knownAs?.let { quiet(words(R.string.caseload_known_as, it)) }
        overview.warnings.forEach { notice(it.words) }
        safely(overview.safeContact, overview.client.safeContact)
        state.firstQuestion?.let { question -> action(question) { way.open(ask.whatMatters()) } }
        ownWords(overview)
        promised(overview)
        nextContact(overview)
        doors(overview)
        owed(overview)
        wishes(state)
    }

    private fun Page.safely(rule: SafeContact?, words: String?) {
        val never = rule?.never.orEmpty().joinToString { words(wordsOf(it)) }
        if (never.isNotEmpty()) notice(words(R.string.client_never, never))
        listOfNotNull(rule?.times, rule?.wordsAllowed, words).distinct().forEach { notice(it) }
    }

    private fun Page.ownWords(overview: CaseOverview) {
        if (overview.ownWords.isEmpty()) return
        heading(words(R.string.client_own_words))
        overview.ownWords.forEach { quote(it.words) }
    }

    private fun Page.promised(overview: CaseOverview) {
        val promise = overview.lastPromise ?: return
        val days = promise.days.toInt()
        val ago = resources.getQuantityString(R.plurals.client_days_ago, days, days)
        val below = if (days > 0) listOf(ago) else emptyList()
        row("promise", promise.words, below, words(R.string.client_promised)) { way.open(ask.promise(promise)) }
    }

    private fun Page.nextContact(overview: CaseOverview) {
        heading(words(R.string.client_next))
        val next = overview.nextContact
        if (next == null) {
            paragraph(words(R.string.client_no_next))
        } else {
            paragraph(words(R.string.today_when_and_how, momentInWords(context, next.at), words(wordsOf(next.mode))))
            quiet(next.why)
        }
        overview.lastContact?.contact?.let { quiet(words(R.string.client_last, dayInWords(context, it.at))) }
        action(words(R.string.client_plan)) { way.open(NextContactScreen(phone, way, model)) }
    }

    private fun Page.doors(overview: CaseOverview) {
        mainAction(words(R.string.client_visit)) { way.open(VisitScreen(phone, way, case)) }
        action(words(R.string.client_goals)) { way.open(GoalsScreen(phone, way, case)) }
        action(words(R.string.client_referrals)) { way.open(OnwardReferralScreen(phone, way, case)) }
        action(words(R.string.client_record)) { way.open(ClientRecordScreen(phone, way, model, case)) }
        action(words(R.string.client_handover)) { way.open(HandoverScreen(phone, way, case)) }
        if (overview.episode == null || overview.atRest) {
            action(words(R.string.client_begin)) {
                if (overview.episode ==
                    null
                ) {
                    model.beginSupport()
                } else {
                    model.welcomeBack()
                }
            }
        } else {
            action(words(R.string.client_pause)) { way.open(ask.pause()) }
            action(words(R.string.client_ending)) { way.open(ClosureScreen(phone, way, case)) }
        }
    }

    private fun Page.owed(overview: CaseOverview) {
        heading(words(R.string.client_owed))
        overview.openDuties.forEach { owed ->
            val due = words(R.string.client_due, dayInWords(context, owed.duty.due))
            row("duty ${owed.id}", owed.duty.what, listOf(due)) { way.open(ask.duty(owed)) }
        }
        action(words(R.string.client_owe)) { way.open(OweScreen(phone, way, model)) }
    }

    private fun Page.wishes(state: ClientState) {
        val open = state.pages?.wishes.orEmpty().filter { it.open }
        if (open.isEmpty()) return
        heading(words(R.string.client_wishes))
        open.forEach { wish ->
            row("wish ${wish.id}", words(wordsOf(wish.wish.wish)), listOfNotNull(wish.wish.words)) {
                way.open(ask.wish(wish))
            }
        }
    }
}
