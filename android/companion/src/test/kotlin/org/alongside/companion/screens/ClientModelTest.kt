package org.alongside.companion.screens

import org.alongside.core.ContactMode
import org.alongside.core.EpisodeStatus
import org.alongside.core.InvalidReason
import org.alongside.core.NeedCategory
import org.alongside.core.NeedResolution
import org.alongside.core.SafeContactRule
import org.alongside.core.WishKind
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class ClientModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model() = ClientModel(worker.phone, aScope(), case)

    @Test
    fun `the first question comes before anything else, and what matters is in the client's order`() {
        val model = model()
        assertEquals("What matters to you?", model.shown().firstQuestion)
        model.done(model.sayWhatMatters("My garden"))
        val state = model.done(model.sayWhatMatters("Not being hurried"))
        assertNull(state.firstQuestion)
        val (garden, hurry) = state.pages!!.whatMatters.map { it.id }
        assertEquals(
            listOf(hurry, garden),
            model.done(model.orderWhatMatters(listOf(hurry))).pages!!.whatMatters.map {
                it.id
            }
        )
        model.done(model.rewordWhatMatters(garden, "My rhubarb"))
        val left = model.done(model.putAwayWhatMatters(hurry)).pages!!.whatMatters
        assertEquals(listOf("My rhubarb"), left.map { it.matters.words })
        assertEquals(InvalidReason.EMPTY, model.refused(model.sayWhatMatters(" ")).reason)
    }

    @Test
    fun `a way that is not safe is said before it is planned, and refused when it is planned all the same`() {
        val model = model()
        model.shown()
        val rule = SafeContactRule(never = listOf(ContactMode.PHONE), times = "Her nephew answers")
        model.done(model.setSafeContactRule(rule))
        val plan = PlanForm(now() + DAY_MS, ContactMode.PHONE, "To talk about the choir")
        val warned = model.done(model.enterPlan(plan))
        assertTrue(warned.way.isNotEmpty() && warned.canPlan)
        assertEquals(InvalidReason.BLOCKED, model.refused(model.agreeNextContact()).reason)
        assertEquals(plan, model.state.value.plan)
        assertTrue(model.done(model.enterPlan(plan.copy(mode = ContactMode.HOME))).way.isEmpty())
        val state = model.done(model.agreeNextContact())
        assertEquals("To talk about the choir", state.overview!!.nextContact!!.why)
        assertEquals(PlanForm(), state.plan)
        model.done(model.enterPlan(plan.copy(mode = ContactMode.HOME, why = "")))
        assertTrue(model.refused(model.agreeNextContact()).reason != null && !model.state.value.canPlan)
    }

    @Test
    fun `a need is raised and resolved, and the client knows their link worker`() {
        val model = model()
        model.shown()
        val need = model.done(model.raiseNeed(NeedCategory.MONEY, "The meter eats it")).pages!!.needs.single()
        val after = model.done(model.resolveNeed(need.id, NeedResolution.NO_SERVICE, "Nothing near the bus"))
        val resolved = after.pages!!.needs.single()
        assertEquals(NeedResolution.NO_SERVICE, resolved.need.resolution)
        val card = model.done(model.introduceLinkWorker("I have time to listen", "0191 496 0001")).linkWorker!!
        assertEquals("Sana Iqbal" to "0191 496 0001", card.name to card.reach)
    }

    @Test
    fun `what I owe them is written down with its day, and done`() {
        val model = model()
        model.shown()
        assertTrue(model.refused(model.makeDuty(" ", now() + DAY_MS)).reason != null)
        val owed = model.done(model.makeDuty("Ring the council", now() + DAY_MS)).overview!!.openDuties.single()
        assertEquals("Ring the council", owed.duty.what)
        assertTrue(model.done(model.settleDuty(owed.id, "They ring back")).overview!!.openDuties.isEmpty())
    }

    @Test
    fun `support begins, pauses when the client asks, and goes on when they are back`() {
        val model = model()
        model.shown()
        assertEquals(EpisodeStatus.ACTIVE, model.done(model.beginSupport()).overview!!.episode!!.episode.status)
        assertEquals(InvalidReason.OVERLAPS, model.refused(model.beginSupport()).reason)
        val paused = model.done(model.pauseForClient("My sister is here")).overview!!
        assertTrue(paused.atRest)
        assertEquals(EpisodeStatus.ACTIVE, model.done(model.welcomeBack()).overview!!.episode!!.episode.status)
    }

    @Test
    fun `what the client asked for is answered`() {
        worker.ask { introduceLinkWorker(case, "I have time to listen", "Tuesdays") }
        worker.synchronise()
        val client = aClientOf(case)
        client.ask { wishContact(case, WishKind.QUESTION, "Is the choir still on?") }
        client.synchronise()
        worker.synchronise()
        val model = model()
        val wish = model.shown().pages!!.wishes.single()
        assertEquals("It is", model.done(model.answerWish(wish.id, "It is")).pages!!.wishes.single().wish.answer)
    }

    @Test
    fun `a case that this phone no longer has leaves nothing of anybody on the screen`() {
        val model = model()
        worker.synchronise()
        assertEquals(NAME, model.shown().overview!!.client.name)
        Service.admin("unassign", case, worker.person)
        worker.synchronise()
        val state = model.waitFor { it.phase == Phase.REFUSED }
        assertEquals(ClientState(case).copy(doing = state.doing), state)
    }
}
