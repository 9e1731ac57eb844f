// What a screen says when something did not go through. Knows the eight errors; knows no words for them.
package org.alongside.companion.screens

import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.OfflineReason
import org.alongside.core.StorageProblem

/** What a person can do after something did not go through. Nothing they wrote is lost, whichever it is. */
enum class NextStep {
    /** Go on working; it is tried again by itself. */
    CARRY_ON,

    /** Do the same again. */
    TRY_AGAIN,

    /** Open a browser and sign in to the guest network that answered in the service's place. */
    SIGN_IN_TO_NETWORK,

    /** Ask for a new code and enrol this phone again. */
    ENROL_AGAIN,

    /** Take a newer version of the app. */
    UPDATE_APP,

    /** Correct the field that [Refusal.field] names. */
    CORRECT,

    /** Go back: it is not here, or not this person's to do. */
    GO_BACK,

    /** Make room on the phone. */
    FREE_SPACE,

    /** Save what can be saved of a file that cannot be read: see [RescueModel]. */
    RESCUE,

    /** Ask whoever runs the service, and do not delete the app: what was written may still be readable. */
    ASK_FOR_HELP,
}

/** Something that did not go through, with its [error] as the core gave it. */
data class Refusal(val error: AlongsideException) {
    /** What the person can do now. */
    val next: NextStep = nextStep(error)

    /** The field it is about, by its catalogue name, when it is about one. */
    val field: String? get() = (error as? AlongsideException.Invalid)?.field

    /** What is wrong with that field. */
    val reason: InvalidReason? get() = (error as? AlongsideException.Invalid)?.reason

    /** A stable word to report; only of a fault. */
    val reference: String? get() = (error as? AlongsideException.Unexpected)?.reference
}

private fun nextStep(error: AlongsideException): NextStep =
    when (error) {
        is AlongsideException.Offline -> afterOffline(error.why)
        is AlongsideException.SignInAgain -> NextStep.ENROL_AGAIN
        is AlongsideException.UpdateApp -> NextStep.UPDATE_APP
        is AlongsideException.NotFound, is AlongsideException.NotAllowed -> NextStep.GO_BACK
        is AlongsideException.Invalid -> NextStep.CORRECT
        is AlongsideException.Storage -> afterStorage(error.what)
        is AlongsideException.Unexpected -> NextStep.ASK_FOR_HELP
    }

private fun afterOffline(why: OfflineReason): NextStep =
    if (why == OfflineReason.NOT_OUR_SERVER) NextStep.SIGN_IN_TO_NETWORK else NextStep.CARRY_ON

private fun afterStorage(what: StorageProblem): NextStep =
    when (what) {
        StorageProblem.FULL -> NextStep.FREE_SPACE
        StorageProblem.LOCKED -> NextStep.TRY_AGAIN
        StorageProblem.NEWER -> NextStep.UPDATE_APP
        StorageProblem.DAMAGED, StorageProblem.MISSING -> NextStep.RESCUE
        StorageProblem.WRONG_KEY, StorageProblem.FOLDER -> NextStep.ASK_FOR_HELP
    }
