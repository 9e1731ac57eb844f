package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.way.through
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Beginning
import org.alongside.companion.screens.TodayModel
import org.alongside.core.DraftSummary
import org.alongside.core.DutyLine
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/** What can be done about something owed. */
private enum class DutyEnd { DONE, RELEASED, TAKEN, TO_TEAM }

/** The page on which something owed is settled, or moves between this person and the team. */
internal fun dutyQuestion(phone: PhoneSurface, way: Way, model: TodayModel, line: DutyLine): Screen<*> {
    val moves = if (line.inTeamQueue) DutyEnd.TAKEN to R.string.duty_take else DutyEnd.TO_TEAM to R.string.duty_to_team
    val question = Question(
        title = R.string.duty_title,
        about = line.duty.what,
        label = R.string.duty_outcome,
        wordsMayBeEmpty = true,
        choiceLabel = R.string.duty_choice,
        options = listOf(DutyEnd.DONE to R.string.duty_done, DutyEnd.RELEASED to R.string.duty_released, moves),
        keptAs = Saying(WordsFor.DUTY_OUTCOME, line.case, line.id),
    )
    return AskScreen(phone, way, question) { words, end ->
        model.through(
            when (end) {
                DutyEnd.TAKEN -> model.takeDuty(line.id)
                DutyEnd.TO_TEAM -> model.handDutyToTeam(line.id)
                DutyEnd.RELEASED -> model.releaseDuty(line.id, words)
                else -> model.settleDuty(line.id, words)
            },
        )
    }
}

/** The screen on which a draft goes on. */
internal fun draftScreen(phone: PhoneSurface, way: Way, draft: DraftSummary): Screen<*> = when (draft.kind) {
    "assessment" -> AssessmentScreen(phone, way, draft.case, Beginning.From(draft.id))
    "handover_pack" -> HandoverScreen(phone, way, draft.case)
    else -> VisitScreen(phone, way, draft.case, draft.id)
}
