package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.CaseOverview
import org.alongside.core.Timestamp
import org.alongside.core.Today

/** The day's visits, and the first screen of one. */
interface TodayCalls {
    /** The day of this link worker that `at` lies in. */
    suspend fun today(at: Timestamp): Today

    /**
     * What a worker sees first at a visit: the client's own words, what was promised, how to reach them safely, and
     * what the rules found.
     *
     * Fails with `NotFound` when this phone does not have the case.
     */
    suspend fun caseOverview(case: CaseId): CaseOverview
}

internal class CoreTodayCalls(
    private val core: Core,
) : TodayCalls {
    override suspend fun today(at: Timestamp): Today = core.read { today(at) }

    override suspend fun caseOverview(case: CaseId): CaseOverview = core.read { caseOverview(case) }
}
