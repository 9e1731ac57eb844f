package org.alongside.bench

import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.ContactMode
import org.alongside.core.NewClient
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy
import org.alongside.testing.Service
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * How long a link worker with 300 clients waits from the tap to the first screen, through Kotlin on this machine. Figures
 * are printed, none is asserted: they are of the machine and of the library's profile.
 *
 * Not part of the tests: `mvn test --projects companion -Dtest=StartBenchmark`, after `cargo run -p alongside-bindgen`; with
 * `-Dalongside.built=FOLDER` for a library of another profile. See docs/android.md.
 */
class StartBenchmark {
    @TempDir lateinit var disk: File

    @Test
    fun `from load to first screen with 300 clients`() {
        val folder = File(disk, "phone")
        val keys = FileKeys(File(disk, "key"))
        runBlocking { fill(folder, keys) }
        val starts = List(STARTS) { startAnew(folder, keys.file) }
        println("from load to first screen, $CLIENTS clients, median of $STARTS starts, each in a Java machine of its own:")
        for ((index, step) in STEPS.withIndex()) {
            val sorted = starts.map { it[index] }.sorted()
            println("  %-28s %6d ms   (%d to %d)".format(step, sorted[STARTS / 2], sorted.first(), sorted.last()))
        }
    }

    private suspend fun fill(folder: File, keys: FileKeys) {
        Service.open(File(disk, "server")).use { service ->
            Phone.open(folder, keys).use { phone ->
                phone.enrol(service.url, service.makeCode(service.makePerson("link_worker", "Sana Iqbal")), "kotlin")
                for (number in 1..CLIENTS) addClient(phone, number)
            }
        }
    }

    private suspend fun addClient(phone: Phone, number: Int) {
        val case = phone.addClient(NewClient(name = "Client $number", birthYear = 1930L + number % 60))
        phone.agreeGoal(case, NewGoal("To walk to the river and back, said client $number", WordingBy.CLIENT))
        phone.planNextContact(case, System.currentTimeMillis() + number * HOUR_MS, ContactMode.HOME, "To see how it goes")
        val note = phone.startNote(case)
        phone.keepNote(note, "We talked about the river, the bus, and letter number $number. ".repeat(10))
        phone.signNote(note)
    }

    /** Milliseconds of each step, as another Java machine has measured them. */
    private fun startAnew(folder: File, key: File): List<Long> {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val library = "-Djna.library.path=" + System.getProperty("jna.library.path")
        val program = listOf("org.alongside.bench.FirstScreenKt", folder.path, key.path)
        val command = listOf(java, library, "-cp", System.getProperty("java.class.path")) + program
        val app = ProcessBuilder(command).redirectErrorStream(true).start()
        val said = app.inputStream.bufferedReader().readText()
        check(app.waitFor() == 0) { said }
        return said.trim().split(' ').map(String::toLong)
    }

    private companion object {
        const val CLIENTS = 300
        const val STARTS = 7
        const val HOUR_MS = 3_600_000L
        val STEPS = listOf("load and compare", "open the file", "today", "caseload", "all of it")
    }
}
