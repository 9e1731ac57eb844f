package org.alongside.companion.calls

import org.alongside.core.StoredRecord

/** All records of this phone, for the page that shows a person what is stored. */
interface RecordCalls {
    /**
     * Every record on this phone, in the order in which it came. Megabytes for a full caseload: for exports and
     * checks, not for screens.
     */
    suspend fun records(): List<StoredRecord>
}

internal class CoreRecordCalls(
    private val core: Core,
) : RecordCalls {
    override suspend fun records(): List<StoredRecord> = core.read { records() }
}
