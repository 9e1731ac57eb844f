package org.alongside.companion.screens

import org.alongside.core.DutyOrigin
import org.alongside.core.InvalidReason
import org.alongside.core.NeedCategory
import org.alongside.core.NewUnmetNeed
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.StatusBy
import org.alongside.core.SupportMode
import org.alongside.core.UnmetReason
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

internal class OnwardReferralModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    private fun model() = OnwardReferralModel(worker.phone, aScope(), case)

    @Test
    fun `a referral is entered, begun, and can go on from where it stands`() {
        val model = model()
        assertFalse(model.shown().canRefer)
        model.enter(ReferralForm(to = "Thursday choir", why = "She sang once", supportMode = SupportMode.ACCOMPANY))
        val state = model.done(model.refer())
        val line = state.referrals!!.single()
        assertEquals(ReferralState.DRAFTED, line.standing)
        assertTrue(ReferralState.SENT in line.next)
        assertEquals(ReferralForm(), state.form)
        assertEquals(line.view.id, state.begun)
        val sent = model.done(model.recordStep(line.view.id, ReferralStep(ReferralState.SENT))).referrals!!.single()
        assertEquals(ReferralState.SENT, sent.standing)
        assertFalse(ReferralState.SENT in sent.next)
    }

    @Test
    fun `one that comes back needs its reason and owes the client another way at once`() {
        val model = model()
        model.enter(ReferralForm(to = "The gym", why = "To move again"))
        val referral = model.done(model.refer()).begun!!
        model.done(model.recordStep(referral, ReferralStep(ReferralState.SENT)))
        val step = ReferralStep(ReferralState.REJECTED, by = StatusBy.SERVICE)
        assertEquals(InvalidReason.NEEDS_REASON, model.refused(model.recordStep(referral, step)).reason)
        assertEquals(ReferralState.SENT, model.state.value.referrals!!.single().standing)
        model.done(model.recordStep(referral, step.copy(reason = "Blood pressure", toldClient = "They need a note first.")))
        assertEquals(ReferralState.REJECTED, model.state.value.referrals!!.single().standing)
        assertEquals(listOf(DutyOrigin.BOUNCE), worker.ask { duties(case) }.map { it.duty.origin })
    }

    @Test
    fun `a referral to nowhere is refused, and a step that cannot follow leaves nothing behind`() {
        val model = model()
        model.enter(ReferralForm(to = " ", why = "To move again"))
        assertEquals(InvalidReason.EMPTY, model.refused(model.refer()).reason)
        assertEquals("To move again", model.state.value.form.why)
        model.enter(ReferralForm(to = "The gym"))
        val referral = model.done(model.refer()).begun!!
        val refusal = model.refused(model.recordStep(referral, ReferralStep(ReferralState.FINISHED)))
        assertEquals(InvalidReason.NOT_FROM_HERE, refusal.reason)
    }

    @Test
    fun `a need that nothing serves is written down with what stood in the way`() {
        val need = worker.ask { raiseNeed(case, NeedCategory.TRANSPORT, "No bus after four") }
        val model = model()
        assertEquals(listOf(need), model.shown().needs.map { it.id })
        val new = NewUnmetNeed(need = need, category = NeedCategory.TRANSPORT, why = UnmetReason.NO_SERVICE)
        assertEquals(listOf(UnmetReason.NO_SERVICE), model.done(model.recordUnmetNeed(new)).unmet.map { it.unmet.why })
    }
}
