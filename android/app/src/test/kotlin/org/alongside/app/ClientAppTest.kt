package org.alongside.app

import android.widget.CheckBox
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The whole app in a client's hand: the real library, a real server, the real views. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ClientAppTest {
    @get:Rule
    val world = World(Looks())

    private lateinit var worker: Phone
    private lateinit var case: String

    @Before
    fun aWorkerAndTheirClient() {
        worker = world.otherPhone(world.service.makePerson("link_worker", "Sana Iqbal"))
        case = runBlocking { Journey(worker).beginsWith("Delyth Vaughan-Okoro") }
    }

    @Test
    fun aClientSetsUpTheirPhoneAndFindsTheirWayRound() {
        val person = world.service.makePerson("client", "Delyth Vaughan-Okoro")
        world.service.giveCase(case, person)
        val hand = world.enrolsApp(person)

        hand.waitsFor("Sana Iqbal")
        hand.keepsPicture("home")
        hand.writes("Your words", "Could we meet in the garden?")
        hand.presses("Ask this question")
        hand.waitsFor("Not answered yet")
        hand.presses("Help now")
        hand.waitsFor("Call 999")
        hand.keepsPicture("help-now")
        hand.presses("Back")

        hand.presses("My goals")
        hand.waitsFor(Journey.GOAL)
        hand.keepsPicture("my-goals")
        hand.presses(Journey.GOAL)
        hand.presses("${Journey.STEP} (me)")
        hand.waitsUntil("the step is ticked") { hand.everything().filterIsInstance<CheckBox>().firstOrNull { it.isChecked } }
        hand.keepsPicture("my-goal")
        hand.presses("Say how it is going")
        hand.waitsFor("Tell my link worker")
        hand.presses("7")
        hand.writes("In your own words, if you like", "They were kind.")
        hand.keepsPicture("check-in")
        hand.presses("Tell my link worker")
        hand.waitsFor("Thank you. It is on this phone now. Your link worker reads it when the phone has been online.")

        hand.presses("My referrals")
        hand.waitsFor("Nothing has been asked for you yet.")
        hand.keepsPicture("my-referrals")
        hand.presses("Sharing")
        hand.waitsFor("What you said yes or no to")
        hand.keepsPicture("sharing")

        hand.waitsUntil("the worker's phone has what the client said") { runBlocking { heard() } }
    }

    private suspend fun heard(): Unit? {
        worker.synchronise(Journey.WITHIN_MS)
        val goal = worker.goals(case).single()
        val said = goal.checkIns.singleOrNull()?.checkIn ?: return null
        assertEquals(7L, said.score)
        assertEquals("They were kind.", said.words)
        assertTrue(goal.steps.single().step.done)
        assertEquals("Could we meet in the garden?", worker.wishes(case).single().wish.words)
        return Unit
    }
}
