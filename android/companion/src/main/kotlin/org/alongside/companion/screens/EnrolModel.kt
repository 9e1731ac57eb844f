// Making this phone one of the service's.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.Me

/** How far enrolling is. */
enum class EnrolStage {
    /** The address and the code are being entered. */
    ENTERING,

    /** The service is asked. */
    ENROLLING,

    /** The phone is enrolled and reads its records for the first time. */
    FETCHING,

    /** The phone is enrolled. */
    DONE,
}

/** The state of the screen on which a phone is enrolled. */
data class EnrolState(
    /** The service's address as it was typed. */
    val server: String = "",
    /** The one-time code as it was typed. */
    val code: String = "",
    /** How far it is. */
    val stage: EnrolStage = EnrolStage.ENTERING,
    /** Whose phone it is, once it is somebody's. */
    val me: Me? = null,
    /** What stopped the first reading of records; it goes on with the next sync. */
    val firstSync: Refusal? = null,
    override val doing: Doing = Doing(),
    override val loaded: Boolean = false,
) : ScreenState {
    /** Whether there is enough to ask the service. */
    val canEnrol: Boolean get() = server.isNotBlank() && code.isNotBlank() && stage == EnrolStage.ENTERING && !doing.busy
}

/**
 * Enrols this phone with a one-time code. [platform] is `android` or what else runs this. [again] is for a phone that is
 * somebody's already and that the service no longer knows: what is on it stays, and goes out afterwards.
 */
class EnrolModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val platform: String,
    server: String = "",
    private val again: Boolean = false,
) : ScreenModel<EnrolState>(EnrolState(server = server), scope) {
    @Volatile private var enrolled = !again

    init {
        refresh()
    }

    /** The address was typed. */
    fun typeServer(text: String) = change { it.copy(server = text) }

    /** The code was typed. */
    fun typeCode(text: String) = change { it.copy(code = text) }

    /** Asks the service, and reads the records of this person. Offline, the same code can be tried again. */
    fun enrol(): Job {
        val (server, code) = state.value
        return act {
            change { it.copy(stage = EnrolStage.ENROLLING, firstSync = null) }
            val me = enrolled(withScheme(server), code.filterNot(Char::isWhitespace))
            change { it.copy(stage = EnrolStage.FETCHING, me = me, code = "") }
            val refusal = refusalOf { phone.synchronise(FIRST_SYNC_MS) }
            change { it.copy(firstSync = refusal) }
        }
    }

    override suspend fun read() {
        val me = phone.me()
        val stage = if (me == null || !enrolled) EnrolStage.ENTERING else EnrolStage.DONE
        change { it.copy(server = it.server.ifBlank { me?.server.orEmpty() }, me = me, stage = stage, loaded = true) }
    }

    override fun doing(state: EnrolState, doing: Doing) = state.copy(doing = doing)

    private suspend fun enrolled(server: String, code: String): Me {
        var me: Me? = null
        try {
            return phone.enrol(server, code, platform).also {
                me = it
                enrolled = true
            }
        } finally {
            if (me == null) change { it.copy(stage = EnrolStage.ENTERING) }
        }
    }

    private companion object {
        /** The first reading is the largest. What it does not reach comes with the next. */
        val FIRST_SYNC_MS = 60_000uL
    }
}

/** An address as people type it, with the scheme that is meant. One that names a scheme stays as it is. */
internal fun withScheme(typed: String): String {
    val address = typed.trim().trimEnd('/')
    return if ("://" in address) address else "https://$address"
}
