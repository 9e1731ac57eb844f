package org.alongside.story

import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.testing.PhoneInHand
import org.alongside.testing.Service
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/**
 * The story, from a home visit with no signal to the next link worker, through the real library and a real server. The same
 * is told in Python and in Swift. Everybody and everything in it is invented.
 */
class StoryTest {
    @TempDir lateinit var disk: File

    @Test
    fun `a note written with no signal reaches the supervisor`() = runBlocking {
        Service.open(File(disk, "server")).use { service -> tell(service) }
    }

    private suspend fun tell(service: Service) {
        val password = service.makeSupervisor("Ruth Adeyemi", "ruth")
        val sana = service.makePerson("link_worker", "Sana Iqbal")
        val worker = PhoneInHand.enrolled(File(disk, "link worker"), service, sana)

        // On a home visit, with no signal.
        worker.line.on = false
        val case = opensACase(worker)
        asksWhatMattersFirst(worker, case)
        val note = writesANote(worker, case)
        val goal = agreesAGoal(worker, case)
        val sheet = holdsAnAssessmentInTwoSittings(worker, case)
        val draft = beginsANoteForHerself(worker, case)
        val unsent = hearsThatAllOfItIsOnThisPhoneOnly(worker)
        leavesNothingToReadInTheFiles(worker)

        // Back in town.
        worker.line.on = true
        everythingIsSent(worker, unsent)

        val client = becomesTheClientsOwnCase(service, case, File(disk, "client"))
        seesTheirGoalAndWhoComesWhen(client, case)
        doesAStepAndSaysHowItGoes(client, case)
        seesWhatTheClientDid(worker, case, goal)

        receivedOnce(service, password)
        cannotBeSubmittedAgain(worker, sheet)
        worker.app.synchronise()
        receivedOnce(service, password)

        // Sana moves on; Callum is told first what matters to Delyth.
        val callum = service.makePerson("link_worker", "Callum Reid")
        val colleague = PhoneInHand.enrolled(File(disk, "second link worker"), service, callum)
        handsOver(worker, case, callum)
        readsThePackFirst(colleague, case)
        readsWhatWasSignedAndNobodysDraft(colleague, case, note, draft)
        clientIsToldWhoComesNow(client, case)
        leavesTheCase(worker, client, case)
    }
}
