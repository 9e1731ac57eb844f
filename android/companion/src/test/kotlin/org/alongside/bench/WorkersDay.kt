package org.alongside.bench

import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.ClosureDecision
import org.alongside.core.ContactMode
import org.alongside.core.DutyOrigin
import org.alongside.core.DutyStatus
import org.alongside.core.EndReason
import org.alongside.core.GoalStatus
import org.alongside.core.NeedCategory
import org.alongside.core.NeedResolution
import org.alongside.core.NewClient
import org.alongside.core.NewDuty
import org.alongside.core.NewEnding
import org.alongside.core.NewGoal
import org.alongside.core.NewKnowledge
import org.alongside.core.NewReferral
import org.alongside.core.NewUnmetNeed
import org.alongside.core.NextPlan
import org.alongside.core.PackPart
import org.alongside.core.ReferralState
import org.alongside.core.ReferralStep
import org.alongside.core.Response
import org.alongside.core.SafeContactRule
import org.alongside.core.ServiceSearch
import org.alongside.core.StepBy
import org.alongside.core.UnmetReason
import org.alongside.core.WordingBy

/** Everything that the screens of a link worker ask of the phone about one client, and before. */
internal class WorkersDay(private val worker: PhoneSurface) {
    /** All of it once. */
    suspend fun of(case: CaseId) {
        look(case)
        listen(case)
        plan(case)
        visit(case)
        assess(case)
        goals(case)
        refer(case)
        owe(case)
        handOver(case)
        end(case)
    }

    /** What the first screens read. */
    private suspend fun look(case: CaseId) {
        worker.me()
        worker.today(ManyClients.now())
        worker.caseload()
        worker.myLoad()
        worker.possibleDuplicates()
        worker.search("river", 50u)
        worker.search("letter unopened", 50u)
        worker.drafts()
        worker.syncState()
        worker.remarks()
        worker.pendingDecisions()
        worker.caseOverview(case)
        worker.linkWorker(case)
        worker.firstQuestion(case)
        worker.instruments()
        worker.notes(case)
        worker.contacts(case)
        worker.assessments(case)
        worker.handovers(case)
    }

    private suspend fun listen(case: CaseId) {
        val said = worker.sayWhatMatters(case, "Not being hurried", null)
        worker.rewordWhatMatters(said, "Never being hurried")
        worker.orderWhatMatters(case, worker.whatMatters(case).map { it.id }.reversed())
        worker.putAwayWhatMatters(said)
        val need = worker.raiseNeed(case, NeedCategory.HOUSING, "The damp")
        worker.needs(case)
        worker.resolveNeed(need, NeedResolution.PARTLY, null)
        worker.wishes(case)
        worker.introduceLinkWorker(case, "I have time to listen", "0191 496 0001, Tuesdays")
        worker.addClient(NewClient(name = "Somebody new"))
    }

    private suspend fun plan(case: CaseId) {
        worker.setSafeContactRule(case, SafeContactRule(never = listOf(ContactMode.LETTER), times = "After ten"))
        worker.checkWay(case, ContactMode.HOME, null)
        val at = ManyClients.now() + ManyClients.DAY_MS
        worker.agreeNextContact(case, NextPlan(at, ContactMode.HOME, "To open the letters together"))
    }

    private suspend fun visit(case: CaseId) {
        val contact = ManyClients.contact(0)
        worker.checkContact(case, contact)
        val note = worker.startNote(case, worker.recordContact(case, contact))
        for (letters in 1..LETTERS) worker.typeNote(note, "We talked about the river and the bus.".take(letters))
        worker.keepNote(note, "We talked about the river and the bus. ".repeat(ManyClients.NOTE_SENTENCES))
        worker.promise(note, "Bring the form")
        worker.saveNote(note)
        worker.note(note)
        val signed = worker.signNote(note)
        worker.settlePromise(signed, DutyStatus.DONE, "Brought it")
        worker.discardDraft(worker.startNote(case, null))
    }

    private suspend fun assess(case: CaseId) {
        val sheet = worker.startAssessment(case, "ons4", ContactMode.HOME).assessment
        worker.answer(sheet, "anxiety", Response.Value(7))
        worker.clearAnswer(sheet, "anxiety")
        worker.answer(sheet, "happiness", Response.Value(4))
        worker.comment(sheet, "happiness", "It comes in the evenings")
        worker.placeInContact(sheet, worker.contacts(case).first().id)
        worker.noteClientCopy(sheet, false)
        worker.pauseAssessment(sheet)
        worker.assessment(sheet)
        worker.shareAssessment(worker.submitAssessment(sheet))
        worker.abandonAssessment(worker.startAssessment(case, "ons4", ContactMode.HOME).assessment)
        worker.declineAssessment(case, "ons4", ContactMode.HOME)
    }

    private suspend fun goals(case: CaseId) {
        val goal = worker.agreeGoal(case, NewGoal("To sing again", WordingBy.CLIENT))
        worker.rewordGoal(goal, "To sing in a choir again", WordingBy.CLIENT)
        worker.paraphraseGoal(goal, "Company once a week")
        worker.tickStep(worker.addStep(goal, "Ring the choir", StepBy.CLIENT), true)
        worker.checkIn(goal, 3, "They were kind")
        worker.setGoalStatus(goal, GoalStatus.PARKED, "After the winter")
        worker.goals(case)
        worker.changeGoal(goal, "To play again", WordingBy.CLIENT, "Her brother has a trombone")
    }

    private suspend fun refer(case: CaseId) {
        val search = ServiceSearch(words = "choir")
        val picker = worker.pickService(case, null, search)
        val choir = picker.shelves.flatMap { it.services }.first().id
        worker.service(choir)
        worker.checkEligibility(case, choir, false, null)
        worker.duplicateOffers(case, choir)
        worker.addLocalKnowledge(choir, NewKnowledge("Ring twice"))
        worker.confirmService(choir)
        val referral = worker.referOnward(case, NewReferral(to = "The choir", why = "They sang", service = choir))
        worker.recordReferralStep(referral, ReferralStep(ReferralState.SENT))
        worker.nextReferralSteps(referral)
        worker.referrals(case)
        worker.recordUnmetNeed(case, NewUnmetNeed(category = NeedCategory.TRANSPORT, why = UnmetReason.NO_SERVICE))
        worker.unmetNeeds(case)
    }

    private suspend fun owe(case: CaseId) {
        val due = ManyClients.now() + ManyClients.DAY_MS
        val duty = worker.makeDuty(case, NewDuty(DutyOrigin.PROMISE, what = "Ring the council", due = due))
        worker.handDutyToTeam(duty)
        worker.takeDuty(duty)
        worker.settleDuty(duty, DutyStatus.DONE, "They ring back")
    }

    private suspend fun handOver(case: CaseId) {
        val pack = worker.prepareHandover(case, worker.colleagues().first())
        worker.writePack(pack, PackPart.RELATIONSHIP, "It took until spring")
        worker.planJointMeeting(pack, ManyClients.now() + ManyClients.DAY_MS)
        worker.handover(pack)
        worker.handovers(case)
        worker.giveHandover(pack, "I am moving to another practice.")
    }

    private suspend fun end(case: CaseId) {
        if (worker.episodes(case).isEmpty()) worker.beginEpisode(case)
        worker.pauseForClient(case, "My sister is here", null)
        worker.welcomeBack(case)
        worker.checkLostContact(case)
        refusing { worker.pauseWithDoorOpen(case, "No answer") }
        worker.decideClosure(case, ClosureDecision.GO_ON, "There is more to do", null)
        worker.closureChecks(case)
        val ending = NewEnding(EndReason.AGREED_ENDING, "I am ready", true, "She goes on with it", "Ruth Adeyemi")
        worker.checkEnding(case, ending)
        refusing { worker.endEpisode(case, ending) }
        worker.leaveCase(case)
    }

    private suspend fun refusing(what: suspend () -> Unit) {
        try {
            what()
        } catch (_: org.alongside.core.AlongsideException) {
            // A rule says that it is not time yet: that takes as long as a yes. Past the stopwatch a refusal has lost its kind.
        }
    }

    companion object {
        /** Letters typed one by one, as into a note. */
        const val LETTERS = 26
    }
}
