package org.alongside.device

/** What became of the latest look for the file's key: what a person can do about it differs. */
enum class KeyStanding {
    /** Nobody has looked yet, or no key was ever made. */
    NONE,

    /** It is there. */
    THERE,

    /** The Keystore does not answer now. Trying again helps, or starting the phone again. */
    NOT_NOW,

    /** The key that opens it is gone from this phone for good; the file can never be opened again. */
    GONE,

    /** What lies on the disk is no key that this app wrote, or was changed. */
    DAMAGED,

    /** It could not be read from the disk, or not be written to it. */
    UNREADABLE,
}
