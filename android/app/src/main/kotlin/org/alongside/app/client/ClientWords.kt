package org.alongside.app.client

import org.alongside.app.R
import org.alongside.core.ContactMode
import org.alongside.core.GoalStatus
import org.alongside.core.SharingPurpose
import org.alongside.core.StepBy
import org.alongside.core.WishKind

/** How two people meet, as the end of a sentence to a client. */
internal fun modeInWords(mode: ContactMode): Int = when (mode) {
    ContactMode.HOME -> R.string.mode_home
    ContactMode.COMMUNITY -> R.string.mode_community
    ContactMode.PRACTICE -> R.string.mode_practice
    ContactMode.ACCOMPANIED -> R.string.mode_accompanied
    ContactMode.PHONE -> R.string.mode_phone
    ContactMode.VIDEO -> R.string.mode_video
    ContactMode.MESSAGE -> R.string.mode_message
    ContactMode.LETTER -> R.string.mode_letter
    ContactMode.UNKNOWN -> R.string.mode_unknown
}

/** What a client asked for. */
internal fun wishInWords(wish: WishKind): Int = when (wish) {
    WishKind.CALL_ME -> R.string.wish_call_me
    WishKind.DO_NOT_CALL -> R.string.wish_do_not_call
    WishKind.CHANGE_NEXT -> R.string.wish_change_next
    WishKind.QUESTION -> R.string.wish_question
    WishKind.UNKNOWN -> R.string.wish_unknown
}

/** Where a goal stands. */
internal fun goalInWords(status: GoalStatus): Int = when (status) {
    GoalStatus.PROPOSED -> R.string.goals_status_proposed
    GoalStatus.ACTIVE -> R.string.goals_status_active
    GoalStatus.PARKED -> R.string.goals_status_parked
    GoalStatus.REACHED -> R.string.goals_status_reached
    GoalStatus.PARTLY -> R.string.goals_status_partly
    GoalStatus.DROPPED -> R.string.goals_status_dropped
    GoalStatus.CHANGED -> R.string.goals_status_changed
    GoalStatus.UNKNOWN -> R.string.goals_status_unknown
}

/** Who takes a step; nothing when nobody has said. */
internal fun stepByInWords(by: StepBy?): Int? = when (by) {
    StepBy.CLIENT -> R.string.goals_step_client
    StepBy.WORKER -> R.string.goals_step_worker
    StepBy.TOGETHER -> R.string.goals_step_together
    StepBy.SERVICE -> R.string.goals_step_service
    StepBy.UNKNOWN, null -> null
}

/** What a share switch is for. */
internal fun purposeInWords(purpose: SharingPurpose): Int = when (purpose) {
    SharingPurpose.PRACTICE -> R.string.sharing_practice
    SharingPurpose.PRACTICE_CODES_ONLY -> R.string.sharing_practice_codes
    SharingPurpose.SUPERVISOR -> R.string.sharing_supervisor
    SharingPurpose.SERVICE -> R.string.sharing_service
    SharingPurpose.CARER -> R.string.sharing_carer
    SharingPurpose.RESEARCH -> R.string.sharing_research
    SharingPurpose.MESSAGES -> R.string.sharing_messages
    SharingPurpose.UNKNOWN -> R.string.sharing_unknown
}
