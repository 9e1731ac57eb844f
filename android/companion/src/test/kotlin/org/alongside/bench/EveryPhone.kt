package org.alongside.bench

import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.NewClient
import org.alongside.core.Settlement
import org.alongside.core.WishKind
import org.alongside.core.WordingBy
import org.alongside.testing.Service

/** Everything that the screens of a link worker, a client and a supervisor ask of their phones, many times over. */
internal class EveryPhone(private val service: Service, private val phone: (String) -> Pair<PhoneSurface, Timed>) {
    private lateinit var worker: PhoneSurface

    /** Fills the phones, and measures. */
    suspend fun run(figures: Figures) {
        service.importServices(Directory.feed(SERVICES))
        repeat(COLLEAGUES) { service.makePerson("link_worker", "Colleague $it") }
        val person = service.makePerson("link_worker", "Sana Iqbal")
        val (worker, timed) = enrolled("worker", person)
        this.worker = worker
        val cases = (1..CLIENTS).map { ManyClients(worker).add(it) }
        worker.exchange()
        val goal = worker.goals(cases.first()).first().id
        twoTexts(person, goal)
        timed.measures = true
        cases.take(ROUNDS).forEach { WorkersDay(worker).of(it) }
        decide()
        timed.measures = false
        worker.exchange()
        figures.take(timed)
        clientsPhone(cases, figures)
        supervisorsPhone(figures)
        worker.close()
    }

    /** Two phones of one worker write the same goal without having seen each other. */
    private suspend fun twoTexts(person: String, goal: String) {
        val (other, _) = enrolled("second", person)
        worker.rewordGoal(goal, "To walk with the dog", WordingBy.CLIENT)
        other.rewordGoal(goal, "To walk to the river", WordingBy.CLIENT)
        other.exchange()
        worker.exchange()
        other.close()
    }

    private suspend fun decide() {
        val decision = worker.pendingDecisions().first()
        worker.resolveDecision(decision.id, Settlement.Write("To walk to the river with the dog"))
    }

    private suspend fun clientsPhone(cases: List<CaseId>, figures: Figures) {
        val case = cases.first()
        val person = service.makePerson("client", "Client 1")
        service.admin("case", "--case", case, "--client", person)
        val (client, timed) = enrolled("client", person)
        timed.measures = true
        repeat(ROUNDS) { ClientsTime(client, case).once() }
        timed.measures = false
        client.exchange()
        answerWishes()
        figures.take(timed)
        client.close()
    }

    private suspend fun answerWishes() {
        val (again, timed) = phone("worker-again")
        again.enrol(service.url, service.makeCode(service.makePerson("link_worker", "Tegan Moss")), "kotlin")
        val own = again.addClient(NewClient(name = "Somebody of Tegan's"))
        again.exchange()
        val person = service.makePerson("client", "Somebody of Tegan's")
        service.admin("case", "--case", own, "--client", person)
        val (theirs, _) = enrolled("theirs", person)
        repeat(ROUNDS) { theirs.wishContact(own, WishKind.QUESTION, "Is it on, $it?") }
        theirs.exchange()
        again.exchange()
        timed.measures = true
        again.wishes(own).forEach { again.answerWish(it.id, "It is") }
        timed.measures = false
        stopwatches += timed
        listOf(theirs, again).forEach { it.close() }
    }

    private suspend fun supervisorsPhone(figures: Figures) {
        val (supervisor, timed) = enrolled("supervisor", service.makePerson("supervisor", "Ruth Adeyemi"))
        timed.measures = true
        repeat(ROUNDS) {
            val newest = supervisor.receivedAssessments()
            supervisor.receivedAssessments(newest.assessments.last().id)
            supervisor.assessment(newest.assessments.first().id)
        }
        figures.take(timed)
        stopwatches.forEach(figures::take)
        supervisor.close()
    }

    private val stopwatches = mutableListOf<Timed>()

    private suspend fun enrolled(name: String, person: String): Pair<PhoneSurface, Timed> {
        val (surface, timed) = phone(name)
        surface.enrol(service.url, service.makeCode(person), "kotlin")
        surface.exchange()
        return surface to timed
    }

    private suspend fun PhoneSurface.exchange() {
        do synchronise(WITHIN_MS) while (syncState().unsent > 0uL)
    }

    private companion object {
        const val CLIENTS = 300
        const val ROUNDS = 15
        const val SERVICES = 500
        const val COLLEAGUES = 20
        val WITHIN_MS = 120_000uL
    }
}
