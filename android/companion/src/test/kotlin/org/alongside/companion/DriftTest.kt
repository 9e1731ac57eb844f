package org.alongside.companion

import java.io.File
import java.util.concurrent.TimeUnit
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** A library and code that were not made together are noticed before the first call, and not by a crash in it. */
class DriftTest {
    @TempDir lateinit var folder: File

    private val own = File(System.getProperty("jna.library.path"), System.mapLibraryName("alongside")).canonicalFile

    @Test
    fun `the library and its own code belong together`() {
        assertEquals("it fits", load(own.parentFile))
    }

    @Test
    fun `a function that changed since the code was made is noticed, each time`() {
        drifted()
        assertEquals(Library.DIFFERS, load(folder))
    }

    @Test
    fun `a library that is not there is told apart`() {
        assertEquals(Library.MISSING, load(folder))
    }

    /** The real library, except that `signNote` is declared otherwise than when the code was made. */
    private fun drifted() {
        val source = File(folder, "another.c")
        source.writeText("unsigned short uniffi_alongside_checksum_method_companion_sign_note(void) { return 1; }\n")
        val library = File(folder, own.name)
        val command = listOf("cc", "-shared", "-fPIC", "-o", library.path, source.path, own.path)
        val compiler = ProcessBuilder(command).redirectErrorStream(true).start()
        val said = compiler.inputStream.bufferedReader().readText()
        assertEquals(0, compiler.waitFor(), said)
    }

    /** What an app that finds the library in `place` is told, in a Java machine of its own: a library is loaded only once. */
    private fun load(place: File): String {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val classes = System.getProperty("java.class.path")
        val program = "org.alongside.companion.LoadingKt"
        val command = listOf(java, "-Djna.library.path=$place", "-cp", classes, program)
        val builder = ProcessBuilder(command).redirectErrorStream(true)
        // Cargo adds its own folders, where the library is, for the programs it starts.
        builder.environment().remove("LD_LIBRARY_PATH")
        val app = builder.start()
        val said = app.inputStream.bufferedReader().readText()
        check(app.waitFor(60, TimeUnit.SECONDS))
        assertEquals(0, app.exitValue(), said)
        return said.trim()
    }
}
