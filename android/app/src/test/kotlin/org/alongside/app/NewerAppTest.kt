package org.alongside.app

import org.junit.Assert.assertFalse
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** The service would like phones to have a newer app: it is said calmly, and everything goes on working. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class NewerAppTest {
    @get:Rule
    val world = World(Looks(), mapOf("ALONGSIDE_LIMITS_PHONE_BUILD" to "99.0.0"))

    @Test
    fun aNewerAppIsToldOfOnTheDayAndOnTheSyncPageAndNothingIsShut() {
        val hand = world.enrolsApp(world.service.makePerson("link_worker", "Sana Iqbal"))
        hand.waitsFor("Today")
        // The service learns which app a phone has when the phone sends something.
        addsSomebody(hand, "Peri Lockwood")
        hand.presses("Sync")
        hand.presses("Exchange now")
        hand.waitsFor(NEWER)
        assertFalse(hand.words().any { "Please update it" in it })
        hand.keepsPicture("sync-newer-app")
        hand.presses("Today")
        hand.waitsFor(NEWER)
        hand.keepsPicture("today-newer-app")
        addsSomebody(hand, "Gareth Pugh")
    }

    private fun addsSomebody(hand: Hand, name: String) {
        hand.presses("People")
        hand.presses("Add somebody")
        hand.writes("Name", name)
        hand.presses("Open their case")
        hand.waitsFor("Next contact")
    }

    private companion object {
        const val NEWER = "A newer app is ready in the store. This one goes on working."
    }
}
