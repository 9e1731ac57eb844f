package org.alongside.companion.screens

import org.alongside.core.DutyOrigin
import org.alongside.core.InvalidReason
import org.alongside.core.NewDuty
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class TodayModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }

    private fun model() = TodayModel(worker.phone, aScope(), ::now)

    private fun owe(case: String) =
        worker.ask { makeDuty(case, NewDuty(DutyOrigin.PROMISE, what = "Ring the allotment", due = now() - DAY_MS)) }

    @Test
    fun `a day with nothing in it says so`() {
        assertTrue(model().shown().free)
    }

    @Test
    fun `the visits of the day, also of another day, and what is saved meanwhile`() {
        val model = model()
        model.shown()
        val case = worker.aCase()
        val tomorrow = model.done(model.moveDays(1))
        assertEquals(listOf(case), tomorrow.today!!.visits.flatMap { it.visits }.map { it.case })
        model.done(model.showToday())
        owe(case)
        model.waitFor { it.today!!.duties.isNotEmpty() }
    }

    @Test
    fun `what is owed is settled with what came of it, handed to the team, and taken`() {
        val case = worker.aCase()
        val (first, second) = owe(case) to owe(case)
        val model = model()
        assertEquals(2, model.shown().today!!.duties.size)
        assertEquals(InvalidReason.EMPTY, model.refused(model.settleDuty(first, " ")).reason)
        assertEquals(2, model.state.value.today!!.duties.size)
        assertEquals(listOf(second), model.done(model.settleDuty(first, "They were kind")).today!!.duties.map { it.id })
        model.done(model.handDutyToTeam(second))
        assertNull(worker.ask { duties(case) }.first { it.id == second }.duty.owner)
        model.done(model.takeDuty(second))
        assertEquals(worker.person, worker.ask { duties(case) }.first { it.id == second }.duty.owner)
        assertTrue(model.done(model.releaseDuty(second, "Del rang them herself")).today!!.duties.isEmpty())
    }

    @Test
    fun `drafts to finish are there until they are thrown away, and promises until they are kept`() {
        val case = worker.aCase()
        val draft = worker.ask { startNote(case).also { keepNote(it, "Tea with Del") } }
        val model = model()
        assertEquals(listOf(draft), model.shown().today!!.drafts.map { it.id })
        assertTrue(model.done(model.discardDraft(draft)).today!!.drafts.isEmpty())
        val signed = worker.ask {
            startNote(case).let {
                keepNote(it, "Tea")
                promise(it, "Bring the form")
                signNote(it)
            }
        }
        assertEquals("Bring the form", worker.ask { caseOverview(case) }.lastPromise?.words)
        model.done(model.keepPromise(signed, "Brought it"))
        assertNull(worker.ask { caseOverview(case) }.lastPromise)
        assertFalse(model.state.value.doing.busy)
    }
}
