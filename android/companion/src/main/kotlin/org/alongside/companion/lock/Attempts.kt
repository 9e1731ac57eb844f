package org.alongside.companion.lock

/**
 * Attempts to open the app since the last one that succeeded.
 *
 * [count] is how many there were; the latest began in the run of the phone called [boot], [atMs] milliseconds after it
 * started.
 */
data class Attempts(val count: Int, val boot: String, val atMs: Long) {
    /** As one line of a file. */
    fun written(): String = "$count $atMs $boot"

    /** How an attempt count is read again, and how long one has to wait. */
    companion object {
        /** So many attempts are free: a thumb slips, a child plays. */
        const val FREE: Int = 5

        private val waits = listOf(30_000L, 60_000L, 300_000L, 900_000L)

        /** What [line] says; nothing when it is not a line that [written] writes. */
        fun read(line: String): Attempts? {
            val parts = line.trim().split(" ", limit = 3)
            val count = parts.getOrNull(0)?.toIntOrNull()?.takeIf { it >= 0 } ?: return null
            val atMs = parts.getOrNull(1)?.toLongOrNull()?.takeIf { it >= 0 } ?: return null
            return Attempts(count, parts.getOrNull(2) ?: return null, atMs)
        }

        /** How long one waits after the [count]th attempt in a row, in milliseconds. */
        fun waitAfter(count: Int): Long =
            if (count < FREE) 0 else waits[(count - FREE).coerceAtMost(waits.lastIndex)]
    }
}
