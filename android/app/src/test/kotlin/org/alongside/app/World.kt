package org.alongside.app

import android.app.Activity
import android.app.KeyguardManager
import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.KeyStore
import org.alongside.robolectric.SoftKeystore
import org.junit.rules.ExternalResource
import org.junit.rules.TemporaryFolder
import org.robolectric.Robolectric
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.android.controller.ActivityController

/** What stands round the app in a test: a real server, other people's phones, and this phone's own lock. */
class World(private val looks: Looks? = null, private val settings: Map<String, String> = emptyMap()) : ExternalResource() {
    private val folder = TemporaryFolder()
    private val phones = mutableListOf<Phone>()

    /** The app's window. */
    lateinit var window: ActivityController<MainActivity>
        private set

    /** The server. */
    lateinit var service: Service
        private set

    override fun before() {
        folder.create()
        SoftKeystore.install()
        hasScreenLock(true)
        service = Service(folder.root, settings)
    }

    override fun after() {
        phones.forEach { it.close() }
        service.close()
        folder.delete()
    }

    /** Whether this phone has a lock of its own. */
    fun hasScreenLock(so: Boolean) {
        shadowOf(RuntimeEnvironment.getApplication().getSystemService(KeyguardManager::class.java)).setIsDeviceSecure(so)
    }

    /** The app is opened. */
    fun opensApp(): Hand {
        window = Robolectric.buildActivity(MainActivity::class.java).setup()
        return Hand(window.get(), looks)
    }

    /** The app is opened for the first time and enrolled for [person]. */
    fun enrolsApp(person: String): Hand {
        val hand = opensApp()
        enrols(hand, person)
        return hand
    }

    /** The app, which lies open on its first page, is enrolled for [person]. */
    fun enrols(hand: Hand, person: String) {
        hand.writes("Address of the service", service.url)
        hand.writes("Code", service.makeCode(person))
        hand.presses("Set up this phone")
        hand.presses("Go on")
    }

    /** Somebody else's phone, enrolled for [person]. */
    fun otherPhone(person: String): Phone = runBlocking {
        val phone = Phone.open(folder.newFolder(), Keys())
        phones.add(phone)
        phone.enrol(service.url, service.makeCode(person), "android")
        phone
    }

    /** The window as an activity. */
    val activity: Activity get() = window.get()

    private class Keys : KeyStore {
        private var key: ByteArray? = null

        override fun load() = key

        override fun save(key: ByteArray) {
            this.key = key
        }
    }
}
