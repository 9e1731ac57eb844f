// What the screen of a visit shows.
package org.alongside.companion.screens

import org.alongside.core.CaseId
import org.alongside.core.CaseOverview
import org.alongside.core.EntityId
import org.alongside.core.Finding

/** The state of the screen of a visit. */
data class VisitState(
    /** The case. */
    val case: CaseId,
    /** What to know at the door; nothing before it was read. */
    val overview: CaseOverview? = null,
    /** The contact as it is being entered. */
    val contact: ContactForm = ContactForm(),
    /** What asks for a reason before the contact is written down. */
    val findings: List<Finding> = emptyList(),
    /** The contact, once it was written down. */
    val recorded: EntityId? = null,
    /** The note, once its first letter was typed. */
    val note: EntityId? = null,
    /** The words of the note as they are on the screen. */
    val body: String = "",
    /** How safe they are. */
    val kept: Kept = Kept.UNTOUCHED,
    /** What was promised, as it is on the screen. */
    val promised: String = "",
    /** How safe that is. */
    val promiseKept: Kept = Kept.UNTOUCHED,
    /** Other texts of this note, written on another phone at the same time, to be settled. */
    val otherTexts: List<String> = emptyList(),
    /** The signed note, once it is. */
    val signed: EntityId? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = overview != null

    /** Whether there is something to sign. */
    val canSign: Boolean get() = signed == null && body.isNotBlank() && !doing.busy
}
