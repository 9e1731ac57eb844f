package org.alongside.app.worker

import kotlinx.coroutines.runBlocking
import org.alongside.app.Looks
import org.alongside.companion.Phone
import org.alongside.core.AssessmentState
import org.alongside.core.ContactMode
import org.alongside.core.HandoverView
import org.alongside.core.NeedCategory
import org.alongside.core.NewGoal
import org.alongside.core.ReferralState
import org.alongside.core.WordingBy
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotNull
import org.junit.Test

/** Goals, an assessment, a referral, a handover and an ending, through the windows. */
class SupportTest : WorkersPhone() {
    @Test
    fun aGoalIsAgreedInTheirWordsWithAStep() {
        val case = aCase()
        opensClient()
        hand.presses("Goals")
        hand.presses("Agree a goal")
        hand.presses("The client's words")
        hand.writes("The goal, in the words in which it was said", GOAL)
        hand.keepsPicture("ask-goal")
        hand.presses("Save")
        hand.presses(GOAL)
        hand.presses("Add a step")
        hand.presses("Together")
        hand.writes("The step", "Ring the allotment")
        hand.presses("Save")
        hand.presses("Ring the allotment (Together)")
        hand.presses("Say how it is going")
        hand.presses("3")
        hand.presses("Save")
        hand.waitsFor("3 out of 10")
        hand.keepsPicture("goal")
        hand.presses("Back")
        hand.waitsFor("Agree a goal")
        hand.keepsPicture("goals")
        val goal = runBlocking { phone.goals(case) }.single()
        assertEquals(listOf(true), goal.steps.map { it.step.done })
        assertEquals(GOAL to WordingBy.CLIENT, goal.goal.wording to goal.goal.wordingBy)
    }

    @Test
    fun anAssessmentIsHeldInTheirOrderAndSubmittedOnce() {
        val case = aCase()
        val title = runBlocking { phone.instruments() }.first { it.id == "ons4" }.title
        opensClient()
        hand.presses("What is written")
        hand.waitsFor("No note is signed yet.")
        hand.keepsPicture("client-record")
        hand.presses("Begin: $title")
        hand.presses("At their home")
        hand.presses("Begin")
        hand.waitsFor("Put it aside for another day")
        hand.keepsPicture("assessment")
        val sheet = runBlocking { phone.assessment(phone.startAssessment(case, "ons4", ContactMode.HOME).assessment) }
        hand.presses(sheet.questions.last().prompt)
        hand.waitsFor("All questions")
        hand.keepsPicture("assessment-question")
        hand.presses("7")
        hand.presses("All questions")
        hand.presses("Submit")
        hand.waitsFor("This is sealed and stays as it is.")
        hand.presses("Give them a copy")
        hand.waitsFor("They have a copy.")
        hand.keepsPicture("assessment-sealed")
        assertEquals(listOf(AssessmentState.SUBMITTED), runBlocking { phone.assessments(case) }.map { it.state })
    }

    @Test
    fun aReferralIsPickedFromTheDirectoryAndFollowedWhenItComesBack() {
        world.service.importServices(SERVICES)
        val case = aCase()
        runBlocking { phone.raiseNeed(case, NeedCategory.CONNECTION, "It has been quiet since spring") }
        synchronises()
        opensClient()
        hand.presses("Referrals")
        hand.presses("Begin a referral")
        hand.presses("Look in the directory")
        hand.writes("What are you looking for?", "choir")
        hand.waitsFor("Thursday choir")
        hand.keepsPicture("services")
        hand.presses("Thursday choir")
        hand.waitsFor("Refer here")
        hand.keepsPicture("service")
        hand.presses("Refer here")
        hand.waitsFor("From the directory")
        hand.writes("Why, in words they would agree with", "She sang for forty years")
        hand.keepsPicture("referral-form")
        hand.presses("Save")
        hand.presses("Thursday choir")
        hand.presses("Write what happened")
        hand.presses("Sent")
        hand.presses("Save")
        hand.presses("Write what happened")
        hand.presses("They said no")
        hand.writes("The reason, when it came back", "The group is full until autumn")
        hand.presses("Save")
        hand.writes("What the client reads, in plain words", "The choir has no place now. I am looking for another.")
        hand.keepsPicture("ask-tell-client")
        hand.presses("Save")
        hand.waitsFor("What happened")
        hand.keepsPicture("referral")
        hand.presses("Back")
        hand.waitsFor("They said no")
        hand.keepsPicture("referrals")
        val referral = runBlocking { phone.referrals(case) }.single()
        assertNotNull(referral.referral.service)
        assertEquals(ReferralState.REJECTED, referral.statuses.maxBy { it.status.at }.status.status)
        assertEquals(1, runBlocking { phone.duties(case) }.size)
    }

    @Test
    fun aHandoverIsDrawnGoneOverAndGiven() {
        val case = aCase()
        runBlocking { phone.agreeGoal(case, NewGoal(GOAL, WordingBy.CLIENT)) }
        val callum = world.otherPhone(world.service.makePerson("link_worker", "Callum Reid"))
        synchronises()
        opensClient()
        hand.presses("Hand over")
        hand.waitsFor("Who goes on with them")
        hand.keepsPicture("handover-to")
        hand.presses("Callum Reid")
        hand.presses("Prepare the handover")
        hand.waitsFor("For Callum Reid")
        hand.writes("How you came to trust each other", "It took her until spring")
        hand.waitsFor("Saved on this phone")
        hand.keepsPicture("handover")
        hand.presses("Give the handover")
        hand.writes("Why, in words the client reads", "I am moving to another town.")
        hand.presses("Give the handover")
        // With the next exchange the case is Callum's, and gone from here.
        hand.waitsUntil("it is given") { if (GIVEN.any(hand::sees)) Unit else null }
        hand.keepsPicture("handover-given", Looks.NONE)
        val given = hand.waitsUntil("Callum has it") { runBlocking { callum.handoversOf(case).singleOrNull() } }
        assertEquals("It took her until spring" to "Callum Reid", given.pack.relationship to given.pack.toName)
    }

    @Test
    fun anEndingShowsWhatIsOpenAndTheSupportGoesOn() {
        val case = aCase()
        runBlocking {
            phone.beginEpisode(case)
            phone.raiseNeed(case, NeedCategory.MONEY, "The meter eats it")
        }
        opensClient()
        hand.presses("Think about an ending")
        hand.presses("Both agreed to end")
        hand.waitsFor("Still open")
        hand.keepsPicture("closure")
        hand.presses("It goes on")
        hand.writes("Why", "Money is new")
        hand.presses("Save")
        hand.waitsFor("What was decided before")
        assertEquals(1, runBlocking { phone.closureChecks(case) }.size)
    }

    private suspend fun Phone.handoversOf(case: String): List<HandoverView> {
        synchronise(30_000uL)
        return handovers(case)
    }

    private companion object {
        val GIVEN = listOf("The handover is given.", "You have left the case.")
        const val GOAL = "I want to sit in the rhubarb garden again before the frost"
        val SERVICES =
            """
            [{"id": "7e0f9a52-3f0f-4a2e-9a35-0c1de3fbb8f1", "name": "Thursday choir", "status": "active",
              "description": "Singing for anybody, no audition",
              "organization": {"id": "1f61b9a0-8f0b-4c7e-8f4e-2a6f7f6f8d11", "name": "Riverside Hall"}}]
            """.trimIndent()
    }
}
