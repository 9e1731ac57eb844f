package org.alongside.app

import android.app.KeyguardManager
import java.io.File
import java.time.LocalDate
import java.time.ZoneId
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.ContactMode
import org.alongside.core.GoalStatus
import org.alongside.core.KeyStore
import org.alongside.core.NewClient
import org.alongside.core.NewGoal
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingQuestion
import org.alongside.core.StepBy
import org.alongside.core.WordingBy
import org.alongside.robolectric.SoftKeystore
import org.junit.After
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Before
import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The whole app in a client's hand: the real library, a real server, the real views. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ClientAppTest {
    @get:Rule
    val folder = TemporaryFolder()

    private lateinit var service: Service
    private lateinit var worker: Phone
    private lateinit var case: String

    @Before
    fun aWorkerAndTheirClient() {
        SoftKeystore.install()
        shadowOf(RuntimeEnvironment.getApplication().getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(true)
        service = Service(folder.root)
        worker = runBlocking { enrolledWorker() }
    }

    @After
    fun theServerStops() {
        worker.close()
        service.close()
    }

    @Test
    fun aClientSetsUpTheirPhoneAndFindsTheirWayRound() {
        val person = service.makePerson("client", "Delyth Vaughan-Okoro")
        service.giveCase(case, person)
        val hand = Hand(Robolectric.buildActivity(MainActivity::class.java).setup().get())

        hand.waitsFor("Welcome")
        hand.keepsPicture("enrol")
        hand.writes("Address of the service", service.url)
        hand.writes("Code", service.makeCode(person))
        hand.presses("Set up this phone")
        hand.presses("Go on")

        hand.waitsFor("Sana Iqbal")
        hand.keepsPicture("home")
        hand.writes("Your words", "Could we meet in the garden?")
        hand.presses("Ask this question")
        hand.waitsFor("Not answered yet")

        hand.presses("My goals")
        hand.waitsFor(GOAL)
        hand.keepsPicture("my-goals")
        hand.presses(GOAL)
        hand.presses("Ring the allotment about the wheelbarrow (me)")
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
        worker.synchronise(30_000uL)
        val goal = worker.goals(case).single()
        val said = goal.checkIns.singleOrNull()?.checkIn ?: return null
        assertEquals(7L, said.score)
        assertEquals("They were kind.", said.words)
        assertTrue(goal.steps.single().step.done)
        assertEquals("Could we meet in the garden?", worker.wishes(case).single().wish.words)
        return Unit
    }

    private suspend fun enrolledWorker(): Phone {
        val phone = Phone.open(File(folder.root, "worker"), Keys())
        phone.enrol(service.url, service.makeCode(service.makePerson("link_worker", "Sana Iqbal")), "android")
        case = phone.addClient(NewClient("Delyth Vaughan-Okoro", knownAs = "Del"))
        phone.introduceLinkWorker(case, "I have time to listen, and know what is nearby", "0191 496 0001, Tuesdays")
        phone.planNextContact(case, inAWeek(), ContactMode.HOME, "To open the letters together")
        val goal = phone.agreeGoal(case, NewGoal(GOAL, WordingBy.CLIENT))
        phone.setGoalStatus(goal, GoalStatus.ACTIVE)
        phone.addStep(goal, "Ring the allotment about the wheelbarrow", StepBy.CLIENT)
        phone.askSharing(case, SharingQuestion(SharingPurpose.PRACTICE, "A short summary twice a year", "Riverside Practice"), true)
        phone.synchronise(30_000uL)
        return phone
    }

    private class Keys : KeyStore {
        private var key: ByteArray? = null

        override fun load() = key

        override fun save(key: ByteArray) {
            this.key = key
        }
    }

    private fun inAWeek(): Long =
        LocalDate.now().plusDays(7).atTime(10, 0).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli()

    private companion object {
        const val GOAL = "I want to sit in the rhubarb garden again before the frost"
    }
}
