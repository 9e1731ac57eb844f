package org.alongside.companion.lock

/** How long this phone has been on: a clock that nobody can set. */
interface Uptime {
    /** A word for this run of the phone; another one after each start. */
    fun boot(): String

    /** Milliseconds since the phone started, time asleep included. */
    fun elapsedMs(): Long
}
