package org.alongside.app.words

import android.content.res.Resources
import org.alongside.app.R
import org.alongside.companion.screens.Refusal
import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.OfflineReason
import org.alongside.core.StorageProblem

/** What did not go through and what a person can do now, in plain words and with nothing of anybody in them. */
fun refusalInWords(resources: Resources, refusal: Refusal): String = when (val error = refusal.error) {
    is AlongsideException.Offline -> resources.getString(offline(error.why))
    is AlongsideException.SignInAgain -> resources.getString(R.string.refused_sign_in_again)
    is AlongsideException.UpdateApp -> resources.getString(R.string.refused_update_app)
    is AlongsideException.NotFound -> resources.getString(R.string.refused_not_found)
    is AlongsideException.NotAllowed -> resources.getString(R.string.refused_not_allowed)
    is AlongsideException.Invalid -> resources.getString(invalid(error.field, error.reason))
    is AlongsideException.Storage -> resources.getString(storage(error.what))
    is AlongsideException.Unexpected -> resources.getString(R.string.refused_unexpected, error.reference)
}

private fun offline(why: OfflineReason): Int = when (why) {
    OfflineReason.UNREACHABLE -> R.string.refused_unreachable
    OfflineReason.TOO_SLOW, OfflineReason.OUT_OF_TIME -> R.string.refused_too_slow
    OfflineReason.CUT_OFF -> R.string.refused_cut_off
    OfflineReason.NOT_OUR_SERVER -> R.string.refused_not_our_server
    OfflineReason.SERVER_BUSY -> R.string.refused_server_busy
    OfflineReason.CANCELLED -> R.string.refused_cancelled
    OfflineReason.ALREADY_RUNNING -> R.string.refused_already_running
}

private fun storage(what: StorageProblem): Int = when (what) {
    StorageProblem.FULL -> R.string.refused_full
    StorageProblem.LOCKED -> R.string.refused_locked
    StorageProblem.NEWER -> R.string.refused_update_app
    StorageProblem.DAMAGED, StorageProblem.MISSING -> R.string.refused_damaged
    StorageProblem.WRONG_KEY -> R.string.refused_key_gone
    StorageProblem.FOLDER -> R.string.refused_folder
}

private fun invalid(field: String, reason: InvalidReason): Int = when (field) {
    "code" -> code(reason)
    "server" -> R.string.refused_server
    "photo", "preview" -> if (reason == InvalidReason.TOO_LONG) R.string.refused_photo_large else R.string.refused_photo
    else -> reason(reason)
}

private fun code(reason: InvalidReason): Int = when (reason) {
    InvalidReason.USED -> R.string.refused_code_used
    InvalidReason.EXPIRED -> R.string.refused_code_expired
    else -> R.string.refused_code_unknown
}

private fun reason(reason: InvalidReason): Int = when (reason) {
    InvalidReason.EMPTY -> R.string.refused_empty
    InvalidReason.TOO_LONG -> R.string.refused_too_long
    InvalidReason.OUT_OF_RANGE -> R.string.refused_out_of_range
    InvalidReason.WRONG_TYPE -> R.string.refused_wrong_type
    InvalidReason.ALREADY_SEALED -> R.string.refused_already_sealed
    InvalidReason.NEEDS_REASON -> R.string.refused_needs_reason
    InvalidReason.NOT_SHARED -> R.string.refused_not_shared
    InvalidReason.UNDECIDED -> R.string.refused_undecided
    InvalidReason.OVERLAPS -> R.string.refused_overlaps
    InvalidReason.NOT_YET -> R.string.refused_not_yet
    InvalidReason.BLOCKED -> R.string.refused_blocked
    InvalidReason.NOT_FROM_HERE -> R.string.refused_not_from_here
    InvalidReason.UNKNOWN, InvalidReason.USED, InvalidReason.EXPIRED -> R.string.refused_unknown
    InvalidReason.UNSIGNED, InvalidReason.NOT_TRUSTED, InvalidReason.DAMAGED, InvalidReason.NO_LICENCE,
    InvalidReason.UNUSABLE,
    -> R.string.refused_pack
}
