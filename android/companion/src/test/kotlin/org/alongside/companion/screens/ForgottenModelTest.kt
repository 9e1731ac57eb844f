package org.alongside.companion.screens

import org.alongside.core.AlongsideException
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A phone that its service no longer knows, and the way back. */
internal class ForgottenModelTest : ScreenTest() {
    @Test
    fun `a phone the service no longer knows says so, loses nothing, and is set up again with what is on it`() {
        val worker = aWorker("Tegan Moss-${System.nanoTime()}")
        val case = worker.aCase()
        val model = ForgottenModel(worker.phone, aScope())
        assertFalse(model.shown().shown)
        worker.synchronise()
        Service.forgetPhonesOf(worker.ask { me() }!!.person)
        worker.ask { setSafeContact(case, "Never before ten") }
        assertThrows(AlongsideException.SignInAgain::class.java) { worker.synchronise() }
        val told = model.waitFor { it.shown }
        assertTrue(told.sync!!.unsent > 0uL)
        model.putOff()
        assertFalse(model.state.value.shown)
        assertTrue(model.state.value.forgotten)
        assertEquals(case, worker.ask { caseload() }.single().case)

        val enrol = EnrolModel(worker.phone, aScope(), "android", again = true)
        val entering = enrol.waitFor { it.loaded }
        assertEquals(EnrolStage.ENTERING to told.me!!.server, entering.stage to entering.server)
        enrol.typeCode(Service.codeFor(told.me!!.person))
        val done = enrol.done(enrol.enrol())
        assertEquals(EnrolStage.DONE to null, done.stage to done.firstSync)
        val after = model.waitFor { !it.forgotten && it.sync!!.unsent == 0uL }
        assertFalse(after.shown)
        assertEquals("Never before ten", worker.ask { client(case) }.client.safeContact)
    }
}
