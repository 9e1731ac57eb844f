package org.alongside.companion.calls

import org.alongside.core.Saying
import org.alongside.core.Typed

/** Words that somebody has begun to type in a form and not said yet. They are on this phone alone. */
interface HalfSaidCalls {
    /**
     * Keeps words that are being typed: hand over the whole text at each keystroke. What it gives says whether they are on
     * the disk by now. They end by themselves when the same words are said.
     *
     * Fails with `Invalid` when they are too long.
     */
    suspend fun typeWords(saying: Saying, words: String): Typed

    /**
     * Puts words that are being typed on the disk as they are now, as when their screen is left; without any there are
     * none any more.
     *
     * Fails with `Invalid` when they are too long.
     */
    suspend fun keepWords(saying: Saying, words: String)

    /** The words that were begun and not said; nothing when there are none. */
    suspend fun begunWords(saying: Saying): String?
}

internal class CoreHalfSaidCalls(
    private val core: Core,
) : HalfSaidCalls {
    override suspend fun typeWords(saying: Saying, words: String): Typed = core.write { typeWords(saying, words) }

    override suspend fun keepWords(saying: Saying, words: String) = core.write { keepWords(saying, words) }

    override suspend fun begunWords(saying: Saying): String? = core.read { begunWords(saying) }
}
