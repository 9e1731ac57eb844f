package org.alongside.companion.screens

import org.alongside.core.AssessmentState
import org.alongside.core.ContactMode
import org.alongside.core.Response
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class ReceivedModelTest : ScreenTest() {
    @Test
    fun `a submitted assessment is received once and sealed, and an unfinished one never`() {
        val worker = aWorker("Tegan Moss-${System.nanoTime()}")
        val case = worker.aCase()
        val sealed = worker.ask {
            val sheet = startAssessment(case, "ons4", ContactMode.HOME).assessment
            answer(sheet, "happiness", Response.Value(4))
            submitAssessment(sheet).also { startAssessment(case, "ons4", ContactMode.HOME) }
        }
        worker.synchronise()
        worker.synchronise()
        val supervisor = aPhone("supervisor", "Ruth Adeyemi-${System.nanoTime()}")
        val model = ReceivedModel(supervisor.phone, aScope())
        assertTrue(model.shown().received!!.isEmpty())
        val mine = model.done(model.synchronise()).received!!.filter { it.author.startsWith("Tegan") }
        assertEquals(listOf(sealed), mine.map { it.id })
        assertEquals(AssessmentState.SUBMITTED, mine.single().state)
        assertEquals(worker.ask { client(case) }.client.name, mine.single().client)
        val sheet = model.done(model.open(sealed)).open!!
        assertEquals(4L, sheet.view.questions.first { it.item == "happiness" }.value)
        model.close()
        assertNull(model.state.value.open)
    }
}
