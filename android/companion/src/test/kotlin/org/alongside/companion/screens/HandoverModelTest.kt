package org.alongside.companion.screens

import kotlinx.coroutines.cancel
import org.alongside.core.InvalidReason
import org.alongside.core.NewGoal
import org.alongside.core.NextWorker
import org.alongside.core.PackPart
import org.alongside.core.WordingBy
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class HandoverModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model(scope: kotlinx.coroutines.CoroutineScope = aScope()) = HandoverModel(worker.phone, scope, case)

    /** A colleague whom the worker's phone has heard of. */
    private fun colleague(): NextWorker {
        worker
        val callum = NextWorker(Service.code("link_worker", "Callum Reid").first, "Callum Reid")
        worker.synchronise()
        return callum
    }

    @Test
    fun `a pack is drawn from the record in the client's words, gone over and given`() {
        worker.ask { agreeGoal(case, NewGoal("To sing again", WordingBy.CLIENT)) }
        val callum = colleague()
        val model = model()
        assertNull(model.shown().pack)
        assertTrue(callum in model.state.value.colleagues)
        assertFalse(model.state.value.colleagues.any { it.person == worker.ask { me() }!!.person })
        model.choose(callum)
        val drawn = model.done(model.prepare())
        assertEquals(callum.person, drawn.pack!!.pack.to)
        assertTrue("To sing again" in drawn.wordsOf(PackPart.WHAT_MATTERS))
        model.typePart(PackPart.RELATIONSHIP, "It took her until spring to trust me")
        model.done(model.planJointMeeting(now() + DAY_MS))
        assertEquals(InvalidReason.NEEDS_REASON, model.refused(model.give(" ")).reason)
        val given = model.done(model.give("I am moving to another practice."))
        assertEquals("It took her until spring to trust me", given.wordsOf(PackPart.RELATIONSHIP))
        assertEquals(1, given.given!!.size)
        assertFalse(given.canGive)
        assertTrue(model.done(model.leaveCase()).left)
    }

    @Test
    fun `once the case has gone to the next worker the screen says so and shows nothing of the client`() {
        val callum = colleague()
        val model = model()
        model.shown()
        model.choose(callum)
        model.done(model.prepare())
        model.typePart(PackPart.WHAT_MATTERS, "Her garden")
        model.done(model.give("I am moving to another practice."))
        worker.synchronise()
        model.refresh()
        val gone = model.waitFor { it.left }
        assertNull(gone.doing.refusal)
        assertNull(gone.pack)
    }

    @Test
    fun `a pack that does not say what matters is not given`() {
        val model = model()
        model.done(model.prepare())
        assertFalse(model.state.value.canGive)
        assertEquals("what_matters", model.refused(model.give("I am leaving.")).field)
        model.typePart(PackPart.WHAT_MATTERS, "Her garden")
        assertTrue(model.state.value.canGive)
        model.done(model.give("I am leaving."))
    }

    @Test
    fun `a screen that closes in the middle of a part keeps every letter and goes on with the pack`() {
        val callum = colleague()
        val scope = aScope()
        val model = model(scope)
        model.shown()
        model.choose(callum)
        model.done(model.prepare())
        model.typePart(PackPart.DO_AND_DO_NOT, "Never knock twice")
        val leaving = model.leave()
        scope.cancel()
        model.after(leaving)
        val again = model().waitFor { it.pack != null }
        assertEquals("Never knock twice", again.wordsOf(PackPart.DO_AND_DO_NOT))
        assertEquals("Callum Reid", again.pack!!.pack.toName)
    }
}
