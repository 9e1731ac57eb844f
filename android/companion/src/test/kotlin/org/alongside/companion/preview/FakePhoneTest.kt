package org.alongside.companion.preview

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import org.alongside.core.AlongsideException
import org.alongside.core.Change
import org.alongside.testing.assertFails
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A phone for previews shows its scene, and says when it has nothing to show. */
class FakePhoneTest {
    @Test
    fun `it shows its scene`() = runBlocking {
        val phone = FakePhone()
        val line = phone.caseload().first()
        assertEquals("Delyth Vaughan-Okoro", line.name)
        assertEquals(line.name, phone.caseOverview(line.case).client.name)
        assertEquals(2uL, phone.syncStates.first().unsent)
        assertTrue(FakePhone(Scene.invented().copy(caseload = emptyList())).caseload().isEmpty())
    }

    @Test
    fun `what is typed and ticked is shown again, and told`() = runBlocking {
        val phone = FakePhone()
        val saved = async(start = CoroutineStart.UNDISPATCHED) { phone.changes.first() }
        val note = phone.startNote("case-delyth")
        phone.typeNote(note, "Tea")
        assertEquals("Tea", phone.note(note).note.body)
        assertEquals(Change.SAVED, saved.await())
        val step = phone.goals("case-delyth").single().steps.first()
        phone.tickStep(step.id, true)
        assertTrue(phone.clientHome().goals.single().steps.first().step.done)
    }

    @Test
    fun `what the scene does not have is empty or fails`() = runBlocking {
        val phone = FakePhone()
        assertTrue(phone.referrals("case-delyth").isEmpty())
        assertFails<AlongsideException.NotFound> { phone.caseOverview("nobody") }
        assertFails<AlongsideException.Unexpected> { phone.signNote("note-0") }
        Unit
    }
}
