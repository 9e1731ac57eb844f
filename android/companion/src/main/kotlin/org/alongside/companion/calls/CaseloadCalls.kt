package org.alongside.companion.calls

import org.alongside.core.CaseSummary

/** The list of cases: the first screen of a link worker. */
interface CaseloadCalls {
    /** All cases on this phone, by name. */
    suspend fun caseload(): List<CaseSummary>
}

internal class CoreCaseloadCalls(
    private val core: Core,
) : CaseloadCalls {
    override suspend fun caseload(): List<CaseSummary> = core.read { caseload() }
}
