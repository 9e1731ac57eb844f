package org.alongside.companion

import java.io.File
import org.alongside.testing.repository
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** Gradle builds what ships and Maven tests it: with the same libraries. */
class VersionsTest {
    @Test
    fun `Gradle and Maven use the same versions`() {
        val maven = File(repository, "android/pom.xml").readText()
        val gradle = File(repository, "android/gradle/libs.versions.toml").readText()
        for (name in listOf("kotlin", "coroutines", "jna", "junit")) {
            val tested = Regex("<$name.version>([^<]+)<").find(maven)?.groupValues?.get(1)
            val shipped = Regex("(?m)^$name = \"([^\"]+)\"").find(gradle)?.groupValues?.get(1)
            assertEquals(tested ?: "not in pom.xml", shipped, name)
        }
    }
}
