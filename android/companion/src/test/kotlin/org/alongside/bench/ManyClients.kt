package org.alongside.bench

import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.ContactDirection
import org.alongside.core.ContactMode
import org.alongside.core.ContactOutcome
import org.alongside.core.ContactPurpose
import org.alongside.core.DutyOrigin
import org.alongside.core.NeedCategory
import org.alongside.core.NewClient
import org.alongside.core.NewContact
import org.alongside.core.NewDuty
import org.alongside.core.NewGoal
import org.alongside.core.NewReferral
import org.alongside.core.NextPlan
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.Response
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingQuestion
import org.alongside.core.StepBy
import org.alongside.core.WordingBy

/** Clients with some months behind them: notes, contacts, goals, assessments, a referral. Everybody is invented. */
internal class ManyClients(private val phone: PhoneSurface) {
    /** Adds one, and gives the case. */
    suspend fun add(number: Int): CaseId {
        val case = phone.addClient(NewClient(name = "Client $number", birthYear = 1930L + number % 60))
        phone.introduceLinkWorker(case, "I have time to listen", "0191 496 0001")
        phone.sayWhatMatters(case, "The river, said client $number", null)
        repeat(FEW) { phone.raiseNeed(case, NeedCategory.MONEY, "Letter number $it lies unopened") }
        repeat(SOME) { met(case, it) }
        goals(case, number)
        repeat(FEW) { assessment(case, number, it) }
        val referral = phone.referOnward(case, NewReferral(to = "Thursday choir", why = "They sang for years"))
        phone.recordReferralStep(referral, ReferralStep(ReferralState.SENT))
        phone.makeDuty(case, NewDuty(DutyOrigin.PROMISE, what = "Ring the council", due = now() + DAY_MS))
        phone.askSharing(case, SharingQuestion(SharingPurpose.PRACTICE, "A short summary", "Riverside Practice"), true)
        phone.agreeNextContact(case, NextPlan(now() + number * HOUR_MS, ContactMode.HOME, "To see how it goes"))
        return case
    }

    private suspend fun met(case: CaseId, number: Int) {
        val contact = phone.recordContact(case, contact(number))
        val note = phone.startNote(case, contact)
        phone.keepNote(note, "We talked about the river, the bus, and letter number $number. ".repeat(NOTE_SENTENCES))
        phone.signNote(note)
    }

    private suspend fun goals(case: CaseId, number: Int) {
        repeat(FEW) { place ->
            val goal = phone.agreeGoal(case, NewGoal("To walk to bench $place, said client $number", WordingBy.CLIENT))
            phone.addStep(goal, "Find the boots", StepBy.CLIENT)
            phone.checkIn(goal, (number % 11).toLong(), "It rained")
        }
    }

    private suspend fun assessment(case: CaseId, number: Int, place: Int) {
        val sheet = phone.startAssessment(case, "ons4", ContactMode.HOME).assessment
        for (item in listOf("satisfaction", "worthwhile", "happiness", "anxiety")) {
            phone.answer(sheet, item, Response.Value(((number + place) % 11).toLong()))
        }
        phone.submitAssessment(sheet)
    }

    companion object {
        const val FEW = 2
        const val SOME = 6
        const val NOTE_SENTENCES = 20
        const val HOUR_MS = 3_600_000L
        const val DAY_MS = 24 * HOUR_MS

        fun now(): Long = System.currentTimeMillis()

        /** A visit of some weeks ago. */
        fun contact(weeksAgo: Int): NewContact =
            NewContact(
                at = now() - weeksAgo * 7 * DAY_MS,
                mode = ContactMode.HOME,
                direction = ContactDirection.WORKER,
                purposes = listOf(ContactPurpose.LISTEN),
                agreedBefore = true,
                outcome = ContactOutcome.TWO_WAY,
            )
    }
}
