package org.alongside.companion.calls

import org.alongside.core.CaseId
import org.alongside.core.ContactMode
import org.alongside.core.ContactView
import org.alongside.core.EntityId
import org.alongside.core.Finding
import org.alongside.core.NewContact
import org.alongside.core.NextContactView
import org.alongside.core.NextPlan
import org.alongside.core.Timestamp

/** Contacts that took place, and the next one that was agreed. */
interface ContactCalls {
    /**
     * Records a contact.
     *
     * Fails with `Invalid` without a purpose, with minutes outside a day, on a day still to come, or without a
     * reason where `checkContact` asks for one.
     */
    suspend fun recordContact(case: CaseId, new: NewContact): EntityId

    /**
     * What asks for a reason before this contact is written down: a way that is not safe or does not work for this
     * person, an assessment that nobody expected. Empty when nothing does.
     */
    suspend fun checkContact(case: CaseId, new: NewContact): List<Finding>

    /** The contacts of a case, newest first. */
    suspend fun contacts(case: CaseId): List<ContactView>

    /**
     * Says when, how and why the next contact is. The client's phone shows it after the next sync.
     *
     * Fails with `Invalid` without a reason for it: nobody is called out of the blue.
     */
    suspend fun planNextContact(case: CaseId, at: Timestamp, mode: ContactMode, why: String)

    /**
     * Writes down the next contact as it was agreed, with its place. The client's phone shows it after the next
     * sync.
     *
     * Fails with `Invalid` without a reason for it, or when the way is not safe or does not work for this person.
     */
    suspend fun agreeNextContact(case: CaseId, plan: NextPlan)

    /** The next contact of a case; nothing when none is planned. */
    suspend fun nextContact(case: CaseId): NextContactView?
}

internal class CoreContactCalls(
    private val core: Core,
) : ContactCalls {
    override suspend fun recordContact(case: CaseId, new: NewContact): EntityId =
        core.write { recordContact(case, new) }

    override suspend fun checkContact(case: CaseId, new: NewContact): List<Finding> =
        core.read { checkContact(case, new) }

    override suspend fun contacts(case: CaseId): List<ContactView> = core.read { contacts(case) }

    override suspend fun planNextContact(case: CaseId, at: Timestamp, mode: ContactMode, why: String) =
        core.write { planNextContact(case, at, mode, why) }

    override suspend fun agreeNextContact(case: CaseId, plan: NextPlan) = core.write { agreeNextContact(case, plan) }

    override suspend fun nextContact(case: CaseId): NextContactView? = core.read { nextContact(case) }
}
