package org.alongside.companion

import org.alongside.core.AlongsideException
import org.alongside.core.uniffiEnsureInitialized

/** The shared library that the generated code calls. */
internal object Library {
    /** No library for this machine was found. */
    const val MISSING = "library_missing"

    /** The library and the generated code were not made together. */
    const val DIFFERS = "library_differs"

    /** Looked at once: the Java machine gives the cause only the first time. */
    private val fault: String? by lazy(::findFault)

    /**
     * Loads the library and compares every function of it with the generated code. Without this comparison a library that is
     * older or newer than the code would be called with the wrong arguments and end the app.
     *
     * Fails with `Unexpected` ([MISSING] or [DIFFERS]), each time it is called.
     */
    fun load() {
        fault?.let { throw AlongsideException.Unexpected(it) }
    }

    private fun findFault(): String? =
        try {
            uniffiEnsureInitialized()
            null
        } catch (failure: LinkageError) {
            // A function that the library lacks fails with the same error as a library that is not there.
            if (NOT_FOUND in failure.toString()) MISSING else DIFFERS
        } catch (_: RuntimeException) {
            DIFFERS
        }

    private const val NOT_FOUND = "Unable to load library"
}
