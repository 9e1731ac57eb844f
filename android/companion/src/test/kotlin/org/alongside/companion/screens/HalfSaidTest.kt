package org.alongside.companion.screens

import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.StepBy
import org.alongside.core.WordingBy
import org.alongside.core.WordsFor
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** Words that were begun in a form and not said, on a phone whose app is ended at any moment. */
internal class HalfSaidTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun begun(words: WordsFor, about: String? = null): String? =
        runBlocking { HalfSaid(worker.phone, aScope(), case, about).begun(words)[words] }

    @Test
    fun `what was typed is there after the app was ended, and gone once it was said`() {
        val scope = aScope()
        val half = HalfSaid(worker.phone, scope, case)
        half.type(WordsFor.NEED, "The letters fr")
        runBlocking { half.leave().join() }
        scope.cancel()
        assertEquals("The letters fr", begun(WordsFor.NEED))
        val again = HalfSaid(worker.phone, aScope(), case)
        runBlocking { again.begun(WordsFor.NEED) }
        again.type(WordsFor.NEED, "The letters from the bank")
        val model = ClientModel(worker.phone, aScope(), case)
        model.shown()
        runBlocking {
            again.said { model.after(model.raiseNeed(org.alongside.core.NeedCategory.MONEY, "The letters from the bank")) }
        }
        assertEquals(null, begun(WordsFor.NEED))
    }

    @Test
    fun `what is refused stays, and what was cleared is not there again`() {
        val half = HalfSaid(worker.phone, aScope(), case)
        half.type(WordsFor.HANDOVER_WHY, "I am moving")
        val no = AlongsideException.Invalid("why", InvalidReason.NEEDS_REASON)
        assertThrows(AlongsideException.Invalid::class.java) { runBlocking { half.said { throw no } } }
        assertEquals("I am moving", begun(WordsFor.HANDOVER_WHY))
        val again = HalfSaid(worker.phone, aScope(), case)
        runBlocking { again.begun(WordsFor.HANDOVER_WHY) }
        again.type(WordsFor.HANDOVER_WHY, "")
        runBlocking { again.leave().join() }
        assertEquals(null, begun(WordsFor.HANDOVER_WHY))
    }

    @Test
    fun `a referral half entered goes on, and the next form is empty`() {
        val scope = aScope()
        val model = OnwardReferralModel(worker.phone, scope, case)
        model.shown()
        model.enter(ReferralForm(to = "Allotment society", why = "She wants a plot", adjustments = "A bench"))
        runBlocking { model.leave().join() }
        scope.cancel()
        val again = OnwardReferralModel(worker.phone, aScope(), case)
        val form = again.waitFor { it.loaded && it.form.to.isNotEmpty() }.form
        assertEquals(Triple("Allotment society", "She wants a plot", "A bench"), Triple(form.to, form.why, form.adjustments))
        again.done(again.refer())
        assertEquals(ReferralForm(), OnwardReferralModel(worker.phone, aScope(), case).shown().form)
    }

    @Test
    fun `an ending half thought over goes on`() {
        val model = ClosureModel(worker.phone, aScope(), case)
        model.shown()
        model.done(model.enter(EndingForm(clientView = "I can manage", why = "The goals are", secondBy = "Ruth")))
        runBlocking { model.leave().join() }
        val form = ClosureModel(worker.phone, aScope(), case).waitFor { it.form.why.isNotEmpty() }.form
        assertEquals(EndingForm(clientView = "I can manage", why = "The goals are", secondBy = "Ruth"), form)
    }

    @Test
    fun `somebody new half entered goes on, and is not entered twice`() {
        val model = CaseloadModel(worker.phone, aScope())
        model.shown()
        model.enter(ClientForm(name = "Peri Lockwood", address = "Behind the mil"))
        runBlocking { model.leave().join() }
        val again = CaseloadModel(worker.phone, aScope())
        val form = again.waitFor { it.form.name.isNotEmpty() }.form
        assertEquals("Peri Lockwood" to "Behind the mil", form.name to form.address)
        again.done(again.addClient())
        assertEquals(ClientForm(), CaseloadModel(worker.phone, aScope()).shown().form)
    }

    @Test
    fun `one goal's step is not another's`() {
        val (one, other) = worker.ask {
            val new = { wording: String -> org.alongside.core.NewGoal(wording, WordingBy.CLIENT) }
            agreeGoal(case, new("To sing")) to agreeGoal(case, new("To sleep"))
        }
        for (goal in listOf(one, other)) {
            val half = HalfSaid(worker.phone, aScope(), case, goal)
            half.type(WordsFor.STEP, "Ring the choir")
            runBlocking { half.leave().join() }
        }
        worker.ask { addStep(one, "Ring the choir", StepBy.CLIENT) }
        assertEquals(null to "Ring the choir", begun(WordsFor.STEP, one) to begun(WordsFor.STEP, other))
        assertTrue(worker.ask { drafts() }.isEmpty())
    }
}
