package org.alongside.companion.preview

import java.lang.reflect.Proxy
import java.util.concurrent.ConcurrentHashMap
import org.alongside.core.AlongsideException
import org.alongside.core.CaseOverview
import org.alongside.core.CaseSummary
import org.alongside.core.Change
import org.alongside.core.ChangeListener
import org.alongside.core.ClientHome
import org.alongside.core.ClientView
import org.alongside.core.CompanionInterface
import org.alongside.core.GoalView
import org.alongside.core.LinkWorkerCard
import org.alongside.core.Me
import org.alongside.core.NextContactView
import org.alongside.core.NoteState
import org.alongside.core.NoteView
import org.alongside.core.SafeContact
import org.alongside.core.StepView
import org.alongside.core.SyncReport
import org.alongside.core.SyncState
import org.alongside.core.Today
import org.alongside.core.Typed
import org.alongside.core.VisitNote

/** Answers from a scene, and remembers what was typed and ticked for as long as it is looked at. */
internal class SceneCore(
    private val scene: Scene,
    private val listener: ChangeListener,
) : CompanionInterface by nothing() {
    private val typed = ConcurrentHashMap<String, NoteView>()
    private val ticked = ConcurrentHashMap<String, Boolean>()

    override fun me(): Me? = scene.me

    override fun caseload(): List<CaseSummary> = scene.caseload

    override fun today(at: Long): Today = scene.today

    override fun client(case: String): ClientView = ClientView(case, known(case).client, false)

    override fun caseOverview(case: String): CaseOverview = known(case)

    override fun nextContact(case: String): NextContactView? = known(case).nextContact

    override fun linkWorker(case: String): LinkWorkerCard? = scene.home.linkWorker

    override fun clientHome(): ClientHome = scene.home.copy(goals = scene.home.goals.map(::withTicks))

    override fun goals(case: String): List<GoalView> = scene.home.goals.map(::withTicks)

    override fun firstQuestion(case: String): String? = null

    override fun safeContactRule(case: String): SafeContact? = known(case).safeContact

    override fun notes(case: String): List<NoteView> = scene.notes.filter { it.case == case }

    override fun note(id: String): NoteView =
        typed[id] ?: scene.notes.find { it.id == id } ?: throw AlongsideException.NotFound()

    override fun startNote(case: String, contact: String?): String {
        val id = "note-${typed.size + 1}"
        val empty = VisitNote(case, scene.now, null, contact, "", null, null)
        typed[id] = NoteView(id, case, empty, NoteState.DRAFT, scene.me.name, null, emptyList(), null, true)
        return id
    }

    override fun typeNote(note: String, text: String): Typed {
        keepNote(note, text)
        return Typed.Saved
    }

    override fun keepNote(note: String, text: String) {
        val view = note(note)
        typed[note] = view.copy(note = view.note.copy(body = text))
        listener.changed(Change.SAVED)
    }

    override fun tickStep(step: String, done: Boolean) {
        ticked[step] = done
        listener.changed(Change.SAVED)
    }

    override fun syncState(): SyncState = scene.today.onThisPhone

    override suspend fun synchronise(deadlineMs: ULong): SyncReport {
        listener.changed(Change.SYNCED)
        return SyncReport(0u, 0u, 0u, 0u, 1u, 0u, 0u)
    }

    private fun known(case: String): CaseOverview =
        scene.overviews.find { it.case == case } ?: throw AlongsideException.NotFound()

    private fun withTicks(goal: GoalView): GoalView = goal.copy(steps = goal.steps.map(::withTick))

    private fun withTick(view: StepView): StepView =
        view.copy(step = view.step.copy(done = ticked[view.id] ?: view.step.done))
}

/** Has nothing: lists are empty, what gives nothing back is passed over, and the rest fails. */
private fun nothing(): CompanionInterface {
    val answers = CompanionInterface::class.java
    return Proxy.newProxyInstance(answers.classLoader, arrayOf(answers)) { _, method, _ ->
        when (method.returnType) {
            List::class.java -> emptyList<Any>()
            Void.TYPE -> null
            else -> throw UnsupportedOperationException(method.name)
        }
    } as CompanionInterface
}
