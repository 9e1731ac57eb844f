package org.alongside.app.worker.words

import org.alongside.app.R
import org.alongside.core.Capacity
import org.alongside.core.Eligibility
import org.alongside.core.Notified
import org.alongside.core.ReferralState
import org.alongside.core.SupportMode
import org.alongside.core.UnmetReason

/** Ways of helping somebody to a service, in the order in which they are offered. */
val supportModes: List<SupportMode> = SupportMode.entries - SupportMode.UNKNOWN

/** Reasons why nothing serves a need, in the order in which they are offered. */
val unmetReasons: List<UnmetReason> = UnmetReason.entries - UnmetReason.UNKNOWN

/** Answers to whether the service was told. */
val notifications: List<Notified> = Notified.entries - Notified.UNKNOWN

/** What may be known of room at a service. */
val capacities: List<Capacity> = Capacity.entries - Capacity.UNKNOWN

/** The words of where a referral stands. */
fun wordsOf(state: ReferralState): Int = when (state) {
    ReferralState.DRAFTED -> R.string.referral_drafted
    ReferralState.SENT -> R.string.referral_sent
    ReferralState.RECEIVED -> R.string.referral_received
    ReferralState.ACCEPTED -> R.string.referral_accepted
    ReferralState.WAITING -> R.string.referral_waiting
    ReferralState.REJECTED -> R.string.referral_rejected
    ReferralState.FAILED -> R.string.referral_did_not_work
    ReferralState.CANCELLED -> R.string.referral_cancelled
    ReferralState.ON_HOLD -> R.string.referral_on_hold
    ReferralState.STARTED -> R.string.referral_started
    ReferralState.ATTENDED -> R.string.referral_attended
    ReferralState.FINISHED -> R.string.referral_finished
    ReferralState.UNKNOWN -> R.string.value_unknown
}

/** The words of how somebody gets to a service. */
fun wordsOf(mode: SupportMode): Int = when (mode) {
    SupportMode.TOLD_ABOUT -> R.string.support_told_about
    SupportMode.INFORMATION_GIVEN -> R.string.support_information_given
    SupportMode.REFERRED -> R.string.support_referred
    SupportMode.WARM_HANDOVER -> R.string.support_warm_handover
    SupportMode.ACCOMPANY -> R.string.support_accompany
    SupportMode.DO_TOGETHER -> R.string.support_do_together
    SupportMode.UNKNOWN -> R.string.value_unknown
}

/** The words of whether the service was told. */
fun wordsOf(notified: Notified): Int = when (notified) {
    Notified.YES -> R.string.notified_yes
    Notified.NO -> R.string.notified_no
    Notified.CLIENT_WILL -> R.string.notified_client_will
    Notified.UNKNOWN -> R.string.value_unknown
}

/** The words of room at a service. */
fun wordsOf(capacity: Capacity): Int = when (capacity) {
    Capacity.HAS_CAPACITY -> R.string.capacity_has
    Capacity.NO_CAPACITY -> R.string.capacity_none
    Capacity.WAITING_LIST -> R.string.capacity_waiting_list
    Capacity.ASK -> R.string.capacity_ask
    Capacity.UNKNOWN -> R.string.value_unknown
}

/** The words of whether a service is likely to take somebody. */
fun wordsOf(eligibility: Eligibility): Int = when (eligibility) {
    Eligibility.FITS -> R.string.eligibility_fits
    Eligibility.ASK -> R.string.eligibility_ask
    Eligibility.DOES_NOT_FIT -> R.string.eligibility_does_not_fit
}

/** The words of why nothing serves a need. */
fun wordsOf(reason: UnmetReason): Int = when (reason) {
    UnmetReason.NO_SERVICE -> R.string.unmet_no_service
    UnmetReason.NOT_ELIGIBLE -> R.string.unmet_not_eligible
    UnmetReason.WAITING -> R.string.unmet_waiting
    UnmetReason.UNAFFORDABLE -> R.string.unmet_unaffordable
    UnmetReason.INACCESSIBLE -> R.string.unmet_inaccessible
    UnmetReason.UNKNOWN -> R.string.value_unknown
}
