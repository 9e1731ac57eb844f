// An assessment, held as a conversation: any order, "not now" to every question, put aside and gone on with for weeks.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.AssessmentStart
import org.alongside.core.AssessmentState
import org.alongside.core.CaseId
import org.alongside.core.ContactMode
import org.alongside.core.EntityId
import org.alongside.core.Response
import org.alongside.core.Typed

/** How the screen of an assessment is come to. */
sealed interface Beginning {
    /** With an instrument, and how the two meet for it. An unfinished one of the same instrument and client goes on. */
    data class With(val instrument: String, val mode: ContactMode) : Beginning

    /** From one that was begun, or submitted, before. */
    data class From(val assessment: EntityId) : Beginning
}

/** Holds an assessment; one that was left unfinished goes on where it stopped. Answers are on the disk at once. */
class AssessmentModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
    private val begin: Beginning,
) : ScreenModel<AssessmentScreenState>(AssessmentScreenState(case), scope) {
    private val beginning = Once<AssessmentStart>()
    private val saves = mutableMapOf<String, Autosave>()

    init {
        refresh()
    }

    /** The client begins here, or goes to another question; nothing goes back to all of them. */
    fun goTo(item: String?) = change { it.copy(at = item) }

    /** Writes an answer down and goes on to the next question without one. */
    fun answer(item: String, response: Response): Job =
        act {
            phone.answer(theAssessment(), item, response)
            read()
            // Whoever has gone elsewhere meanwhile stays there.
            change { if (it.at == item) it.copy(at = it.after(item)) else it }
        }

    /** Takes an answer back, as after a slip of the finger. */
    fun clearAnswer(item: String): Job = act { phone.clearAnswer(theAssessment(), item) }

    /** The words beside a question, whole, after a keystroke. */
    fun typeComment(item: String, words: String) {
        if (words == state.value.commentOf(item)) return
        change { it.copy(comments = it.comments + (item to words)) }
        saves.getOrPut(item) { commentSave(item) }.type(words)
    }

    /** Notes whether the client was given a copy there and then. */
    fun noteClientCopy(hadCopy: Boolean): Job = act { phone.noteClientCopy(theAssessment(), hadCopy) }

    /** Says which contact it was part of. */
    fun placeInContact(contact: EntityId): Job = act { phone.placeInContact(theAssessment(), contact) }

    /** Puts it aside for another day. */
    fun pause(): Job =
        act {
            keepComments()
            phone.pauseAssessment(theAssessment())
            change { it.copy(putAside = true) }
        }

    /** Submits it: what is on the screen is sealed and, after the next sync, received once. */
    fun submit(): Job =
        act {
            keepComments()
            val sealed = phone.submitAssessment(theAssessment())
            show(sealed)
        }

    /** Gives it up; what was said stays with this person and goes nowhere. */
    fun abandon(why: String?): Job =
        act {
            val sealed = phone.abandonAssessment(theAssessment(), why)
            show(sealed)
        }

    /** The client would rather not: the draft that was opened for it is thrown away, and their no is written down. */
    fun decline(why: String?): Job =
        act {
            val view = phone.assessment(theAssessment())
            phone.discardDraft(view.id)
            val sealed = phone.declineAssessment(case, view.instrument, view.mode ?: ContactMode.UNKNOWN, why)
            show(sealed)
        }

    /** Gives the client a copy in plain words of what was submitted. */
    fun share(): Job = act { phone.shareAssessment(checkNotNull(state.value.view).id) }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job =
        scope.launch(NonCancellable) {
            refusalOf {
                keepComments()
                putAside()
            }
        }

    override suspend fun read() {
        val ended = state.value.view?.takeIf { it.state != AssessmentState.DRAFT }?.id
        val view = phone.assessment(ended ?: theAssessment())
        // What is sealed is part of what it was part of.
        val contacts = if (view.state == AssessmentState.DRAFT) phone.contacts(case).take(FEW) else emptyList()
        change { it.copy(view = view, contacts = contacts) }
    }

    override fun doing(state: AssessmentScreenState, doing: Doing) = state.copy(doing = doing)

    private suspend fun theAssessment(): EntityId =
        when (begin) {
            is Beginning.From -> begin.assessment
            is Beginning.With -> started(begin).assessment
        }

    private suspend fun started(with: Beginning.With): AssessmentStart =
        beginning.once(known = { state.value.start }) {
            phone.startAssessment(case, with.instrument, with.mode).also { start -> change { it.copy(start = start) } }
        }

    private suspend fun show(sealed: EntityId) {
        val view = phone.assessment(sealed)
        change { it.copy(view = view, at = null) }
    }

    /** A form that was only looked at leaves no draft to finish; whoever comes back and answers begins another. */
    private suspend fun putAside() {
        val state = state.value
        if (!state.open || state.putAside) return
        val untouched = state.start?.resumed == false && state.view?.answered == 0uL && state.comments.isEmpty()
        if (!untouched) return phone.pauseAssessment(theAssessment())
        phone.discardDraft(theAssessment())
        change { it.copy(start = null) }
    }

    private fun commentSave(item: String) =
        Autosave(
            scope,
            handOver = { words ->
                phone.comment(theAssessment(), item, words)
                Typed.Saved
            },
            keep = { words -> phone.comment(theAssessment(), item, words) },
        ) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }

    private suspend fun keepComments() {
        for (save in saves.values.toList()) save.keepNow()?.let { throw it.error }
    }

    private companion object {
        /** As many as anybody chooses from on a phone. */
        const val FEW = 5
    }
}
