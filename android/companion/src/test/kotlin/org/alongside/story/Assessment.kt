package org.alongside.story

import org.alongside.core.AlongsideException
import org.alongside.core.AssessmentState
import org.alongside.core.ContactMode
import org.alongside.core.InvalidReason
import org.alongside.core.Response
import org.alongside.testing.Browser
import org.alongside.testing.PhoneInHand
import org.alongside.testing.Service
import org.alongside.testing.assertFails
import org.alongside.testing.assessmentLinks
import org.alongside.testing.readable
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue

// An assessment: a conversation in two sittings, received by the supervisor once.

private const val SAID = "It comes in the evenings, like the trombone next door"

suspend fun holdsAnAssessmentInTwoSittings(worker: PhoneInHand, case: String): String {
    val start = worker.app.startAssessment(case, "ons4", ContactMode.HOME)
    assertTrue(start.whatMattersAsked && !start.resumed && start.hints.isEmpty())
    val sheet = start.assessment
    worker.app.answer(sheet, "satisfaction", Response.Value(6))
    worker.app.answer(sheet, "worthwhile", Response.Value(0))
    worker.app.pauseAssessment(sheet)
    assertEquals(listOf("assessment"), worker.app.drafts().map { it.kind })
    worker.stop()

    // Days later; the same draft goes on where it stopped.
    worker.start()
    val again = worker.app.startAssessment(case, "ons4", ContactMode.HOME)
    assertEquals(sheet to true, again.assessment to again.resumed)
    val view = worker.app.assessment(sheet)
    assertEquals(AssessmentState.DRAFT, view.state)
    assertEquals(listOf(6L, 0L, null, null), view.questions.map { it.value })
    val refused =
        assertFails<AlongsideException.Invalid> { worker.app.answer(sheet, "anxiety", Response.Value(11)) }
    assertEquals(InvalidReason.OUT_OF_RANGE, refused.reason)
    worker.app.answer(sheet, "happiness", Response.Value(4))
    worker.app.answer(sheet, "anxiety", Response.Value(7))
    worker.app.comment(sheet, "anxiety", SAID)
    val sealed = worker.app.submitAssessment(sheet)
    assertEquals(AssessmentState.SUBMITTED, worker.app.assessment(sealed).state)
    return sheet
}

fun receivedOnce(service: Service, password: String) {
    val browser = Browser(service.url)
    val page = browser.signIn("ruth", password)
    assertEquals(1, readable(page).split(NAME).size - 1, "how often the assessment is listed")
    val sheet = readable(browser.open(assessmentLinks(page).single()))
    assertTrue("higher is worse" in sheet && SAID in sheet && "Sana Iqbal" in sheet)
    // Notes and goals are between worker and client.
    assertFalse("marmalade" in sheet || "rhubarb" in sheet)
}

suspend fun cannotBeSubmittedAgain(worker: PhoneInHand, sheet: String) {
    val refused = assertFails<AlongsideException.Invalid> { worker.app.submitAssessment(sheet) }
    assertEquals(InvalidReason.ALREADY_SEALED, refused.reason)
}
