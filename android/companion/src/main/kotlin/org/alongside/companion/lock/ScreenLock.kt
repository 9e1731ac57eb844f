package org.alongside.companion.lock

/** The phone's own lock: a code, a pattern, a fingerprint, a face. */
interface ScreenLock {
    /** Whether the phone has one. */
    fun isSet(): Boolean

    /** Whether the owner of this phone may use the app without: a client may on their own phone, a worker never. */
    fun mayGoWithout(): Boolean
}
