package org.alongside.companion.screens

import org.alongside.core.Capacity
import org.alongside.core.InvalidReason
import org.alongside.core.NeedCategory
import org.alongside.core.NewKnowledge
import org.alongside.core.ServiceSearch
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test

internal class ServicePickerModelTest : ScreenTest() {
    private val worker by lazy { aWorker() }
    private val case by lazy { worker.aCase() }

    @BeforeEach
    fun importServices() {
        val feed = folder.resolve("services.json").apply { writeText(FEED) }
        Service.admin("directory", "import", "--file", feed.path)
        worker.synchronise()
    }

    private fun model(need: String? = null) = ServicePickerModel(worker.phone, aScope(), case, need)

    private fun ServicePickerState.names() = picker!!.run {
        shelves.flatMap { it.services } + rarelyUsed
    }.map { it.service.name }.toSet()

    @Test
    fun `services are found by words, with no signal`() {
        val model = model()
        model.shown()
        val state = model.done(model.search(ServiceSearch(words = "choir")))
        assertEquals(setOf("Thursday choir"), state.names())
        assertEquals(setOf<String>(), model.done(model.search(ServiceSearch(words = "skating"))).names())
    }

    @Test
    fun `a need brings what serves it`() {
        val need = worker.ask { raiseNeed(case, NeedCategory.CONNECTION, "It is quiet since spring") }
        assertNotNull(model(need).shown().picker)
    }

    @Test
    fun `a service is looked at before any form, confirmed, and what is known of it is added`() {
        val model = model()
        model.done(model.search(ServiceSearch(words = "choir")))
        val card = model.state.value.picker!!.run { shelves.flatMap { it.services } + rarelyUsed }.single()
        val detail = model.done(model.look(card.id)).detail!!
        assertEquals("Thursday choir", detail.view.card.service.name)
        assertTrue(detail.duplicates.isEmpty())
        assertNotNull(model.done(model.confirm(card.id)).detail!!.view.card.service.lastConfirmedAt)
        assertEquals(InvalidReason.EMPTY, model.refused(model.addKnowledge(card.id, NewKnowledge(note = ""))).reason)
        val knowledge = NewKnowledge("Ask for Wren at the side door", Capacity.HAS_CAPACITY)
        val known = model.done(model.addKnowledge(card.id, knowledge))
        assertEquals(listOf("Ask for Wren at the side door"), known.detail!!.view.knowledge.map { it.knowledge.note })
        model.lookAtAll()
        assertNull(model.state.value.detail)
    }

    @Test
    fun `a picked service fills in the referral`() {
        val picker = model()
        picker.done(picker.search(ServiceSearch(words = "choir")))
        val card = picker.state.value.picker!!.run { shelves.flatMap { it.services } + rarelyUsed }.single()
        val referral = OnwardReferralModel(worker.phone, aScope(), case)
        referral.choose(card, null)
        val begun = referral.done(referral.refer()).referrals!!.single().view.referral
        assertEquals("Thursday choir" to card.id, begun.to to begun.service)
        assertNotNull(begun.serviceHash)
    }

    private companion object {
        val FEED =
            """
            [{"id": "7e0f9a52-3f0f-4a2e-9a35-0c1de3fbb8f1", "name": "Thursday choir", "status": "active",
              "description": "Singing for anybody, no audition",
              "organization": {"id": "1f61b9a0-8f0b-4c7e-8f4e-2a6f7f6f8d11", "name": "Riverside Hall"}},
             {"id": "b7b0c3f4-0c36-4a0f-a6d9-3d5f7d1d5a90", "name": "Debt advice", "status": "active",
              "description": "Opening letters together",
              "organization": {"id": "1f61b9a0-8f0b-4c7e-8f4e-2a6f7f6f8d11", "name": "Riverside Hall"}}]
            """.trimIndent()
    }
}
