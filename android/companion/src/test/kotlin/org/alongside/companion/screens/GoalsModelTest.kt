package org.alongside.companion.screens

import org.alongside.core.CheckInBy
import org.alongside.core.GoalStatus
import org.alongside.core.InvalidReason
import org.alongside.core.NeedCategory
import org.alongside.core.StepBy
import org.alongside.core.WordingBy
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class GoalsModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model() = GoalsModel(worker.phone, aScope(), case)

    @Test
    fun `a goal is agreed in the client's words, which a paraphrase stands beside`() {
        val model = model()
        assertTrue(model.shown().current.isEmpty())
        assertEquals(InvalidReason.EMPTY, model.refused(model.agreeGoal(" ", WordingBy.CLIENT)).reason)
        val goal = model.done(model.agreeGoal(WORDS, WordingBy.CLIENT, NeedCategory.CONNECTION)).agreed!!
        val view = model.done(model.paraphraseGoal(goal, "Rejoin the allotment")).current.single().goal
        assertEquals(WORDS to WordingBy.CLIENT, view.wording to view.wordingBy)
        assertEquals("Rejoin the allotment", view.paraphrase)
        assertTrue(model.done(model.confirmGoal(goal)).current.single().goal.clientConfirmedAt != null)
    }

    @Test
    fun `steps say who takes them, and are ticked and unticked`() {
        val model = model()
        val goal = model.done(model.agreeGoal(WORDS, WordingBy.JOINT)).agreed!!
        val step = model.done(model.addStep(goal, "Ring the allotment", StepBy.TOGETHER)).current.single().steps.single()
        assertEquals(StepBy.TOGETHER, step.step.by)
        assertTrue(model.done(model.tickStep(step.id, true)).current.single().steps.single().step.done)
        assertTrue(!model.done(model.tickStep(step.id, false)).current.single().steps.single().step.done)
        assertEquals(InvalidReason.EMPTY, model.refused(model.addStep(goal, "", StepBy.CLIENT)).reason)
    }

    @Test
    fun `a goal is parked with a reason, taken up again, changed, and both stay`() {
        val model = model()
        val goal = model.done(model.agreeGoal(WORDS, WordingBy.CLIENT)).agreed!!
        assertEquals(InvalidReason.NEEDS_REASON, model.refused(model.setGoalStatus(goal, GoalStatus.PARKED)).reason)
        val parked = model.done(model.setGoalStatus(goal, GoalStatus.PARKED, "After the winter"))
        assertEquals(listOf("After the winter"), parked.settled.map { it.goal.parkReason })
        model.done(model.setGoalStatus(goal, GoalStatus.ACTIVE))
        val reworded = model.done(model.rewordGoal(goal, "To sit there in spring", WordingBy.CLIENT))
        assertEquals("To sit there in spring", reworded.current.single().goal.wording)
        val changed = model.done(model.changeGoal(goal, "To grow leeks", WordingBy.CLIENT, "She has moved"))
        assertEquals(listOf("To grow leeks"), changed.current.map { it.goal.wording })
        assertEquals(listOf(GoalStatus.CHANGED), changed.settled.map { it.goal.status })
    }

    @Test
    fun `how it goes is a number, words or both, and never neither`() {
        val model = model()
        val goal = model.done(model.agreeGoal(WORDS, WordingBy.CLIENT)).agreed!!
        assertTrue(model.refused(model.checkIn(goal, null, " ")).reason != null)
        assertEquals(InvalidReason.OUT_OF_RANGE, model.refused(model.checkIn(goal, 11, null)).reason)
        val said = model.done(model.checkIn(goal, 0, "Not yet")).current.single().checkIns.single().checkIn
        assertEquals(Triple(CheckInBy.WORKER, 0L, "Not yet"), Triple(said.by, said.score, said.words))
    }

    private companion object {
        const val WORDS = "I want to sit in the rhubarb garden again"
    }
}
