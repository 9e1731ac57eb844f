package org.alongside.companion.calls

import org.alongside.core.Found

/** Search over everything on this phone. */
interface SearchCalls {
    /**
     * Records that hold every word of `words`, best first, or those that came last where there are thousands; at
     * most `limit`. The last word may be unfinished from its second letter on; accents and case do not matter. Works
     * with no signal; nothing of it leaves the phone. After a first sync what came with it is found once
     * `waitForNews` was called.
     */
    suspend fun search(words: String, limit: UInt): List<Found>
}

internal class CoreSearchCalls(
    private val core: Core,
) : SearchCalls {
    override suspend fun search(words: String, limit: UInt): List<Found> = core.read { search(words, limit) }
}
