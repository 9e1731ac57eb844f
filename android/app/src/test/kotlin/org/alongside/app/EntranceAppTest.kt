package org.alongside.app

import android.app.Activity
import android.content.Intent
import android.view.WindowManager
import java.io.File
import java.time.Duration
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.device.KeystoreKeys
import org.alongside.robolectric.SoftKeystore
import org.junit.Assert.assertArrayEquals
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
import org.robolectric.shadows.ShadowSystemClock

/** The way in: enrolling and its refusals, the lock, a key that is gone. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class EntranceAppTest {
    @get:Rule
    val world = World()

    private val attempts get() = File(RuntimeEnvironment.getApplication().noBackupFilesDir, "attempts")

    @Test
    fun aWrongCodeIsSaidPlainlyAndCanBeCorrected() {
        val hand = world.opensApp()
        hand.waitsFor("Welcome")
        hand.keepsPicture("enrol")
        hand.writes("Address of the service", world.service.url)
        hand.writes("Code", "no such code")
        hand.presses("Set up this phone")
        hand.waitsFor("The service does not know this code. Please look at it again.")
        assertEquals("no such code", hand.reads("Code"))
        hand.keepsPicture("enrol-refused")
    }

    @Test
    fun nothingOfTheWindowCanBeCopied() {
        world.opensApp()
        val secure = WindowManager.LayoutParams.FLAG_SECURE
        assertEquals(secure, world.activity.window.attributes.flags and secure)
    }

    @Test
    fun theAppLocksWhenItWasAwayAndAsksThePhonesOwnLock() {
        val hand = supervisor()
        leavesFor(minutes = 3)
        hand.waitsFor("Open Alongside with the lock of this phone.")
        assertFalse(hand.sees("Received"))
        hand.keepsPicture("lock")

        hand.presses("Open")
        assertEquals("1", attempts.readText().substringBefore(" "))
        answers(Activity.RESULT_OK)
        hand.waitsFor("Received")
        assertEquals("0", attempts.readText().substringBefore(" "))
    }

    @Test
    fun aShortAbsenceLocksNothing() {
        val hand = supervisor()
        leavesFor(minutes = 1)
        assertTrue(hand.sees("Received"))
    }

    @Test
    fun afterFiveAttemptsOneWaits() {
        val hand = supervisor()
        leavesFor(minutes = 3)
        repeat(5) {
            hand.presses("Open")
            answers(Activity.RESULT_CANCELED)
        }
        hand.waitsUntil("one has to wait") { hand.words().firstOrNull { "too many attempts" in it } }
        hand.keepsPicture("lock-waiting")
        ShadowSystemClock.advanceBy(Duration.ofSeconds(31))
        hand.presses("Open")
    }

    @Test
    fun aSupervisorsPhoneWithoutALockStaysShut() {
        val hand = supervisor()
        world.hasScreenLock(false)
        leavesFor(minutes = 3)
        hand.waitsFor("Set a lock")
        assertFalse(hand.sees("Go on without a lock"))
        hand.keepsPicture("lock-none")
        world.hasScreenLock(true)
        hand.presses("I have set one")
        hand.waitsFor("Open")
    }

    @Test
    fun aKeyThatIsGoneIsSaidAndNothingIsBegunAnew() {
        val app = RuntimeEnvironment.getApplication()
        val phones = File(app.filesDir, "phone")
        runBlocking { Phone.open(phones, KeystoreKeys(app)).close() }
        val before = File(phones, "alongside.db").readBytes()
        SoftKeystore.held().clear()

        val hand = world.opensApp()
        hand.waitsUntil("the key is told of") { hand.words().firstOrNull { "The key to what is kept" in it } }
        hand.keepsPicture("key-gone")
        assertArrayEquals(before, File(phones, "alongside.db").readBytes())
    }

    private fun supervisor(): Hand {
        val hand = world.enrolsApp(world.service.makeSupervisor("Ruth Adeyemi", "ruth"))
        hand.waitsFor("Received")
        return hand
    }

    private fun leavesFor(minutes: Long) {
        world.window.pause().stop()
        ShadowSystemClock.advanceBy(Duration.ofMinutes(minutes))
        world.window.restart().start().resume()
    }

    private fun answers(result: Int) {
        val asked = shadowOf(world.activity).nextStartedActivityForResult
        shadowOf(world.activity).receiveResult(asked.intent, result, Intent())
    }
}
