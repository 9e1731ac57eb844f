package org.alongside.app

import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.graphics.Color
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

/** What the manifest and the resources promise. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35])
class ResourcesTest {
    private val app get() = RuntimeEnvironment.getApplication()

    @Test
    fun byDayEverythingCanBeRead() = canBeRead()

    @Test
    @Config(qualifiers = "+night")
    fun byNightEverythingCanBeRead() {
        assertTrue(luminance(app.getColor(R.color.ground)) < 0.1)
        canBeRead()
    }

    @Test
    fun nothingGoesIntoABackup() {
        assertEquals(0, app.applicationInfo.flags and ApplicationInfo.FLAG_ALLOW_BACKUP)
        for (name in listOf("alongside_backup_rules", "alongside_data_extraction_rules")) {
            val rules = app.resources.getXml(app.resources.getIdentifier(name, "xml", app.packageName))
            val excluded = generateSequence { rules.next().takeIf { it != 1 } }
                .filter { rules.name == "exclude" && it == 2 }
                .map { rules.getAttributeValue(null, "domain") to rules.getAttributeValue(null, "path") }
                .groupingBy { it }.eachCount()
            val domains = listOf("root", "file", "database", "sharedpref", "external").map { it to "." }
            assertEquals(name, domains.toSet(), excluded.keys)
            assertEquals(name, 1, excluded.values.distinct().size)
        }
    }

    @Test
    fun theAppAsksForNothingItDoesNotNeed() {
        val asked = app.packageManager.getPackageInfo(app.packageName, PackageManager.GET_PERMISSIONS).requestedPermissions
        val needed = listOf("INTERNET", "ACCESS_NETWORK_STATE", "RECEIVE_BOOT_COMPLETED", "POST_NOTIFICATIONS")
        assertEquals(needed.map { "android.permission.$it" }.toSet(), asked!!.toSet())
    }

    @Test
    fun onlyTheSystemStartsTheSyncJobAndOnlyTheWindowIsOpenToOthers() {
        val all = PackageManager.GET_SERVICES or PackageManager.GET_ACTIVITIES
        val found = app.packageManager.getPackageInfo(app.packageName, all)
        val job = found.services!!.single()
        assertEquals("org.alongside.device.SyncJob" to "android.permission.BIND_JOB_SERVICE", job.name to job.permission)
        assertFalse(job.exported)
        assertEquals(listOf("org.alongside.app.MainActivity"), found.activities!!.filter { it.exported }.map { it.name })
    }

    /** What is said to people is in the resources, where it can be translated. */
    @Test
    fun noSentenceStandsInTheCode() {
        val literal = Regex("\"([^\"]*[a-z] [a-z][^\"]*)\"")
        val files = File("src/main/kotlin").walk().filter { it.extension == "kt" }
        val found = files.flatMap { code(it) }.flatMap { literal.findAll(it) }.map { it.groupValues[1] }.toList()
        assertEquals(emptyList<String>(), found)
    }

    /** The lines of [file] that are neither a comment nor an annotation. */
    private fun code(file: File): List<String> = file.readLines()
        .map { it.substringBefore("//").trim() }
        .filterNot { line -> listOf("*", "/**", "@").any(line::startsWith) }

    private fun canBeRead() {
        val words = listOf(R.color.ink, R.color.ink_quiet, R.color.strong, R.color.grave)
        for (ground in listOf(R.color.ground, R.color.raised)) words.forEach { atLeast(4.5, it, ground) }
        for (box in listOf(R.color.notice, R.color.refusal, R.color.quote)) atLeast(4.5, R.color.ink, box)
        atLeast(4.5, R.color.on_strong, R.color.strong)
        atLeast(3.0, R.color.edge, R.color.ground)
    }

    private fun atLeast(ratio: Double, ink: Int, ground: Int) {
        val (dark, light) = listOf(ink, ground).map { luminance(app.getColor(it)) }.sorted()
        val found = (light + 0.05) / (dark + 0.05)
        val names = listOf(ink, ground).map(app.resources::getResourceEntryName)
        assertTrue("$names: $found", found >= ratio)
    }

    private fun luminance(colour: Int): Double = Color.luminance(colour).toDouble()
}
