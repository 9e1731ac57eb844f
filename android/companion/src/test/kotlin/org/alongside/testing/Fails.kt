package org.alongside.testing

import org.junit.jupiter.api.Assertions.assertInstanceOf
import org.junit.jupiter.api.Assertions.fail

/** What `work` fails with, which must be a [T]. */
suspend inline fun <reified T : Throwable> assertFails(crossinline work: suspend () -> Any?): T {
    val failure = runCatching { work() }.exceptionOrNull() ?: fail("it did not fail")
    return assertInstanceOf(T::class.java, failure)
}
