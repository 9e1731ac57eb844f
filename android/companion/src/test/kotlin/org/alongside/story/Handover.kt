package org.alongside.story

import org.alongside.core.AlongsideException
import org.alongside.core.NextWorker
import org.alongside.core.PackPart
import org.alongside.testing.PhoneInHand
import org.alongside.testing.assertFails
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue

// The next link worker does not begin with a stranger.

/** Prepared and given with no signal; it goes out with the next sync. */
suspend fun handsOver(worker: PhoneInHand, case: String, next: String) {
    worker.line.on = false
    val pack = worker.app.prepareHandover(case, NextWorker(next, "Callum Reid"))
    assertTrue(MATTERS in worker.app.handover(pack).pack.whatMatters.orEmpty())
    worker.app.writePack(pack, PackPart.RELATIONSHIP, "Tea first; then the letters")
    worker.app.planJointMeeting(pack, System.currentTimeMillis() + 7 * DAY_MS)
    worker.app.giveHandover(pack, "I am moving to another town, and Callum knows your allotment")
    worker.line.on = true
    worker.app.synchronise()
}

suspend fun readsThePackFirst(colleague: PhoneInHand, case: String) {
    assertTrue(colleague.app.caseload().isEmpty())
    colleague.app.synchronise()
    assertEquals(listOf(case), colleague.app.caseload().map { it.case })
    val pack = colleague.app.handovers(case).single().pack
    assertEquals("Sana Iqbal" to "Tea first; then the letters", pack.fromName to pack.relationship)
    assertTrue(PROMISE in pack.promises.orEmpty(), "what was promised goes with the case")
}

suspend fun readsWhatWasSignedAndNobodysDraft(colleague: PhoneInHand, case: String, note: String, draft: String) {
    val view = colleague.app.notes(case).single()
    assertEquals(Triple(note, NOTE, "Sana Iqbal"), Triple(view.id, view.note.body, view.author))
    assertEquals(listOf(note), colleague.app.search("marmal", 5u).map { it.id })
    assertFails<AlongsideException.NotFound> { colleague.app.note(draft) }
    val sheet = colleague.app.assessments(case).single()
    val answers = colleague.app.assessment(sheet.id).questions.associate { it.item to it.value }
    assertEquals(mapOf("anxiety" to 7L, "happiness" to 4L, "satisfaction" to 6L, "worthwhile" to 0L), answers)
}

suspend fun clientIsToldWhoComesNow(client: PhoneInHand, case: String) {
    client.app.synchronise()
    assertEquals("Sana Iqbal", client.app.linkWorker(case)!!.name, "until the three of them have met she is still the one to ring")
    val told = client.app.clientHome().change!!.notice
    assertEquals("Sana Iqbal" to "Callum Reid", told.fromName to told.toName)
    assertTrue("another town" in told.why.orEmpty())
}

/** Until the three of them have met, both workers are on the case. */
suspend fun leavesTheCase(worker: PhoneInHand, client: PhoneInHand, case: String) {
    assertEquals(listOf(case), worker.app.caseload().map { it.case })
    worker.app.leaveCase(case)
    worker.app.synchronise()
    assertTrue(worker.app.caseload().isEmpty())
    client.app.synchronise()
    assertEquals("Callum Reid", client.app.linkWorker(case)!!.name)
}
