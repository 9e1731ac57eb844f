package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NeedCategory
import org.alongside.core.WhatMattersView

/** What matters to a client, in their own words and their own order. */
interface WhatMattersCalls {
    /** The question to put before anything else at a first meeting; nothing once the client has answered it. */
    suspend fun firstQuestion(case: CaseId): String?

    /**
     * Writes down one thing that matters, as the client said it, after those that are there.
     *
     * Fails with `Invalid` without words, or when they are too long.
     */
    suspend fun sayWhatMatters(case: CaseId, words: String, category: NeedCategory? = null): EntityId

    /**
     * Writes it in other words, when the client now says it otherwise.
     *
     * Fails with `Invalid` without words or when they are too long, or with `NotFound`.
     */
    suspend fun rewordWhatMatters(id: EntityId, words: String)

    /**
     * Puts what matters into the client's order: those named first, in this order, then the others as they were.
     *
     * Fails with `NotFound` when one of them is not there.
     */
    suspend fun orderWhatMatters(case: CaseId, order: List<EntityId>)

    /**
     * Puts one away that no longer matters. It stays in the record.
     *
     * Fails with `NotFound`.
     */
    suspend fun putAwayWhatMatters(id: EntityId)

    /** What matters to the client, in the client's order. */
    suspend fun whatMatters(case: CaseId): List<WhatMattersView>
}

internal class CoreWhatMattersCalls(
    private val core: Core,
) : WhatMattersCalls {
    override suspend fun firstQuestion(case: CaseId): String? = core.read { firstQuestion(case) }

    override suspend fun sayWhatMatters(case: CaseId, words: String, category: NeedCategory?): EntityId =
        core.write { sayWhatMatters(case, words, category) }

    override suspend fun rewordWhatMatters(id: EntityId, words: String) = core.write { rewordWhatMatters(id, words) }

    override suspend fun orderWhatMatters(case: CaseId, order: List<EntityId>) =
        core.write { orderWhatMatters(case, order) }

    override suspend fun putAwayWhatMatters(id: EntityId) = core.write { putAwayWhatMatters(id) }

    override suspend fun whatMatters(case: CaseId): List<WhatMattersView> = core.read { whatMatters(case) }
}
