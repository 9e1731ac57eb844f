// What a client lets others see.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.Readers
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingView

/** The state of the screen of sharing. */
data class SharingState(
    /** What the client was asked, and what they said; nothing before it was read. */
    val switches: List<SharingView>? = null,
    /** Who reads which part of what is kept, in plain words. */
    val readers: List<Readers> = emptyList(),
    /** What is true of all of it, in plain words. */
    val alsoSees: String = "",
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = switches != null
}

/** Lets a client give a yes again or take it back. */
class SharingModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<SharingState>(SharingState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Gives a yes, or takes it back. */
    fun switch(purpose: SharingPurpose, yes: Boolean): Job = act { phone.switchSharing(case, purpose, yes) }

    override suspend fun read() {
        val switches = phone.sharing(case)
        val readers = phone.whoSeesWhat()
        val alsoSees = phone.alsoSees()
        change { it.copy(switches = switches, readers = readers, alsoSees = alsoSees) }
    }

    override fun doing(state: SharingState, doing: Doing) = state.copy(doing = doing)
}
