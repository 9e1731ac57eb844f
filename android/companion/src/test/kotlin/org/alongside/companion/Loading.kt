package org.alongside.companion

import org.alongside.core.AlongsideException

/** An app that loads the library twice and prints what it was told, when it was told the same. */
fun main() {
    val told = List(2) { tell() }
    println(told.distinct().joinToString(" and then "))
}

private fun tell(): String =
    try {
        Phone.load()
        "it fits"
    } catch (fault: AlongsideException.Unexpected) {
        fault.reference
    }
