// What every screen's state holder has in common: a state to show, actions one after another, refusals shown and not thrown.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Job
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock
import org.alongside.core.AlongsideException
import org.alongside.core.Change

/** What a screen is doing besides showing: working on an action, and the last thing that did not go through. */
data class Doing(
    /** Whether an action is under way: buttons wait for it. */
    val busy: Boolean = false,
    /** What the last action ran into; nothing when it went through. */
    val refusal: Refusal? = null,
)

/** What a screen has to show. */
enum class Phase {
    /** Nothing yet. */
    LOADING,

    /** Its content. */
    SHOWN,

    /** Nothing but why there is nothing: see [Doing.refusal]. */
    REFUSED,
}

/** The immutable state of a screen. It holds nothing of a platform, and no sentence but what the core gave. */
interface ScreenState {
    /** What is under way, and what did not go through. */
    val doing: Doing

    /** Whether there is anything to show. */
    val loaded: Boolean

    /** What the screen has to show. */
    val phase: Phase
        get() =
            when {
                loaded -> Phase.SHOWN
                doing.refusal != null -> Phase.REFUSED
                else -> Phase.LOADING
            }
}

/**
 * The state holder of a screen. It is made when the screen opens, in a [scope] that ends when the screen closes, and is told
 * of every touch; the screen shows [state] and decides nothing. Its methods never block: what they start goes on in the
 * scope, one after another in the order of the touches, and is done when the returned job is.
 */
abstract class ScreenModel<S : ScreenState>(first: S, protected val scope: CoroutineScope) {
    private val current = MutableStateFlow(first)
    private val turn = Mutex()

    /** What the screen shows. */
    val state: StateFlow<S> = current.asStateFlow()

    /** Reads again what is shown. What is on the screen stays there until it has been read. */
    fun refresh(): Job =
        scope.launch {
            turn.withLock {
                val refusal = refusalOf { read() } ?: return@withLock
                change { state -> (if (refusal.next == NextStep.GO_BACK) emptied(state) else state).refused(refusal) }
            }
        }

    /** Puts away the refusal that is shown, as when the person has read it. */
    fun dismissRefusal() = change { doing(it, it.doing.copy(refusal = null)) }

    /** Reads from the core and puts it into the state. */
    protected abstract suspend fun read()

    /** The state with what is being done. */
    protected abstract fun doing(state: S, doing: Doing): S

    /** The state when its record is no longer on this phone: nothing of a person stays on the screen. */
    protected open fun emptied(state: S): S = state

    /** Changes the state. */
    protected fun change(how: (S) -> S) = current.update(how)

    /** Runs one of the core's use cases when those before are through, and reads again what is shown. */
    protected fun act(what: suspend () -> Unit): Job =
        scope.launch {
            turn.withLock {
                change { doing(it, Doing(busy = true)) }
                val refusal =
                    refusalOf {
                        what()
                        read()
                    }
                change { doing(it, Doing(refusal = refusal)) }
            }
        }

    /**
     * Reads again whenever something was saved or arrived. Listening has begun when this returns, so that nothing falls between
     * it and the first reading.
     */
    protected fun follow(changes: Flow<Change>): Job =
        scope.launch(start = CoroutineStart.UNDISPATCHED) {
            val news = Channel<Unit>(Channel.CONFLATED)
            launch(start = CoroutineStart.UNDISPATCHED) { changes.collect { news.send(Unit) } }
            for (one in news) refresh().join()
        }

    private fun S.refused(refusal: Refusal): S = doing(this, doing.copy(refusal = refusal))
}

/** What [what] ran into; nothing when it went through. */
suspend fun refusalOf(what: suspend () -> Unit): Refusal? =
    try {
        what()
        null
    } catch (error: AlongsideException) {
        Refusal(error)
    }
