package org.alongside.companion.screens

import kotlinx.coroutines.cancel
import org.alongside.core.AlongsideException
import org.alongside.core.ContactMode
import org.alongside.core.ContactPurpose
import org.alongside.core.InvalidReason
import org.alongside.core.NewClient
import org.alongside.core.NoteState
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class VisitModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model(scope: kotlinx.coroutines.CoroutineScope = aScope()) = VisitModel(worker.phone, scope, case)

    @Test
    fun `what to know at the door is shown first, and looking leaves no draft`() {
        val model = model()
        val state = model.shown()
        assertEquals("Del", state.overview?.client?.knownAs)
        assertEquals(Kept.UNTOUCHED, state.kept)
        assertFalse(state.canSign)
        model.done(model.leave())
        assertTrue(worker.ask { drafts() }.isEmpty())
    }

    @Test
    fun `a note typed letter by letter is saved, and a signature seals what is on the screen`() {
        val model = model()
        model.shown()
        for (end in 1..NOTE.length) model.typeNote(NOTE.take(end))
        model.typePromise("Bring the form about the heating")
        model.waitFor { it.kept == Kept.SAVED && it.promiseKept == Kept.SAVED }
        val signed = model.done(model.sign()).signed!!
        val view = worker.ask { note(signed) }
        assertEquals(NOTE, view.note.body)
        assertEquals("Bring the form about the heating", view.note.promised)
        assertEquals(NoteState.SIGNED, view.state)
        model.typeNote("Something else")
        assertEquals(NOTE, model.state.value.body)
    }

    @Test
    fun `a signature pressed right after the last letter has the last letter`() {
        val model = model()
        model.shown()
        model.typeNote(NOTE)
        val signed = model.done(model.sign()).signed!!
        assertEquals(NOTE, worker.ask { note(signed) }.note.body)
    }

    @Test
    fun `a screen that is thrown away in the middle loses at most what the core says it may`() {
        val scope = aScope()
        val model = model(scope)
        model.shown()
        for (end in 1..60) model.typeNote(NOTE.take(end))
        model.waitFor { it.kept == Kept.SAVED }
        for (end in 61..75) model.typeNote(NOTE.take(end))
        scope.cancel()
        val again = model().waitFor { it.body.isNotEmpty() }
        assertTrue(NOTE.startsWith(again.body) && again.body.length >= 60, again.body)
    }

    @Test
    fun `a screen that is left keeps every letter, also when it closes at the same moment`() {
        val scope = aScope()
        val model = model(scope)
        model.shown()
        model.typeNote(NOTE)
        val leaving = model.leave()
        scope.cancel()
        model.after(leaving)
        val again = model().waitFor { it.body.isNotEmpty() }
        assertEquals(NOTE, again.body)
        assertEquals(Kept.SAVED, again.kept)
        assertEquals(listOf(case), worker.ask { drafts() }.map { it.case })
    }

    @Test
    fun `a contact that is written down first belongs to the note`() {
        val model = model()
        model.shown()
        model.done(model.enterContact(ContactForm().withPurpose(ContactPurpose.LISTEN)))
        val contact = model.done(model.recordContact()).recorded!!
        model.typeNote(NOTE)
        val signed = model.done(model.sign()).signed!!
        assertEquals(contact, worker.ask { note(signed) }.note.contact)
        model.done(model.recordContact())
        assertEquals(1, worker.ask { contacts(case) }.size)
    }

    @Test
    fun `a contact without a purpose is refused, and what was entered stays`() {
        val model = model()
        model.shown()
        model.done(model.enterContact(ContactForm(mode = ContactMode.PHONE, place = "By the allotment")))
        val refusal = model.refused(model.recordContact())
        assertEquals("purposes" to InvalidReason.EMPTY, refusal.field to refusal.reason)
        assertEquals(NextStep.CORRECT, refusal.next)
        assertEquals("By the allotment", model.state.value.contact.place)
        assertNull(model.state.value.recorded)
    }

    @Test
    fun `an assessment nobody expected asks for its reason before it is written down`() {
        val unplanned = worker.ask { addClient(NewClient(name = "Peri Lockwood")) }
        val model = VisitModel(worker.phone, aScope(), unplanned)
        model.shown()
        val form = ContactForm(agreedBefore = false).withPurpose(ContactPurpose.ASSESSMENT)
        val findings = model.done(model.enterContact(form)).findings
        assertTrue(findings.isNotEmpty())
        assertEquals(InvalidReason.NEEDS_REASON, model.refused(model.recordContact()).reason)
        model.done(model.enterContact(form.copy(reason = "Del asked for it on the doorstep")))
        assertTrue(model.done(model.recordContact()).recorded != null)
    }

    @Test
    fun `a note that is too long stays on the screen and says that it is not saved`() {
        val model = model()
        model.shown()
        model.typeNote("a".repeat(70_000))
        val state = model.waitFor { it.kept == Kept.NOT_SAVED }
        assertEquals(70_000, state.body.length)
        assertEquals(InvalidReason.TOO_LONG, state.doing.refusal?.reason)
        model.typeNote("Shorter")
        model.waitFor { it.kept == Kept.SAVED }
    }

    @Test
    fun `a draft that is thrown away is gone`() {
        val model = model()
        model.shown()
        model.typeNote(NOTE)
        model.waitFor { it.kept == Kept.SAVED }
        val state = model.done(model.discard())
        assertEquals("", state.body)
        assertTrue(worker.ask { drafts() }.isEmpty())
    }

    @Test
    fun `a case that is not on this phone shows nothing of anybody`() {
        val model = VisitModel(worker.phone, aScope(), "00000000-0000-7000-8000-000000000000")
        val state = model.waitFor { it.phase == Phase.REFUSED }
        assertTrue(state.doing.refusal?.error is AlongsideException.NotFound)
        assertEquals(NextStep.GO_BACK, state.doing.refusal?.next)
    }

    private companion object {
        const val NOTE = "Delyth spoke of the marmalade her mother made, and of not opening the gooseberry-coloured letters."
    }
}
