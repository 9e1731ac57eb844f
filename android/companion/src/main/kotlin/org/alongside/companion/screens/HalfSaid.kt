// Words that are being put together in a place of a screen: there again later, and gone once they were said.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.Saying
import org.alongside.core.WordsFor

/**
 * Keeps what is typed in one or several places that are about the same, as safely as a note. Call [begun] to go on with what
 * was begun, [said] to do what says it, and [leave] when the screen is left.
 *
 * [keep] puts words on the disk now, where that is done otherwise; [tell] hears how safe the words are that were typed last.
 */
class HalfSaid(
    private val phone: PhoneSurface,
    private val scope: CoroutineScope,
    private val case: CaseId? = null,
    private val about: String? = null,
    private val keep: suspend (Saying, String) -> Unit = phone::keepWords,
    private val tell: (Kept, Refusal?) -> Unit = { _, _ -> },
) {
    private val typed = mutableMapOf<WordsFor, String>()
    private val saves = mutableMapOf<WordsFor, Autosave>()
    private val asked = mutableSetOf<WordsFor>()

    /** Whether the words are being said now: what is typed meanwhile would come too late, and is not taken. */
    @Volatile
    var isSaying: Boolean = false
        private set

    /** What was begun in these places and not said, when they are come to for the first time; what was typed since stands. */
    suspend fun begun(vararg places: WordsFor): Map<WordsFor, String> {
        val fresh = places.filterNot(asked::contains)
        val begun = fresh.associateWith { phone.begunWords(saying(it)).orEmpty() }
        asked += fresh
        return begun.filter { (place, words) -> goesOnWith(place, words) && words.isNotEmpty() }
    }

    /** The screen goes on with these words in a place. False when others were typed there meanwhile. */
    internal fun goesOnWith(place: WordsFor, words: String): Boolean = typed.putIfAbsent(place, words) == null

    /** The words of a place, whole, after a keystroke. */
    fun type(place: WordsFor, words: String) {
        val before = typed[place]
        if (isSaying || words == before || (before == null && words.isEmpty())) return
        typed[place] = words
        saves.getOrPut(place) { save(place) }.type(words)
    }

    /** Does [what], which says the words. None of them is on its way any more then, and none stays when it went through. */
    suspend fun said(what: suspend () -> Unit) {
        isSaying = true
        try {
            keepNow()?.let { throw it.error }
            what()
            forget()
        } finally {
            isSaying = false
        }
    }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = scope.launch(NonCancellable) { keepNow() }

    /** Puts what was typed on the disk now. Gives what it ran into. */
    internal suspend fun keepNow(): Refusal? = saves.values.toList().map { it.keepNow() }.firstNotNullOfOrNull { it }

    private suspend fun forget() {
        val places = typed.keys.toList()
        typed.clear()
        saves.clear()
        // What was said ended there and then; what was typed and not needed ends here.
        for (place in places) if (phone.begunWords(saying(place)) != null) phone.keepWords(saying(place), "")
    }

    private fun saying(place: WordsFor) = Saying(place, case, about)

    private fun save(place: WordsFor) =
        Autosave(scope, { phone.typeWords(saying(place), it) }, { keep(saying(place), it) }, tell)
}
