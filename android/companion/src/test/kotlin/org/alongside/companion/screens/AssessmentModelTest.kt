package org.alongside.companion.screens

import kotlinx.coroutines.cancel
import org.alongside.core.AssessmentOutcome
import org.alongside.core.AssessmentState
import org.alongside.core.ContactMode
import org.alongside.core.ContactPurpose
import org.alongside.core.InvalidReason
import org.alongside.core.Response
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class AssessmentModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model(scope: kotlinx.coroutines.CoroutineScope = aScope()) =
        AssessmentModel(worker.phone, scope, case, Beginning.With("ons4", ContactMode.HOME))

    @Test
    fun `all questions are shown, nothing is answered, and what matters should have been asked first`() {
        val state = model().shown()
        assertEquals(4, state.asked.size)
        assertTrue(state.asked.all { it.value == null })
        assertFalse(state.start!!.whatMattersAsked)
        assertTrue(state.start!!.hints.isNotEmpty())
        assertNull(state.question)
        assertFalse(state.canSubmit)
    }

    @Test
    fun `the client begins where they like, and the next question is one without an answer`() {
        val model = model()
        model.shown()
        model.goTo("anxiety")
        assertEquals("anxiety", model.state.value.question?.item)
        val state = model.done(model.answer("anxiety", Response.Value(7)))
        assertEquals("anxiety", state.view!!.firstAnsweredItem)
        assertTrue(state.at != null && state.at != "anxiety")
        for (item in listOf("happiness", "satisfaction")) model.done(model.answer(item, Response.Value(0)))
        assertEquals("worthwhile", model.state.value.at)
        assertNull(model.done(model.answer("worthwhile", Response.NotNow)).at?.takeIf { it == "worthwhile" })
    }

    @Test
    fun `an answer outside the scale is refused, and a slip of the finger is taken back`() {
        val model = model()
        model.shown()
        assertEquals(InvalidReason.OUT_OF_RANGE, model.refused(model.answer("anxiety", Response.Value(11))).reason)
        model.done(model.answer("anxiety", Response.Value(0)))
        assertEquals(1uL, model.state.value.view!!.answered)
        assertEquals(0uL, model.done(model.clearAnswer("anxiety")).view!!.answered)
        assertFalse(model.state.value.canSubmit)
    }

    @Test
    fun `a form that was looked at when the telephone rang leaves no draft and can be answered afterwards`() {
        val model = model()
        model.shown()
        model.after(model.leave())
        assertTrue(worker.ask { drafts() }.isEmpty())
        assertEquals(1uL, model.done(model.answer("anxiety", Response.Value(7))).view!!.answered)
        assertEquals(1, worker.ask { drafts() }.size)
        model.after(model.leave())
        assertEquals(2uL, model.done(model.answer("happiness", Response.Value(4))).view!!.answered)
    }

    @Test
    fun `it is said which contact it was part of, for as long as it is open`() {
        val listened = ContactForm(purposes = setOf(ContactPurpose.LISTEN)).toContact()
        val contact = worker.ask { recordContact(case, listened) }
        val model = model()
        assertEquals(listOf(contact), model.shown().contacts.map { it.id })
        assertEquals(contact, model.done(model.placeInContact(contact)).view!!.contact)
        model.done(model.answer("anxiety", Response.Value(7)))
        val sealed = model.done(model.submit())
        assertEquals(contact to 0, sealed.view!!.contact to sealed.contacts.size)
    }

    @Test
    fun `put aside with words beside a question, it goes on days later where it stopped`() {
        val scope = aScope()
        val model = model(scope)
        model.shown()
        model.done(model.answer("happiness", Response.Value(4)))
        model.typeComment("happiness", "It comes in the evenings")
        assertTrue(model.done(model.pause()).putAside)
        scope.cancel()
        val again = model().shown()
        assertTrue(again.start!!.resumed)
        assertEquals(1uL, again.view!!.answered)
        assertEquals("It comes in the evenings", again.commentOf("happiness"))
        val draft = worker.ask { drafts() }.single().id
        val fromToday = AssessmentModel(worker.phone, aScope(), case, Beginning.From(draft))
        assertEquals(again.view!!.questions, fromToday.shown().view!!.questions)
        fromToday.after(fromToday.leave())
        assertEquals(listOf(draft), worker.ask { drafts() }.map { it.id })
    }

    @Test
    fun `a screen that closes in the middle keeps every letter, and one that was only looked at leaves no draft`() {
        val scope = aScope()
        val looked = model(scope)
        looked.shown()
        looked.after(looked.leave())
        assertTrue(worker.ask { drafts() }.isEmpty())
        val written = model(scope)
        written.shown()
        written.typeComment("anxiety", "Like the trombone next door")
        val leaving = written.leave()
        scope.cancel()
        written.after(leaving)
        assertEquals("Like the trombone next door", model().shown().commentOf("anxiety"))
    }

    @Test
    fun `it is submitted once, sealed, and the client can have a copy`() {
        val model = model()
        model.shown()
        model.done(model.answer("happiness", Response.Value(4)))
        model.typeComment("happiness", "Evenings")
        val state = model.done(model.submit())
        assertEquals(AssessmentState.SUBMITTED, state.view!!.state)
        assertEquals("Evenings", state.commentOf("happiness"))
        assertFalse(state.open)
        assertTrue(model.done(model.share()).view!!.clientHasCopy)
        assertEquals(InvalidReason.ALREADY_SEALED, model.refused(model.submit()).reason)
    }

    @Test
    fun `a no is written down as a no, and a given up one goes nowhere`() {
        val declined = model()
        declined.shown()
        assertEquals(AssessmentOutcome.DECLINED, declined.done(declined.decline("Not today")).view!!.outcome)
        val abandoned = model()
        abandoned.shown()
        abandoned.done(abandoned.answer("happiness", Response.Value(2)))
        val state = abandoned.done(abandoned.abandon("She was tired"))
        assertEquals(AssessmentOutcome.ABANDONED, state.view!!.outcome)
        assertEquals(0uL, state.view!!.answered)
        assertTrue(worker.ask { drafts() }.isEmpty())
    }
}
