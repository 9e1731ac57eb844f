package org.alongside.app.worker

import android.text.format.DateUtils
import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.heading
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.words.momentInWords
import org.alongside.app.words.onThisPhoneOnly
import org.alongside.app.worker.words.wordsOf
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.TodayModel
import org.alongside.companion.screens.TodayState
import org.alongside.core.DraftSummary
import org.alongside.core.DutyLine
import org.alongside.core.PlaceVisits
import org.alongside.core.QuietLine
import org.alongside.core.Today
import org.alongside.core.VisitLine

/** A link worker's day: what came back and is owed first, then the visits by place, and who it has been quiet with. */
class TodayScreen(
    private val phone: PhoneSurface,
    private val way: Way,
    private val now: () -> Long = System::currentTimeMillis,
) : Screen<TodayState>() {
    private val model = TodayModel(phone, scope, now)

    override val title = R.string.today_name
    override val states: StateFlow<TodayState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: TodayState) {
        val today = state.today ?: return
        heading(dayInWords(context, state.at))
        today.duties.forEach { duty(it) }
        today.visits.forEach { visitsAt(it) }
        quietWith(today)
        drafts(today)
        if (state.free) paragraph(words(R.string.today_free))
        otherDays(state)
        onThisPhone(today)
    }

    private fun Page.visitsAt(place: PlaceVisits) {
        // Where there is no place, the core gives the way of contact as in the middle of a sentence.
        heading(place.place.replaceFirstChar { it.titlecase() })
        place.visits.forEach { visit(it) }
    }

    private fun Page.visit(line: VisitLine) {
        val below = listOfNotNull(
            words(R.string.today_when_and_how, time(line.at), words(wordsOf(line.mode))),
            line.why,
            line.lastPromise?.let { words(R.string.today_promised, it.words) },
            words(R.string.today_not_agreed).takeIf { line.agreed == false },
            words(R.string.today_done).takeIf { line.done },
        )
        val flags = line.flags.joinToString("\n") { it.words }.ifEmpty { null }
        row("visit ${line.case}", line.knownAs ?: line.name, below, flags) { way.open(ClientScreen(phone, way, line.case)) }
    }

    private fun Page.duty(line: DutyLine) {
        val late = line.daysLate.toInt()
        val below = listOfNotNull(
            line.name,
            if (late > 0) resources.getQuantityString(R.plurals.today_days_late, late, late) else null,
            words(R.string.today_in_team_queue).takeIf { line.inTeamQueue },
        )
        val mark = words(if (line.bounced) R.string.today_came_back else R.string.today_owed)
        row("duty ${line.id}", line.duty.what, below, mark) { way.open(dutyQuestion(phone, way, model, line)) }
    }

    private fun Page.quietWith(today: Today) {
        if (today.quiet.isEmpty()) return
        heading(words(R.string.today_quiet))
        today.quiet.forEach { quietLine(it) }
    }

    private fun Page.quietLine(line: QuietLine) {
        row("quiet ${line.case}", line.knownAs ?: line.name, listOf(line.words)) {
            way.open(ClientScreen(phone, way, line.case))
        }
    }

    private fun Page.drafts(today: Today) {
        if (today.drafts.isEmpty()) return
        heading(words(R.string.today_drafts))
        today.drafts.forEach { draft(it) }
    }

    private fun Page.draft(draft: DraftSummary) {
        val begun = words(R.string.today_draft_begun, momentInWords(context, draft.started))
        row("draft ${draft.id}", words(kindOf(draft)), listOf(begun)) { way.open(draftScreen(phone, way, draft)) }
    }

    private fun Page.otherDays(state: TodayState) {
        action(words(R.string.today_day_before)) { model.moveDays(-1) }
        action(words(R.string.today_day_after)) { model.moveDays(1) }
        val another = dayInWords(context, state.at) != dayInWords(context, now())
        if (another) action(words(R.string.today_back_to_today)) { model.showToday() }
    }

    private fun Page.onThisPhone(today: Today) {
        today.onThisPhone.wantedBuild?.let { quiet(words(R.string.sync_wanted_build)) }
        onThisPhoneOnly(resources, today.onThisPhone).ifEmpty { listOf(words(R.string.sync_all_sent)) }.forEach { quiet(it) }
    }

    private fun Page.time(at: Long): String = DateUtils.formatDateTime(context, at, DateUtils.FORMAT_SHOW_TIME)

    private fun kindOf(draft: DraftSummary): Int = when (draft.kind) {
        "assessment" -> R.string.draft_assessment
        "handover_pack" -> R.string.draft_handover
        else -> R.string.draft_note
    }
}
