// A visit: the contact, the note that survives from its first letter, what was promised, and the signature.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NoteState
import org.alongside.core.NoteView
import org.alongside.core.Typed
import org.alongside.core.WordsFor

/**
 * Holds a visit. A note that was left unfinished goes on: the one that is named, or else the newest draft about this case.
 * Every keystroke is handed to the core; call [leave] when the screen is left, so that the last letters are on the disk.
 */
class VisitModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
    private val unfinished: EntityId? = null,
) : ScreenModel<VisitState>(VisitState(case), scope) {
    private val noteSave =
        Autosave(scope, ::handOverNote, ::keepNote) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }
    private val promiseSave =
        Autosave(scope, ::handOverPromise, { handOverPromise(it) }) { kept, refusal ->
            change { it.copy(promiseKept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }

    private val reason = HalfSaid(phone, scope, case)
    private val beginning = Once<EntityId>()

    @Volatile
    private var sealing = false

    init {
        refresh()
    }

    /** The words of the note, whole, after a keystroke. */
    fun typeNote(text: String) {
        if (sealing || state.value.signed != null || text == state.value.body) return
        change { it.copy(body = text) }
        noteSave.type(text)
    }

    /** What was promised, whole, after a keystroke. */
    fun typePromise(words: String) {
        if (sealing || state.value.signed != null || words == state.value.promised) return
        change { it.copy(promised = words) }
        promiseSave.type(words)
    }

    /** The contact was entered or changed: what asks for a reason stands in [VisitState.findings]. */
    fun enterContact(form: ContactForm): Job {
        change { it.copy(contact = form, doing = it.doing.copy(refusal = null)) }
        reason.type(WordsFor.CONTACT_REASON, form.reason)
        return scope.launch {
            val refusal = refusalOf { check(form) } ?: return@launch
            change { it.copy(doing = it.doing.copy(refusal = refusal)) }
        }
    }

    /** Writes the contact down as it was entered. A note that is begun after it belongs to it. */
    fun recordContact(): Job =
        act {
            if (state.value.recorded == null) {
                reason.said {
                    val contact = phone.recordContact(case, state.value.contact.toContact())
                    change { it.copy(recorded = contact) }
                }
            }
        }

    /** Signs the note: the words on the screen are sealed in the case's record. Nothing is typed into it meanwhile. */
    fun sign(): Job =
        act {
            sealing = true
            try {
                seal()
            } finally {
                sealing = false
            }
        }

    /** Keeps every letter and saves the draft: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job =
        scope.launch(NonCancellable) {
            val refusal = noteSave.keepNow() ?: promiseSave.keepNow() ?: reason.keepNow() ?: refusalOf { saveDraft() }
            if (refusal != null) change { it.copy(doing = it.doing.copy(refusal = refusal)) }
        }

    /** Throws the draft away. */
    fun discard(): Job =
        act {
            val note = state.value.note ?: return@act
            phone.discardDraft(note)
            change { VisitState(case, overview = it.overview) }
        }

    private suspend fun check(form: ContactForm) {
        val findings = if (form.purposes.isEmpty()) emptyList() else phone.checkContact(case, form.toContact())
        change { if (it.contact == form) it.copy(findings = findings) else it }
    }

    private suspend fun seal() {
        throwIfRefused(noteSave.keepNow())
        throwIfRefused(promiseSave.keepNow())
        val note = state.value.note ?: return
        val signed = phone.signNote(note)
        change { it.copy(signed = signed) }
    }

    override suspend fun read() {
        val overview = phone.caseOverview(case)
        val note = if (state.value.note == null && state.value.body.isEmpty()) findUnfinished() else null
        val begun = reason.begun(WordsFor.CONTACT_REASON)[WordsFor.CONTACT_REASON].orEmpty()
        change { state -> state.copy(overview = overview).goingOnWith(note).goingOnWith(begun) }
    }

    override fun doing(state: VisitState, doing: Doing) = state.copy(doing = doing)

    private suspend fun findUnfinished(): NoteView? {
        if (state.value.signed != null) return null
        val draft = unfinished ?: phone.drafts().firstOrNull { it.case == case && it.kind == NOTE }?.id
        return draft?.let { phone.note(it) }
    }

    /** Goes on with a note, unless somebody has begun to type another while it was read. */
    private fun VisitState.goingOnWith(view: NoteView?): VisitState =
        if (view == null || body.isNotEmpty()) {
            this
        } else {
            copy(
                note = view.id,
                body = view.note.body,
                promised = view.note.promised.orEmpty(),
                recorded = view.note.contact,
                kept = Kept.SAVED,
                promiseKept = if (view.note.promised == null) Kept.UNTOUCHED else Kept.SAVED,
                otherTexts = view.otherTexts,
                signed = view.id.takeIf { view.state == NoteState.SIGNED },
            )
        }

    private fun VisitState.goingOnWith(begun: String): VisitState =
        copy(contact = contact.copy(reason = contact.reason.ifEmpty { begun }))

    private suspend fun handOverNote(text: String): Typed = phone.typeNote(theNote(), text)

    private suspend fun keepNote(text: String) = phone.keepNote(theNote(), text)

    private suspend fun handOverPromise(words: String): Typed {
        phone.promise(theNote(), words)
        return Typed.Saved
    }

    private suspend fun saveDraft() {
        val state = state.value
        if (state.note != null && state.signed == null) phone.saveNote(state.note)
    }

    /** The note, begun at its first letter: a screen that was only looked at leaves no empty draft. */
    private suspend fun theNote(): EntityId =
        beginning.once(known = { state.value.note }) {
            withContext(NonCancellable) {
                phone.startNote(case, state.value.recorded).also { note -> change { it.copy(note = note) } }
            }
        }

    private fun throwIfRefused(refusal: Refusal?) {
        throw (refusal ?: return).error
    }

    private companion object {
        /** The kind of a visit note among drafts, by catalogue name. */
        const val NOTE = "visit_note"
    }
}
