package org.alongside.app.worker

import kotlinx.coroutines.runBlocking
import org.alongside.core.AlongsideException
import org.junit.Assert.assertEquals
import org.junit.Test

/** The service no longer knows this phone. */
class ForgottenTest : WorkersPhone() {
    @Test
    fun itIsSaidInPlainWordsNothingIsLostAndANewCodeBringsThePhoneBack() {
        val case = aCase()
        synchronises()
        val me = runBlocking { checkNotNull(phone.me()) }
        world.service.forgetPhonesOf(me.person)
        runBlocking {
            phone.setSafeContact(case, "Never before ten")
            try {
                phone.synchronise(30_000uL)
            } catch (_: AlongsideException) {
                // It is a stranger, or the app found out first.
            }
        }
        hand.waitsFor("Nothing is lost. What you wrote is on this phone, and you can go on writing.")
        hand.keepsPicture("forgotten")
        hand.presses("Enter a new code")
        hand.waitsFor("Type the new code you were given. What is on this phone stays.")
        assertEquals(world.service.url, hand.reads("Address of the service"))
        hand.writes("Code", world.service.makeCode(me.person))
        hand.keepsPicture("enrol-again")
        hand.presses("Set up this phone")
        hand.presses("Go on")
        hand.waitsFor("Today")
        synchronises()
        assertEquals(0uL, runBlocking { phone.syncState() }.unsent)
        assertEquals("Never before ten", runBlocking { phone.client(case) }.client.safeContact)
    }
}
