package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.ClientDetails
import org.alongside.core.Intensity
import org.alongside.core.MatchView

/** A client's details, the rhythm that was agreed, and clients who may be entered twice. */
interface DetailCalls {
    /**
     * Writes down details of a client. What is absent stays as it is; an empty text clears it.
     *
     * Fails with `Invalid` with an NHS number whose check digit does not fit, or a date on which nobody can be
     * born, or with `NotFound`.
     */
    suspend fun setClientDetails(case: CaseId, details: ClientDetails)

    /**
     * Writes down how often the two agreed to speak, and how much support, with the reason for that much.
     *
     * Fails with `Invalid` with days outside a year, or an amount of support without its reason, or with
     * `NotFound`.
     */
    suspend fun agreeRhythm(case: CaseId, everyDays: Long? = null, intensity: Intensity? = null, why: String? = null)

    /** Cases on this phone that may be of one person, for somebody to look at. Nothing is ever merged by itself. */
    suspend fun possibleDuplicates(): List<MatchView>
}

internal class CoreDetailCalls(
    private val core: Core,
) : DetailCalls {
    override suspend fun setClientDetails(case: CaseId, details: ClientDetails) =
        core.write { setClientDetails(case, details) }

    override suspend fun agreeRhythm(case: CaseId, everyDays: Long?, intensity: Intensity?, why: String?) =
        core.write { agreeRhythm(case, everyDays, intensity, why) }

    override suspend fun possibleDuplicates(): List<MatchView> = core.read { possibleDuplicates() }
}
