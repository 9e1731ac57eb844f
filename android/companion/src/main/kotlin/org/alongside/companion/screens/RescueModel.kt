// A file that cannot be read, and saving what can be saved of it.
package org.alongside.companion.screens

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.Rescued

/** The state of the screen that says that what is kept on this phone cannot be read. */
data class RescueState(
    /** What was saved, once it is. */
    val rescued: Rescued? = null,
    /** Whether the file turned out to be whole: nothing was moved, and it opens as ever. */
    val whole: Boolean = false,
    /** Whether there was a damaged file, which is still on this phone. */
    val setAside: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = true

    /** Whether the phone can be opened again. */
    val done: Boolean get() = rescued != null || whole

    /** How many changes go out with the next sync as if nothing had happened. */
    val kept: Int get() = rescued?.kept?.toInt() ?: 0

    /** How many changes are left with the service, where a supervisor decides on them. */
    val forSupervisor: Int get() = rescued?.forSupervisor?.toInt() ?: 0

    /** How many forms are there again as they were being written. */
    val forms: Int get() = rescued?.forms?.toInt() ?: 0

    /** Whether this phone has to be set up again with a new code. */
    val enrolAgain: Boolean get() = rescued?.enrolled == false
}

/**
 * Saves what can be saved, when the person agrees and not before. [rescue] is [org.alongside.companion.Phone.rescue] on the
 * phone's folder, with no phone open on it.
 */
class RescueModel(
    private val rescue: suspend () -> Rescued,
    scope: CoroutineScope,
) : ScreenModel<RescueState>(RescueState(), scope) {
    /** The person agreed. What was found is kept before anything is moved; after a refusal it can be asked again. */
    fun save(): Job =
        act {
            if (state.value.done) return@act
            val rescued = rescueUnlessWhole()
            val setAside = rescued != null && File(rescued.damagedFile).exists()
            change { it.copy(rescued = rescued, whole = rescued == null, setAside = setAside) }
        }

    override suspend fun read() = Unit

    override fun doing(state: RescueState, doing: Doing) = state.copy(doing = doing)

    private suspend fun rescueUnlessWhole(): Rescued? =
        try {
            rescue()
        } catch (error: AlongsideException.Invalid) {
            if (error.reason == InvalidReason.NOT_FROM_HERE) null else throw error
        }
}
