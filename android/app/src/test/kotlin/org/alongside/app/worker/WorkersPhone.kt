package org.alongside.app.worker

import kotlinx.coroutines.runBlocking
import org.alongside.app.AlongsideApplication
import org.alongside.app.Hand
import org.alongside.app.Looks
import org.alongside.app.World
import org.alongside.companion.PhoneSurface
import org.alongside.core.AlongsideException
import org.alongside.core.ContactMode
import org.alongside.core.NewClient
import org.alongside.core.NextPlan
import org.junit.Before
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The app in a link worker's hand: the real library, a real server, the real views. Everybody in it is invented. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
abstract class WorkersPhone {
    @get:Rule
    val world = World(Looks())

    /** The phone that the app has open. */
    protected lateinit var phone: PhoneSurface

    /** The hand on the window. */
    protected lateinit var hand: Hand

    /** Opens the app and enrols it for a link worker. */
    @Before
    fun enrolsTheApp() {
        hand = world.enrolsApp(world.service.makePerson("link_worker", "Sana Iqbal"))
        hand.waitsFor("Today")
        val app = RuntimeEnvironment.getApplication() as AlongsideApplication
        phone = runBlocking { checkNotNull(app.entrance.opened()) }
    }

    /** The window is gone, and another is opened, as when the system needed the memory. */
    protected fun opensAnotherWindow() {
        world.window.pause().stop().destroy()
        hand = world.opensApp()
    }

    /** Exchanges everything with the server, once the app is not doing so by itself. */
    protected fun synchronises() {
        hand.waitsUntil("the phone has exchanged everything") {
            runBlocking {
                try {
                    phone.synchronise(WITHIN_MS)
                } catch (_: AlongsideException.Offline) {
                    null
                }
            }
        }
    }

    /** A case with the next contact agreed for now. */
    protected fun aCase(): String = runBlocking {
        val case = phone.addClient(NewClient(NAME, knownAs = "Del", birthYear = 1951))
        val why = "To open the letters together"
        phone.agreeNextContact(case, NextPlan(System.currentTimeMillis() + A_MOMENT, ContactMode.HOME, why))
        case
    }

    /** Opens the client's screen from the list of people. */
    protected fun opensClient(name: String = NAME) {
        hand.presses("People")
        hand.presses(name)
        hand.waitsFor("Next contact")
    }

    /** Who it is about. */
    companion object {
        const val NAME = "Delyth Vaughan-Okoro"
        private const val A_MOMENT = 1_000L
        private const val WITHIN_MS = 30_000uL
    }
}
