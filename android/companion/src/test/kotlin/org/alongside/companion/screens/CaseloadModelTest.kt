package org.alongside.companion.screens

import org.alongside.core.ClientDetails
import org.alongside.core.InvalidReason
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class CaseloadModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }

    private fun model() = CaseloadModel(worker.phone, aScope())

    @Test
    fun `everybody by name, and what this worker carries`() {
        worker.aCase("Peri Lockwood")
        worker.aCase("Anwen Ngata")
        val state = model().shown()
        assertEquals(listOf("Anwen Ngata", "Peri Lockwood"), state.fitting.map { it.name })
        assertEquals(2, state.load!!.active)
    }

    @Test
    fun `a name is found by how any part of it begins, without accents and capitals`() {
        worker.aCase("Zoë Ó Briain-Hale")
        worker.aCase("Peri Lockwood")
        val model = model()
        model.shown()
        for (words in listOf("zoe", "hale", "ZO BRI", "del ó")) {
            assertEquals(listOf("Zoë Ó Briain-Hale"), model.done(model.typeSearch(words)).fitting.map { it.name }, words)
        }
        assertTrue(model.done(model.typeSearch("ood")).fitting.isEmpty())
        assertEquals(2, model.done(model.typeSearch("")).fitting.size)
    }

    @Test
    fun `words in a signed note are found, and put away with the search`() {
        val case = worker.aCase()
        worker.ask {
            startNote(case).let {
                keepNote(it, "She spoke of marmalade")
                signNote(it)
            }
        }
        val model = model()
        model.shown()
        val state = model.done(model.typeSearch("marmal"))
        assertEquals("She spoke of marmalade" to "visit_note", state.found.single().let { it.text to it.kind })
        assertEquals(NAME, state.nameOf(state.found.single().case!!))
        assertTrue(model.done(model.typeSearch("")).found.isEmpty())
    }

    @Test
    fun `somebody new is opened with no signal, and two of one name are pointed out`() {
        val model = model()
        model.shown()
        assertEquals(InvalidReason.EMPTY, model.refused(model.addClient()).reason)
        assertNull(model.state.value.opened)
        val somebody = ClientForm(name = NAME, birthYear = "1951")
        model.enter(somebody)
        val state = model.done(model.addClient())
        assertEquals(listOf(state.opened), state.people!!.map { it.case })
        model.noteOpened()
        assertNull(model.state.value.opened)
        model.enter(somebody)
        val again = model.done(model.addClient()).opened!!
        val born = ClientDetails(born = "1951-03-07")
        worker.ask { listOf(state.opened!!, again).forEach { setClientDetails(it, born) } }
        assertEquals(1, model.done(model.refresh()).possibleDuplicates.size)
    }
}
