// Words on their way from the keyboard to the disk. Knows nothing of notes: what keeps them is handed in.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import org.alongside.core.Typed

/** How safe the words on a screen are. */
enum class Kept {
    /** Nobody has typed. */
    UNTOUCHED,

    /** The last letters are not on the disk yet. */
    TYPED,

    /** Every letter is on the disk. */
    SAVED,

    /** They could not be put on the disk: the words are on the screen only. */
    NOT_SAVED,
}

/**
 * Hands words to the core at every keystroke, in order and never twice at once; keystrokes that arrive meanwhile are handed
 * over together. When the core asks for the words again because nobody typed on, it gets them.
 *
 * [handOver] is called with the whole text, [keep] when it must be on the disk now; [tell] hears how safe the words are.
 */
internal class Autosave(
    private val scope: CoroutineScope,
    private val handOver: suspend (String) -> Typed,
    private val keep: suspend (String) -> Unit,
    private val tell: (Kept, Refusal?) -> Unit,
) {
    private val keystrokes = Channel<Unit>(Channel.CONFLATED)
    private val pen = Mutex()

    @Volatile
    private var newest: String? = null
    private var handedOver: String? = null

    init {
        scope.launch { for (keystroke in keystrokes) handOverUntilSaved() }
    }

    /** Takes the whole text after a keystroke. Does not block. */
    fun type(text: String) {
        newest = text
        tell(Kept.TYPED, null)
        keystrokes.trySend(Unit)
    }

    /** Puts what was typed on the disk now, even when the screen is closing. Gives what it ran into. */
    suspend fun keepNow(): Refusal? =
        withContext(NonCancellable) {
            pen.withLock {
                val text = newest ?: return@withLock null
                if (text == handedOver) return@withLock null
                refusalOf { keep(text) }.also { refusal -> report(text, refusal, onDisk = true) }
            }
        }

    private suspend fun handOverUntilSaved() {
        while (true) {
            val wait = handOverNewest() ?: return
            withTimeoutOrNull(wait) { keystrokes.receive() }
        }
    }

    /** How long to wait before the words are handed over again; nothing when they are safe or could not be. */
    private suspend fun handOverNewest(): Long? =
        pen.withLock {
            val text = newest ?: return@withLock null
            if (text == handedOver) return@withLock null
            var typed: Typed = Typed.Saved
            val refusal = refusalOf { typed = handOver(text) }
            val again = typed as? Typed.SaveWithin
            report(text, refusal, onDisk = again == null)
            again?.v1?.toLong()
        }

    private fun report(text: String, refusal: Refusal?, onDisk: Boolean) {
        if (refusal != null) return tell(Kept.NOT_SAVED, refusal)
        if (!onDisk) return
        handedOver = text
        if (newest == text) tell(Kept.SAVED, null)
    }
}
