package org.alongside.companion.screens

import org.alongside.core.InvalidReason
import org.alongside.core.Matter
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Two phones of two people write one goal in other words at the same time; both texts wait for somebody. */
internal class DecisionsModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }
    private val goal by lazy { worker.ask { agreeGoal(case, NewGoal("To walk", WordingBy.CLIENT)) } }

    private fun twoTexts() {
        goal
        worker.synchronise()
        val client = aClientOf(case)
        client.ask { rewordGoal(goal, "To walk to the river", WordingBy.CLIENT) }
        worker.ask { rewordGoal(goal, "To walk with the dog", WordingBy.CLIENT) }
        client.synchronise()
        worker.synchronise()
    }

    private fun model() = DecisionsModel(worker.phone, aScope())

    @Test
    fun `nothing waits on a phone whose texts agree`() {
        assertEquals(emptyList<Any>(), model().shown().waiting)
    }

    @Test
    fun `two texts are shown with whose case it is, and the one that is chosen stands`() {
        twoTexts()
        val model = model()
        val decision = model.shown().waiting!!.single()
        assertEquals(Matter.TEXTS to NAME, decision.matter to model.state.value.names[decision.case])
        assertEquals(setOf("To walk to the river", "To walk with the dog"), decision.choices.map { it.value }.toSet())
        val place = decision.choices.indexOfFirst { it.value == "To walk to the river" }
        assertTrue(model.done(model.choose(decision, place)).waiting!!.isEmpty())
        worker.synchronise()
        val view = worker.ask { goals(case) }.single()
        assertEquals("To walk to the river" to emptyList<String>(), view.goal.wording to view.otherWordings)
    }

    @Test
    fun `other words can stand for both, and none that are empty`() {
        twoTexts()
        val model = model()
        val decision = model.shown().waiting!!.single()
        assertEquals(NextStep.CORRECT, model.refused(model.write(decision, " ")).next)
        assertEquals(NextStep.CORRECT, model.refused(model.choose(decision, 9)).next)
        assertEquals(1, model.state.value.waiting!!.size)
        assertTrue(model.done(model.write(decision, "To walk to the river with the dog")).waiting!!.isEmpty())
        assertEquals("To walk to the river with the dog", worker.ask { goals(case) }.single().goal.wording)
        assertTrue(model.refused(model.note(decision)).reason != InvalidReason.TOO_LONG)
    }
}
