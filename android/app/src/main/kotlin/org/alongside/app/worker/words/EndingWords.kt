package org.alongside.app.worker.words

import org.alongside.app.R
import org.alongside.core.ClosureDecision
import org.alongside.core.EndReason
import org.alongside.core.PackPart
import org.alongside.core.WishKind

/** Reasons for an ending, in the order in which they are offered. */
val endReasons: List<EndReason> = EndReason.entries - EndReason.UNKNOWN

/** The words of a reason for an ending. */
fun wordsOf(reason: EndReason): Int = when (reason) {
    EndReason.GOALS_MET -> R.string.end_goals_met
    EndReason.AGREED_ENDING -> R.string.end_agreed
    EndReason.MOVED -> R.string.end_moved
    EndReason.DECLINED -> R.string.end_declined
    EndReason.LOST_CONTACT -> R.string.end_lost_contact
    EndReason.DIED -> R.string.end_died
    EndReason.TRANSFERRED -> R.string.end_transferred
    EndReason.SERVICE_ENDED -> R.string.end_service_ended
    EndReason.UNKNOWN -> R.string.value_unknown
}

/** The words of what was decided after a look at an ending. */
fun wordsOf(decision: ClosureDecision): Int = when (decision) {
    ClosureDecision.GO_ON -> R.string.closure_go_on
    ClosureDecision.PAUSE -> R.string.closure_pause
    ClosureDecision.END -> R.string.closure_end
    ClosureDecision.SECOND_LOOK -> R.string.closure_second_look
    ClosureDecision.UNKNOWN -> R.string.value_unknown
}

/** The words above a part of a handover. */
fun wordsOf(part: PackPart): Int = when (part) {
    PackPart.WHAT_MATTERS -> R.string.pack_what_matters
    PackPart.PROMISES -> R.string.pack_promises
    PackPart.DO_AND_DO_NOT -> R.string.pack_do_and_do_not
    PackPart.SAFE_CONTACT -> R.string.pack_safe_contact
    PackPart.OPEN_DUTIES -> R.string.pack_open_duties
    PackPart.REFERRALS -> R.string.pack_referrals
    PackPart.RELATIONSHIP -> R.string.pack_relationship
}

/** The words of what a client asks for between contacts. */
fun wordsOf(wish: WishKind): Int = when (wish) {
    WishKind.CALL_ME -> R.string.wish_call_me
    WishKind.DO_NOT_CALL -> R.string.wish_do_not_call
    WishKind.CHANGE_NEXT -> R.string.wish_change_next
    WishKind.QUESTION -> R.string.wish_question
    WishKind.UNKNOWN -> R.string.value_unknown
}
