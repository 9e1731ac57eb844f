package org.alongside.app

import android.app.Activity
import android.content.Intent
import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.AlongsideException
import org.alongside.core.NewClient
import org.alongside.core.StorageProblem
import org.alongside.device.KeystoreKeys
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** What is kept on the phone cannot be read: what can be saved is saved when the person agrees, and arrives. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class RescueAppTest {
    @get:Rule
    val world = World(Looks())

    private val app get() = RuntimeEnvironment.getApplication() as AlongsideApplication
    private val folder get() = File(app.filesDir, "phone")

    @Test
    fun whatWasNotSentIsSavedOutOfADamagedFileAndArrives() {
        val worker = world.service.makePerson("link_worker", "Sana Iqbal")
        val (case, unsent) = aFullPhoneOf(worker)
        Damage.inTheMiddle(folder) { saysDamaged() && isElsewhere(unsent) }

        val hand = world.opensApp()
        opens(hand)
        hand.waitsFor("See what can be saved")
        hand.keepsPicture("damaged")
        hand.presses("See what can be saved")
        hand.waitsFor("What can be saved")
        hand.keepsPicture("rescue")
        assertTrue(File(folder, "alongside.db").exists())
        hand.presses("Save what can be saved")
        hand.waitsFor("$unsent changes that were not sent are saved. They go out when there is a connection.")
        hand.keepsPicture("rescue-saved")
        assertEquals(1, folder.list().orEmpty().count { Regex("alongside.db.damaged-\\d+").matches(it) })
        hand.presses("Go on")
        hand.waitsFor("Today")
        hand.waitsFor("Everything on this phone is with the service.")
        val phone = runBlocking { checkNotNull(app.entrance.opened()) }
        assertEquals(NOTES, runBlocking { phone.notes(case) }.size)
        val other = world.otherPhone(worker)
        runBlocking { other.synchronise() }
        assertEquals(NOTES, runBlocking { other.notes(case) }.size)
    }

    @Test
    fun aFileThatIsGoneIsSaidAtOnceAndThePhoneIsSetUpAgain() {
        runBlocking { Phone.open(folder, KeystoreKeys(app)).close() }
        folder.listFiles().orEmpty().filter { it.name.startsWith("alongside.db") }.forEach { it.delete() }
        val hand = world.opensApp()
        hand.waitsFor("What can be saved")
        hand.presses("Save what can be saved")
        hand.waitsFor("There was nothing that only this phone had, or it could not be read.")
        assertFalse(hand.words().any { "still on this phone" in it })
        hand.keepsPicture("rescue-nothing")
        hand.presses("Go on")
        hand.waitsFor("Welcome")
    }

    /** Shows that it is them: a phone that is somebody's is locked. */
    private fun opens(hand: Hand) {
        hand.presses("Open")
        val asked = shadowOf(world.activity).nextStartedActivityForResult
        shadowOf(world.activity).receiveResult(asked.intent, Activity.RESULT_OK, Intent())
    }

    private fun aFullPhoneOf(worker: String): Pair<String, Int> = runBlocking {
        Phone.open(folder.apply { mkdirs() }, KeystoreKeys(app)).use { phone ->
            phone.enrol(world.service.url, world.service.makeCode(worker), "android")
            val case = phone.addClient(NewClient("Delyth Vaughan-Okoro"))
            repeat(NOTES) { n ->
                val note = phone.startNote(case)
                phone.keepNote(note, "Note $n. " + "The letters from the bank, and the garden. ".repeat(40))
                phone.signNote(note)
            }
            case to phone.syncState().unsent.toInt()
        }
    }

    /** Whether the first screen says that the file is damaged, though the way in does not. */
    private fun saysDamaged(): Boolean = runBlocking {
        val phone = try {
            Phone.open(folder, KeystoreKeys(app)).also { it.me() }
        } catch (_: AlongsideException) {
            return@runBlocking false
        }
        phone.use {
            try {
                it.today(System.currentTimeMillis())
                false
            } catch (error: AlongsideException.Storage) {
                error.what == StorageProblem.DAMAGED
            }
        }
    }

    /** Whether all that was not sent lies elsewhere, by what a rescue finds in a copy: what is on a damaged page is lost. */
    private fun isElsewhere(unsent: Int): Boolean {
        val copy = File(app.cacheDir, "copy-${System.nanoTime()}")
        folder.copyRecursively(copy)
        val found = runBlocking { Phone.rescue(copy, KeystoreKeys(app)) }
        return (found.kept + found.forSupervisor).toInt() == unsent && found.enrolled
    }

    private companion object {
        const val NOTES = 150
    }
}
