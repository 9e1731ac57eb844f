package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NoteView
import org.alongside.core.Typed

/** Visit notes: typed on a home visit, saved as a draft, signed when they are right. */
interface NoteCalls {
    /**
     * Begins a note about a case, of the contact it belongs to when there is one. It is on the disk when this
     * returns.
     */
    suspend fun startNote(case: CaseId, contact: EntityId? = null): EntityId

    /**
     * Hands over the whole text of a note after a keystroke. At most the last second or twenty characters are ever
     * not on the disk: after `SaveWithin`, hand it over again when nobody typed on.
     *
     * Fails with `Invalid` when it is longer than 64 KiB or the note is signed; what was saved before stays.
     */
    suspend fun typeNote(note: EntityId, text: String): Typed

    /**
     * Writes the whole text of a note to the disk now, as when the screen is left.
     *
     * Fails as `typeNote` does.
     */
    suspend fun keepNote(note: EntityId, text: String)

    /**
     * Writes down what was promised.
     *
     * Fails as `typeNote` does.
     */
    suspend fun promise(note: EntityId, words: String)

    /**
     * Saves a note as a draft: from here on it syncs to its author's other phones, and nobody else's.
     *
     * Fails with `NotFound`.
     */
    suspend fun saveNote(note: EntityId)

    /**
     * Signs a note: what is on the screen is sealed in the case's record. Gives the id of the signed note.
     *
     * Fails with `Invalid` when it is empty or signed already.
     */
    suspend fun signNote(note: EntityId): EntityId

    /**
     * A note: a draft as its form shows it, or a signed one.
     *
     * Fails with `NotFound`.
     */
    suspend fun note(id: EntityId): NoteView

    /** The signed notes of a case, newest first. */
    suspend fun notes(case: CaseId): List<NoteView>
}

internal class CoreNoteCalls(
    private val core: Core,
) : NoteCalls {
    override suspend fun startNote(case: CaseId, contact: EntityId?): EntityId = core.write { startNote(case, contact) }

    override suspend fun typeNote(note: EntityId, text: String): Typed = core.write { typeNote(note, text) }

    override suspend fun keepNote(note: EntityId, text: String) = core.write { keepNote(note, text) }

    override suspend fun promise(note: EntityId, words: String) = core.write { promise(note, words) }

    override suspend fun saveNote(note: EntityId) = core.write { saveNote(note) }

    override suspend fun signNote(note: EntityId): EntityId = core.write { signNote(note) }

    override suspend fun note(id: EntityId): NoteView = core.read { note(id) }

    override suspend fun notes(case: CaseId): List<NoteView> = core.read { notes(case) }
}
