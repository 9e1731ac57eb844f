package org.alongside.app

import kotlinx.coroutines.runBlocking
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The whole app in a supervisor's hand. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class SupervisorAppTest {
    @get:Rule
    val world = World(Looks())

    @Test
    fun aSubmittedAssessmentIsReceivedOnceAndRead() {
        val worker = world.otherPhone(world.service.makePerson("link_worker", "Sana Iqbal"))
        val hand = world.enrolsApp(world.service.makeSupervisor("Ruth Adeyemi", "ruth"))
        hand.waitsFor("No assessment has been submitted to you yet.")
        runBlocking { Journey(worker).apply { submitsAssessment(beginsWith("Delyth Vaughan-Okoro")) } }

        hand.presses("Look for new ones")
        hand.waitsFor("From Sana Iqbal")
        assertTrue(hand.sees("Delyth Vaughan-Okoro"))
        hand.keepsPicture("received")
        assertTrue(hand.words().count { "From Sana Iqbal" in it.lines() } == 1)

        hand.presses("From Sana Iqbal")
        hand.waitsUntil("the comment is read") { hand.words().firstOrNull { "trombone" in it } }
        hand.keepsPicture("received-sheet")
        assertFalse(hand.words().any { Journey.GOAL in it })
        hand.presses("Back")
        hand.waitsFor("Look for new ones")
    }
}
