package org.alongside.app.worker

import android.app.KeyguardManager
import kotlinx.coroutines.runBlocking
import org.alongside.app.AlongsideApplication
import org.alongside.app.Hand
import org.alongside.app.MainActivity
import org.alongside.app.Service
import org.alongside.companion.Phone
import org.alongside.core.ContactMode
import org.alongside.core.NewClient
import org.alongside.core.NextPlan
import org.alongside.robolectric.SoftKeystore
import org.junit.After
import org.junit.Before
import org.junit.Rule
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The app in a link worker's hand: the real library, a real server, the real views. Everybody in it is invented. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
abstract class WorkersPhone {
    @get:Rule
    val folder = TemporaryFolder()

    protected lateinit var service: Service
    protected lateinit var phone: Phone
    protected lateinit var hand: Hand
    private lateinit var window: ActivityController<MainActivity>

    /** Opens the app on the phone of an enrolled link worker. */
    @Before
    fun opensTheApp() {
        SoftKeystore.install()
        val app = RuntimeEnvironment.getApplication() as AlongsideApplication
        shadowOf(app.getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(true)
        service = Service(folder.root)
        openWindow()
        hand.waitsFor("Welcome")
        runBlocking {
            phone = checkNotNull(app.entrance.opened())
            phone.enrol(service.url, service.makeCode(service.makePerson("link_worker", "Sana Iqbal")), "android")
            app.lock.enrolled()
            app.entrance.look()
        }
        hand.waitsFor("Today")
    }

    @After
    fun theServerStops() {
        window.close()
        service.close()
    }

    /** The window is gone, and another is opened, as when the system needed the memory. */
    protected fun opensAnotherWindow() {
        window.pause().stop().destroy()
        openWindow()
    }

    /** A case with the next contact agreed for now. */
    protected fun aCase(name: String = "Delyth Vaughan-Okoro", knownAs: String = "Del"): String = runBlocking {
        val case = phone.addClient(NewClient(name, knownAs = knownAs, birthYear = 1951))
        val why = "To open the letters together"
        phone.agreeNextContact(case, NextPlan(System.currentTimeMillis() + A_MOMENT, ContactMode.HOME, why))
        case
    }

    /** Opens the client's screen from the list of people. */
    protected fun opensClient(name: String = "Delyth Vaughan-Okoro") {
        hand.presses("People")
        hand.presses(name)
        hand.waitsFor("Next contact")
    }

    private fun openWindow() {
        window = Robolectric.buildActivity(MainActivity::class.java).setup()
        hand = Hand(window.get())
    }

    private companion object {
        const val A_MOMENT = 1_000L
    }
}
