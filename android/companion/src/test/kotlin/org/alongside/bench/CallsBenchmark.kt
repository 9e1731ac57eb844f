package org.alongside.bench

import java.io.File
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.companion.PhoneSurface
import org.alongside.companion.Surface
import org.alongside.companion.UrlConnectionTransport
import org.alongside.companion.calls.Changes
import org.alongside.companion.calls.Core
import org.alongside.companion.calls.Lanes
import org.alongside.core.Companion
import org.alongside.testing.Service
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.Timeout
import org.junit.jupiter.api.io.TempDir

/**
 * How long each call takes that a screen makes, on a phone with 300 clients, through Kotlin on this machine. That every such
 * call was measured is asserted; the figures are printed.
 *
 * Not part of the tests: `mvn test --projects companion -Dtest=CallsBenchmark`, with `-Dalongside.built=FOLDER` for a library of
 * another profile. See docs/android.md.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
internal class CallsBenchmark {
    @TempDir lateinit var disk: File

    @Test
    fun `every call of the screens with 300 clients`() {
        Phone.load()
        Service.open(File(disk, "server")).use { service ->
            val measured = Figures()
            runBlocking { EveryPhone(service, ::phone).run(measured) }
            measured.print()
            assertEquals(emptySet<String>(), calledByScreens() - measured.names - ELSEWHERE)
        }
    }

    /** A phone whose calls are timed. */
    private fun phone(name: String): Pair<PhoneSurface, Timed> {
        val folder = File(disk, name).apply { mkdirs() }
        val heard = Changes()
        val keys = FileKeys(File(disk, "$name.key"))
        val library = Companion(folder.path, keys, UrlConnectionTransport(), heard, emptyList(), null)
        val timed = Timed(library)
        return Surface(library, heard, Core(timed.library, heard, Lanes(Dispatchers.IO))) to timed
    }

    private fun calledByScreens(): Set<String> {
        val screens = File("src/main/kotlin/org/alongside/companion/screens").listFiles().orEmpty()
        val call = Regex("phone\\.([a-zA-Z]+)\\(")
        return screens.flatMap { call.findAll(it.readText()) }.map { it.groupValues[1] }.toSet()
    }

    private companion object {
        /** What waits for the network by design, and its end. */
        val ELSEWHERE = setOf("synchronise", "verify", "enrol", "cancelSync", "fetchPhoto")
    }
}

/** What was measured, on all phones. */
internal class Figures {
    private val all = mutableMapOf<String, List<Long>>()

    /** The calls that were measured. */
    val names: Set<String> get() = all.keys

    /** Takes over what a phone's stopwatch says. */
    fun take(timed: Timed) = timed.calls.forEach { (call, taken) -> all.merge(call, taken.toList(), List<Long>::plus) }

    /** A line for each call, the slowest first. */
    fun print() {
        println("calls of the screens, 300 clients: median and worst in milliseconds, and how often")
        val sorted = all.mapValues { it.value.sorted() }.entries.sortedByDescending { it.value.last() }
        for ((call, taken) in sorted) {
            val (median, worst) = listOf(taken[taken.size / 2], taken.last()).map { it / NANOSECONDS_IN_A_MILLISECOND }
            println("| `%s` | %.1f | %.1f | %d |".format(call, median, worst, taken.size))
        }
    }

    private companion object {
        const val NANOSECONDS_IN_A_MILLISECOND = 1_000_000.0
    }
}
