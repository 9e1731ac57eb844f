package org.alongside.companion

import java.io.File
import org.alongside.testing.repository
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The wrapper is whole, and the only door to the library. */
class SurfaceTest {
    @Test
    fun `every method of the generated object has its own on the phone, with the same names and defaults`() {
        val generated = signatures(generatedInterface())
        val wrapped = areas().flatMap(::interfaceOf)
        assertTrue(generated.size > 150, "the generated interface was not found")
        assertEquals(generated.toSortedSet().joinToString("\n"), wrapped.toSortedSet().joinToString("\n"))
        assertEquals(wrapped.size, wrapped.toSet().size, "no method is in two areas")
    }

    @Test
    fun `what the phone writes is what the library says is written`() {
        val methods = Regex("""/\*\*((?:(?!\*/).)*)\*/\s*(?:suspend )?fun `(\w+)`""", RegexOption.DOT_MATCHES_ALL)
        val writes =
            methods.findAll(generatedInterface())
                .filter { "Blocks for a file write" in it.groupValues[1].replace(Regex("""\s*\n\s*\*\s*"""), " ") }
                .map { it.groupValues[2] }.toSet() - INDEXES
        val calls = areas().joinToString("\n")
        val written = Regex("""core\.write \{ (\w+)\(""").findAll(calls).map { it.groupValues[1] }.toSet()
        assertTrue(writes.size > 80, "the generated interface says nothing of writing")
        assertEquals(writes.toSortedSet(), written.toSortedSet())
    }

    @Test
    fun `nobody but the phone uses the generated object`() {
        val users =
            listOf("companion", "device", "app").map { File(repository, "android/$it/src/main") }
                .flatMap { it.walk().filter { file -> file.extension == "kt" } }
                .filter { Regex("""org\.alongside\.core\.(Companion\b|\*)""").containsMatchIn(it.readText()) }
                .map { it.name }
        assertEquals(listOf("Phone.kt"), users)
    }

    private fun generatedInterface(): String =
        File(repository, "build/kotlin/org/alongside/core/alongside.kt").readText()
            .substringAfter("public interface CompanionInterface {").substringBefore("\n}\n")

    /** The files of the areas, such as `NoteCalls.kt`. */
    private fun areas(): List<String> =
        File(repository, "android/companion/src/main/kotlin/org/alongside/companion/calls").listFiles().orEmpty()
            .filter { it.name.endsWith("Calls.kt") }
            .map { it.readText() }

    private fun interfaceOf(text: String): List<String> = signatures(text.substringBefore("internal class"))

    /** As in `startNote(case: CaseId, contact: EntityId? = null): EntityId`. */
    private fun signatures(text: String): List<String> =
        Regex("""fun `?\w+`?\([^)]*\)(: [\w<>?., ]+)?""").findAll(text).map { found ->
            found.value.removePrefix("fun ")
                .replace("`", "").replace("kotlin.", "")
                .replace(Regex("""\s+"""), " ").replace("( ", "(").replace(Regex(""",? \)"""), ")")
                .replace(Regex(""" = \d+_000u"""), "")
                .trim()
        }.toList()

    private companion object {
        /** They write an index on the side, may take their time for it, and hold nobody's words. */
        val INDEXES = setOf("search", "searchServices", "pickService")
    }
}
