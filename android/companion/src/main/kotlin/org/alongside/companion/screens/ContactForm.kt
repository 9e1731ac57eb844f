// A contact as it is being entered.
package org.alongside.companion.screens

import org.alongside.core.ContactDirection
import org.alongside.core.ContactMode
import org.alongside.core.ContactOutcome
import org.alongside.core.ContactPurpose
import org.alongside.core.NewContact
import org.alongside.core.NextPlan
import org.alongside.core.Timestamp

/** What a link worker says of a contact. It begins as the commonest one: an agreed visit at home at which the two spoke. */
data class ContactForm(
    /** When, when that was not now. */
    val at: Timestamp? = null,
    /** How the two met. */
    val mode: ContactMode = ContactMode.HOME,
    /** Who began it. */
    val direction: ContactDirection = ContactDirection.WORKER,
    /** What it was for; at least one. */
    val purposes: Set<ContactPurpose> = emptySet(),
    /** Whether it was agreed beforehand. */
    val agreedBefore: Boolean = true,
    /** What came of it. */
    val outcome: ContactOutcome = ContactOutcome.TWO_WAY,
    /** How long it took, in minutes. */
    val minutes: Long? = null,
    /** Where. */
    val place: String = "",
    /** The next contact, when one was agreed. */
    val next: NextPlan? = null,
    /** Why there is no next contact, when there is none. */
    val noNextBecause: String = "",
    /** The reason, where the core asked for one. */
    val reason: String = "",
    /** Whether a carer was there. */
    val withCarer: Boolean = false,
) {
    /** The same with one purpose more, or without it when it was there. */
    fun withPurpose(purpose: ContactPurpose): ContactForm =
        copy(purposes = if (purpose in purposes) purposes - purpose else purposes + purpose)

    /** As the core takes it. */
    fun toContact(): NewContact =
        NewContact(
            at = at,
            mode = mode,
            direction = direction,
            purposes = purposes.toList(),
            agreedBefore = agreedBefore,
            outcome = outcome,
            minutes = minutes,
            place = place.ifBlank { null },
            next = next,
            noNextBecause = noNextBecause.ifBlank { null },
            reason = reason.ifBlank { null },
            withCarer = withCarer,
        )
}
