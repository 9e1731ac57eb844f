package org.alongside.app

import java.time.LocalDate
import java.time.ZoneId
import org.alongside.companion.Phone
import org.alongside.core.ContactMode
import org.alongside.core.GoalStatus
import org.alongside.core.NewClient
import org.alongside.core.NewGoal
import org.alongside.core.Response
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingQuestion
import org.alongside.core.StepBy
import org.alongside.core.WordingBy

/** What a link worker does on their own phone before the app of the test is opened. Everybody in it is invented. */
class Journey(private val worker: Phone) {
    /** A case with a link worker introduced, a next contact, a goal with a step, and a question about sharing; sent. */
    suspend fun beginsWith(name: String): String {
        val case = worker.addClient(NewClient(name, knownAs = "Del"))
        worker.introduceLinkWorker(case, "I have time to listen, and know what is nearby", "0191 496 0001, Tuesdays")
        worker.planNextContact(case, inAWeek(), ContactMode.HOME, "To open the letters together")
        val goal = worker.agreeGoal(case, NewGoal(GOAL, WordingBy.CLIENT))
        worker.setGoalStatus(goal, GoalStatus.ACTIVE)
        worker.addStep(goal, STEP, StepBy.CLIENT)
        worker.askSharing(case, SharingQuestion(SharingPurpose.PRACTICE, "A short summary twice a year", "Riverside Practice"), true)
        worker.synchronise(WITHIN_MS)
        return case
    }

    /** An assessment held and submitted; sent. */
    suspend fun submitsAssessment(case: String) {
        val sheet = worker.startAssessment(case, "ons4", ContactMode.HOME).assessment
        for ((item, value) in mapOf("satisfaction" to 6L, "worthwhile" to 0L, "happiness" to 4L, "anxiety" to 7L)) {
            worker.answer(sheet, item, Response.Value(value))
        }
        worker.comment(sheet, "anxiety", "It comes in the evenings, like the trombone next door")
        worker.submitAssessment(sheet)
        worker.synchronise(WITHIN_MS)
    }

    private fun inAWeek(): Long =
        LocalDate.now().plusDays(7).atTime(10, 0).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli()

    /** What is said in it. */
    companion object {
        const val GOAL = "I want to sit in the rhubarb garden again before the frost"
        const val STEP = "Ring the allotment about the wheelbarrow"
        const val WITHIN_MS = 30_000uL
    }
}
