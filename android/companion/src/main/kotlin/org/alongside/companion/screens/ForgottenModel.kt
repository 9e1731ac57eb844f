// The service does not know this phone any more: what that means for what is on it, and the way back.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import org.alongside.companion.PhoneSurface
import org.alongside.core.Me
import org.alongside.core.SyncState

/** The state of the screen that says that the service no longer knows this phone. */
data class ForgottenState(
    /** What is on this phone only, and what the service answered last; nothing before it was read. */
    val sync: SyncState? = null,
    /** Whose phone it is. */
    val me: Me? = null,
    /** Whether the person has put it off: they go on working, and nothing they write is lost. */
    val putOff: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = sync != null

    /** Whether the service no longer knows this phone. */
    val forgotten: Boolean get() = sync?.enrolAgain == true

    /** Whether to say so now. */
    val shown: Boolean get() = forgotten && !putOff
}

/** Watches what the service answers, and says when it no longer knows this phone. Enrolling again is [EnrolModel]'s. */
class ForgottenModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<ForgottenState>(ForgottenState(), scope) {
    init {
        follow(phone.changes)
        refresh()
    }

    /** Goes on without the service for now. It is said again when the app is opened anew. */
    fun putOff() = change { it.copy(putOff = true) }

    override suspend fun read() {
        val sync = phone.syncState()
        val me = phone.me()
        change { it.copy(sync = sync, me = me, putOff = it.putOff && sync.enrolAgain) }
    }

    override fun doing(state: ForgottenState, doing: Doing) = state.copy(doing = doing)
}
