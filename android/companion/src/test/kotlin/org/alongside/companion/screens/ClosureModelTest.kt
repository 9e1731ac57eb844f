package org.alongside.companion.screens

import org.alongside.core.ClosureDecision
import org.alongside.core.EndReason
import org.alongside.core.InvalidReason
import org.alongside.core.NeedCategory
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class ClosureModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase().also { worker.ask { beginEpisode(it) } } }

    private fun model() = ClosureModel(worker.phone, aScope(), case)

    @Test
    fun `what stands open is looked at before an ending, and an ending needs what is asked for`() {
        worker.ask { raiseNeed(case, NeedCategory.MONEY, "The meter") }
        val model = model()
        assertTrue(model.shown().underWay)
        assertNull(model.state.value.check)
        val form = EndingForm(EndReason.AGREED_ENDING, agreed = true)
        val looked = model.done(model.enter(form))
        assertTrue(looked.check!!.open.any { it.code == "need_new" })
        assertFalse(looked.canEnd)
        assertNotNull(model.refused(model.end()).reason)
        val whole = form.copy(clientView = "I will manage", secondBy = "Idris Bell", why = "Advice has taken over")
        assertTrue(model.done(model.enter(whole)).canEnd)
        val ended = model.done(model.end())
        assertTrue(ended.ended)
        assertFalse(ended.underWay)
        assertEquals(listOf(ClosureDecision.END), ended.decided!!.map { it.check.decision })
    }

    @Test
    fun `after a look at an ending the support goes on, or a second person looks, with a reason`() {
        val model = model()
        model.shown()
        assertEquals(InvalidReason.EMPTY, model.refused(model.goOn(" ")).reason)
        model.done(model.goOn("She wants to go on"))
        val decided = model.done(model.askForSecondLook("Money is new")).decided!!.map { it.check.decision }
        assertEquals(setOf(ClosureDecision.GO_ON, ClosureDecision.SECOND_LOOK), decided.toSet())
    }

    @Test
    fun `nobody is out of reach before enough was tried`() {
        val model = model()
        model.shown()
        val state = model.done(model.enter(EndingForm(EndReason.LOST_CONTACT)))
        assertTrue(state.toTry.isNotEmpty())
        assertFalse(state.canEnd)
        assertEquals(InvalidReason.NOT_YET, model.refused(model.pauseWithDoorOpen("The telephone was cut off")).reason)
    }

    @Test
    fun `before any support began there is nothing to end`() {
        val other = worker.aCase("Peri Lockwood")
        val model = ClosureModel(worker.phone, aScope(), other)
        assertFalse(model.shown().underWay)
        assertNull(model.done(model.enter(EndingForm(EndReason.MOVED))).check)
    }
}
