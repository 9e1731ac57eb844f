package org.alongside.app.worker.words

import org.alongside.app.R
import org.alongside.core.ContactMode
import org.alongside.core.ContactOutcome
import org.alongside.core.ContactPurpose

/** Ways of contact in the order in which they are offered. A value of a newer version is never offered. */
val contactModes: List<ContactMode> = ContactMode.entries - ContactMode.UNKNOWN

/** Purposes in the order in which they are offered. */
val contactPurposes: List<ContactPurpose> = ContactPurpose.entries - ContactPurpose.UNKNOWN

/** What comes of contacts, in the order in which it is offered. */
val contactOutcomes: List<ContactOutcome> = ContactOutcome.entries - ContactOutcome.UNKNOWN

/** The words of a way of contact. */
fun wordsOf(mode: ContactMode): Int = when (mode) {
    ContactMode.HOME -> R.string.way_home
    ContactMode.COMMUNITY -> R.string.way_community
    ContactMode.PRACTICE -> R.string.way_practice
    ContactMode.ACCOMPANIED -> R.string.way_accompanied
    ContactMode.PHONE -> R.string.way_phone
    ContactMode.VIDEO -> R.string.way_video
    ContactMode.MESSAGE -> R.string.way_message
    ContactMode.LETTER -> R.string.way_letter
    ContactMode.UNKNOWN -> R.string.value_unknown
}

/** The words of a purpose. */
fun wordsOf(purpose: ContactPurpose): Int = when (purpose) {
    ContactPurpose.LISTEN -> R.string.purpose_listen
    ContactPurpose.PLAN -> R.string.purpose_plan
    ContactPurpose.ASSESSMENT -> R.string.purpose_assessment
    ContactPurpose.REFERRAL_HELP -> R.string.purpose_referral_help
    ContactPurpose.ACCOMPANY -> R.string.purpose_accompany
    ContactPurpose.PRACTICAL_HELP -> R.string.purpose_practical_help
    ContactPurpose.FOLLOW_UP -> R.string.purpose_follow_up
    ContactPurpose.HANDOVER -> R.string.purpose_handover
    ContactPurpose.SAFETY -> R.string.purpose_safety
    ContactPurpose.RECRUITMENT -> R.string.purpose_recruitment
    ContactPurpose.UNKNOWN -> R.string.value_unknown
}

/** The words of what came of a contact. Nobody is said to have failed. */
fun wordsOf(outcome: ContactOutcome): Int = when (outcome) {
    ContactOutcome.TWO_WAY -> R.string.outcome_two_way
    ContactOutcome.NO_ANSWER -> R.string.outcome_no_answer
    ContactOutcome.MESSAGE_LEFT -> R.string.outcome_message_left
    ContactOutcome.NOT_HOME -> R.string.outcome_not_home
    ContactOutcome.CANCELLED_BY_CLIENT -> R.string.outcome_cancelled_by_client
    ContactOutcome.CANCELLED_BY_SERVICE -> R.string.outcome_cancelled_by_service
    ContactOutcome.UNKNOWN -> R.string.value_unknown
}
