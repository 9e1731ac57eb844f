package org.alongside.story

import java.io.File
import org.alongside.core.AlongsideException
import org.alongside.core.CheckInBy
import org.alongside.core.ContactMode
import org.alongside.core.NewClient
import org.alongside.core.NewPhoto
import org.alongside.core.Role
import org.alongside.core.WordingBy
import org.alongside.testing.PhoneInHand
import org.alongside.testing.Service
import org.alongside.testing.aJpeg
import org.alongside.testing.assertFails
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue

private const val BARROW = "The wheelbarrow, with its new wheel"

// A client's own phone: what is theirs is on it, and what their link worker wrote for her own work is not.

suspend fun becomesTheClientsOwnCase(service: Service, case: String, folder: File): PhoneInHand {
    val person = service.makePerson("client", NAME)
    service.admin("case", "--case", case, "--client", person)
    val client = PhoneInHand.enrolled(folder, service, person)
    val me = client.app.me()!!
    assertEquals(Role.CLIENT to case, me.role to me.ownCase)
    return client
}

suspend fun seesTheirGoalAndWhoComesWhen(client: PhoneInHand, case: String) {
    val goal = client.app.goals(case).single().goal
    assertEquals(GOAL to WordingBy.CLIENT, goal.wording to goal.wordingBy)
    val coming = client.app.nextContact(case)!!
    assertEquals(Triple("Sana Iqbal", WHY, ContactMode.HOME), Triple(coming.who, coming.why, coming.mode))
    assertEquals("0191 496 0001, Tuesdays", client.app.linkWorker(case)!!.reach)
    assertTrue(client.app.notes(case).isEmpty() && client.app.caseload().isEmpty())
    val kinds = client.app.records().map { it.kind }.toSet()
    assertEquals(emptySet<String>(), kinds intersect setOf("visit_note", "client", "assessment"))
}

suspend fun doesAStepAndSaysHowItGoes(client: PhoneInHand, case: String) {
    val goal = client.app.goals(case).single()
    client.app.tickStep(goal.steps.first().id, true)
    client.app.checkInWithPhoto(goal.id, NewPhoto(aJpeg(), aJpeg(16, 12), BARROW), 3, "Rang. They were kind.")
    assertFails<AlongsideException.NotAllowed> { client.app.addClient(NewClient(name = "Somebody Else")) }
    assertEquals(3uL, client.app.syncState().unsent)
    client.app.synchronise()
    assertEquals(0uL to 1uL, client.app.syncState().run { unsent to photosUnsent })
    client.app.sendPhotos(metered = false)
    assertEquals(0uL, client.app.syncState().photosUnsent)
}

suspend fun seesWhatTheClientDid(worker: PhoneInHand, case: String, goal: String) {
    worker.app.synchronise()
    val view = worker.app.goals(case).single()
    assertEquals(goal, view.id)
    assertEquals(listOf(true, false), view.steps.map { it.step.done })
    val said = view.checkIns.single().checkIn
    assertEquals(Triple(CheckInBy.CLIENT, 3L, "Rang. They were kind."), Triple(said.by, said.score, said.words))
    val photo = view.checkIns.single().photos.single()
    assertEquals(BARROW, photo.caption)
    assertTrue(worker.app.fetchPhoto(photo.id))
    assertEquals(photo.bytes, worker.app.photo(photo.id)!!.size.toULong())
}
