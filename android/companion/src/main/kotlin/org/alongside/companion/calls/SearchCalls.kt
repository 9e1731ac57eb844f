package org.alongside.companion.calls

import org.alongside.core.Found

/** Search over everything on this phone. */
interface SearchCalls {
    /**
     * Records that hold every word of `words`, best first, at most `limit`. The last word may be unfinished;
     * accents and case do not matter. Works with no signal; nothing of it leaves the phone.
     */
    suspend fun search(words: String, limit: UInt): List<Found>
}

internal class CoreSearchCalls(
    private val core: Core,
) : SearchCalls {
    override suspend fun search(words: String, limit: UInt): List<Found> = core.read { search(words, limit) }
}
