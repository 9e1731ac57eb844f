package org.alongside.companion.screens

import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import org.alongside.core.AlongsideException
import org.alongside.core.CheckInBy
import org.alongside.core.ContactMode
import org.alongside.core.GoalStatus
import org.alongside.core.InvalidReason
import org.alongside.core.NewGoal
import org.alongside.core.NewReferral
import org.alongside.core.NextWorker
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.Response
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingQuestion
import org.alongside.core.StepBy
import org.alongside.core.WishKind
import org.alongside.core.WordingBy
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The client's screens, on the client's own phone, with what a link worker wrote before. */
internal class ClientScreensTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy {
        worker.aCase().also {
            worker.ask {
                introduceLinkWorker(it, "I have time to listen", "0191 496 0001, Tuesdays")
                addStep(agreeGoal(it, NewGoal("To sing again", WordingBy.CLIENT)), "Ring the choir", StepBy.CLIENT)
                askSharing(it, SharingQuestion(SharingPurpose.SUPERVISOR, null, null), true)
            }
            worker.synchronise()
        }
    }
    private val client by lazy { aClientOf(case) }

    @Test
    fun `home says who my link worker is, and when and why we speak`() {
        val home = HomeModel(client.phone, aScope()).shown().home!!
        assertEquals("Sana Iqbal", home.linkWorker!!.name)
        assertEquals("To open the letters together", home.nextContact!!.why)
        assertTrue(home.crisis.isNotEmpty() && home.notWatched.isNotBlank())
    }

    @Test
    fun `what I ask for waits for an answer, and can be taken back`() {
        val model = HomeModel(client.phone, aScope())
        model.shown()
        assertTrue(model.refused(model.wish(WishKind.QUESTION)).field != null)
        model.typeWords("Is the choir still on?")
        val asked = model.done(model.wish(WishKind.QUESTION))
        assertEquals("", asked.words)
        assertEquals("Is the choir still on?", asked.openWishes.single().wish.words)
        assertTrue(model.done(model.withdraw(asked.openWishes.single().id)).openWishes.isEmpty())
        model.done(model.sayRecognition(true))
    }

    @Test
    fun `that another link worker comes is there until I have read it`() {
        worker.ask {
            val pack = prepareHandover(case, NextWorker(Service.code("link_worker", "Callum Reid").first, "Callum Reid"))
            giveHandover(pack, "I am moving to another practice.")
        }
        worker.synchronise()
        client.synchronise()
        val model = HomeModel(client.phone, aScope())
        val change = model.shown().home!!.change!!
        assertEquals("Callum Reid", change.notice.toName)
        assertNull(model.done(model.noteChangeSeen(change.id)).home!!.change)
    }

    @Test
    fun `on anybody else's phone there is no home`() {
        val state = HomeModel(worker.phone, aScope()).waitFor { it.phase == Phase.REFUSED }
        assertTrue(state.doing.refusal!!.error is AlongsideException.NotFound)
    }

    @Test
    fun `my goals are in my words, steps are ticked, and one is put aside with a reason`() {
        val model = MyGoalsModel(client.phone, aScope(), case)
        val goal = model.shown().goals!!.single()
        assertEquals("To sing again", goal.goal.wording)
        assertTrue(model.done(model.tickStep(goal.steps.single().id, true)).goals!!.single().steps.single().step.done)
        model.done(model.addStep(goal.id, "Find my music"))
        model.done(model.confirm(goal.id))
        assertEquals(InvalidReason.NEEDS_REASON, model.refused(model.park(goal.id, "")).reason)
        assertEquals(GoalStatus.PARKED, model.done(model.park(goal.id, "After the winter")).goals!!.single().goal.status)
        model.done(model.takeUp(goal.id))
        assertEquals(GoalStatus.REACHED, model.done(model.reach(goal.id)).goals!!.single().goal.status)
        val wording = OwnGoalModel(client.phone, aScope(), case)
        assertFalse(wording.shown().canAdd)
        wording.typeWords("To have a cat")
        assertTrue(wording.done(wording.add()).done)
        val own = client.ask { goals(case) }.first { it.id != goal.id }
        assertEquals("To have a cat" to WordingBy.CLIENT, own.goal.wording to own.goal.wordingBy)
    }

    @Test
    fun `how it goes is a number or words, and the link worker reads it`() {
        val goal = client.ask { goals(case) }.single().id
        val model = CheckInModel(client.phone, aScope(), case, goal)
        assertFalse(model.shown().canSend)
        assertTrue(model.refused(model.send()).reason != null)
        model.choose(3)
        model.choose(3)
        assertNull(model.state.value.score)
        model.choose(0)
        model.typeWords("They were kind")
        assertTrue(model.state.value.canSend)
        assertTrue(model.done(model.send()).done)
        client.synchronise()
        worker.synchronise()
        val said = worker.ask { goals(case) }.single().checkIns.single().checkIn
        assertEquals(Triple(CheckInBy.CLIENT, 0L, "They were kind"), Triple(said.by, said.score, said.words))
    }

    @Test
    fun `half a sentence of mine is there again after the app was ended in the middle of it`() {
        val goal = client.ask { goals(case) }.single().id
        val scope = aScope()
        val model = CheckInModel(client.phone, scope, case, goal)
        model.shown()
        model.choose(7)
        model.typeWords("The choir was k")
        model.waitFor { it.kept == Kept.SAVED }
        scope.cancel()
        val again = CheckInModel(client.phone, aScope(), case, goal).shown()
        assertEquals(7L to "The choir was k", again.score to again.words)

        val wording = OwnGoalModel(client.phone, aScope(), case)
        wording.shown()
        wording.typeWords("To have a c")
        runBlocking { wording.leave().join() }
        assertEquals("To have a c", OwnGoalModel(client.phone, aScope(), case).shown().words)
        assertEquals(1, client.ask { goals(case) }.size)
    }

    @Test
    fun `what became of my referral is said in plain words, and a copy I was given is there to read`() {
        worker.ask {
            val referral = referOnward(case, NewReferral(to = "The gym", why = "To move again"))
            recordReferralStep(referral, ReferralStep(ReferralState.SENT))
            val no = ReferralStep(ReferralState.REJECTED, reason = "BP 160/95", toldClient = "They need a note first.")
            recordReferralStep(referral, no)
            val sheet = startAssessment(case, "ons4", ContactMode.HOME).assessment
            answer(sheet, "happiness", Response.Value(4))
            shareAssessment(submitAssessment(sheet))
        }
        worker.synchronise()
        client.synchronise()
        val state = MyReferralsModel(client.phone, aScope(), case).shown()
        val news = state.open.single().news
        assertTrue("note first" in news.words && "160" !in news.words, news.words)
        assertEquals(1, state.copies.size)
    }

    @Test
    fun `a yes is taken back and given again, and who reads what is said`() {
        val model = SharingModel(client.phone, aScope(), case)
        val state = model.shown()
        assertTrue(state.switches!!.single().given)
        assertTrue(state.readers.isNotEmpty() && state.alsoSees.isNotBlank())
        assertFalse(model.done(model.switch(SharingPurpose.SUPERVISOR, false)).switches!!.single().given)
        assertTrue(model.done(model.switch(SharingPurpose.SUPERVISOR, true)).switches!!.single().given)
        assertTrue(model.refused(model.switch(SharingPurpose.RESEARCH, true)).error is AlongsideException.NotFound)
    }
}
