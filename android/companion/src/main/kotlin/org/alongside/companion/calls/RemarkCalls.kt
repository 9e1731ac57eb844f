package org.alongside.companion.calls

import org.alongside.core.Remark

/** What became of changes that did not simply apply. */
interface RemarkCalls {
    /** Changes of this phone that did not simply apply, newest first. */
    suspend fun remarks(): List<Remark>
}

internal class CoreRemarkCalls(
    private val core: Core,
) : RemarkCalls {
    override suspend fun remarks(): List<Remark> = core.read { remarks() }
}
