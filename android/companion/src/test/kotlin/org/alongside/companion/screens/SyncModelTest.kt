package org.alongside.companion.screens

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class SyncModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }

    @Test
    fun `what is on this phone only is said until the service has it`() {
        worker.aCase()
        val model = SyncModel(worker.phone, aScope())
        val before = model.shown()
        assertFalse(before.allSent)
        assertNotNull(before.sync!!.oldestUnsent)
        val after = model.done(model.synchronise())
        assertEquals(before.sync!!.unsent, after.report!!.sent)
        assertTrue(after.allSent)
        assertNotNull(after.sync!!.lastSync)
        assertTrue(after.remarks.isEmpty())
        assertNotNull(model.done(model.verify()).sync!!.verifiedAt)
    }

    @Test
    fun `what is saved elsewhere while the screen is open shows`() {
        val model = SyncModel(worker.phone, aScope())
        model.done(model.synchronise())
        worker.aCase()
        model.waitFor { !it.allSent }
    }

    @Test
    fun `a phone that nobody enrolled is told to enrol, and keeps what it has`() {
        val model = SyncModel(openPhone(folder.resolve("new")), aScope())
        model.shown()
        assertEquals(NextStep.ENROL_AGAIN, model.refused(model.synchronise()).next)
        model.after(model.callOff())
        assertFalse(model.state.value.doing.busy)
    }

    @Test
    fun `a refusal that was read is put away`() {
        val model = SyncModel(openPhone(folder.resolve("new")), aScope())
        model.refused(model.synchronise())
        model.dismissRefusal()
        assertEquals(null, model.state.value.doing.refusal)
    }
}
