package org.alongside.companion.screens

import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.Role
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class EnrolModelTest : ScreenTest() {
    private val phone by lazy { openPhone(folder.resolve("phone")) }

    private fun model(server: String = "") = EnrolModel(phone, aScope(), "android", server)

    @Test
    fun `a new phone asks for an address and a code`() {
        val state = model().shown()
        assertEquals(EnrolStage.ENTERING, state.stage)
        assertFalse(state.canEnrol)
        assertNull(state.me)
    }

    @Test
    fun `a code makes the phone this person's, also when it is typed with spaces`() {
        val (_, code) = Service.code("link_worker", "Sana Iqbal")
        val model = model(Service.url)
        model.shown()
        model.typeCode(" ${code.chunked(4).joinToString(" ")} ")
        assertTrue(model.state.value.canEnrol)
        val state = model.done(model.enrol())
        assertEquals(EnrolStage.DONE, state.stage)
        assertEquals(Role.LINK_WORKER, state.me?.role)
        assertEquals("", state.code)
        assertNull(state.firstSync)
        assertEquals(EnrolStage.DONE, model().shown().stage)
    }

    @Test
    fun `a code nobody knows can be corrected`() {
        val model = model(Service.url)
        model.shown()
        model.typeCode("AAAA-BBBB-CCCC")
        val refusal = model.refused(model.enrol())
        assertEquals("code" to InvalidReason.UNKNOWN, refusal.field to refusal.reason)
        assertEquals(EnrolStage.ENTERING, model.state.value.stage)
        assertEquals("AAAA-BBBB-CCCC", model.state.value.code)
    }

    @Test
    fun `with no connection the same code can be tried again`() {
        val model = model("http://127.0.0.1:9")
        model.shown()
        model.typeCode("ABCD")
        val refusal = model.refused(model.enrol())
        assertTrue(refusal.error is AlongsideException.Offline)
        assertEquals("ABCD", model.state.value.code)
        assertTrue(model.state.value.canEnrol)
    }

    @Test
    fun `an address is typed as people type it`() {
        assertEquals("https://alongside.example.org", withScheme(" alongside.example.org/ "))
        assertEquals("http://127.0.0.1:8470", withScheme("http://127.0.0.1:8470"))
    }
}
