package org.alongside.companion.lock

import java.io.IOException
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import org.alongside.core.DeviceClock

/** Whether the app is open, and what can be done when it is not. */
sealed interface LockState {
    /** Its screens may be shown. */
    data object Open : LockState

    /** It opens with the phone's own lock. [failed] is how many attempts in a row did not succeed. */
    data class Locked(val failed: Int) : LockState

    /** Too many attempts: the next one is possible in [waitMs] milliseconds. */
    data class Waiting(val waitMs: Long) : LockState

    /** The phone has no lock of its own. [mayGoOn] says whether its owner may decide to go without. */
    data class NoScreenLock(val mayGoOn: Boolean) : LockState

    /** The attempt could not be written down, so there was none: the storage is full or damaged. */
    data object CannotCount : LockState
}

/**
 * The app's lock. The phone's own lock decides who may come in; this decides when it is asked, and counts.
 *
 * An attempt is written to the disk before the check, so that ending the app in the middle of one wins nothing. Short
 * absences are let pass: [graceMs] milliseconds. Time is the phone's uptime, which no one can set; after a restart a wait
 * begins again. Not for use from several threads; [ask] and [answered] block for a small file.
 */
class LockModel(
    private val clock: DeviceClock,
    private val attempts: AttemptStore,
    private val screenLock: ScreenLock,
    private val graceMs: Long = GRACE_MS,
) {
    private val shown = MutableStateFlow<LockState>(LockState.Locked(0))
    private var leftAt: Attempts? = null
    private var goesWithout = false

    /** What the lock says now. */
    val state: StateFlow<LockState> = shown.asStateFlow()

    /** The app comes to the front. */
    fun came() {
        val away = leftAt?.let(::sinceMs)
        leftAt = null
        if (shown.value is LockState.Open && (away == null || away <= graceMs)) return
        look()
    }

    /** The app leaves the front. */
    fun left() {
        leftAt = Attempts(0, clock.boot(), clock.elapsedMs().toLong())
    }

    /** Locks now. */
    fun lock() {
        leftAt = null
        look()
    }

    /** Opens without a check: its owner has just enrolled this phone. */
    fun enrolled() {
        shown.value = LockState.Open
    }

    /** Looks again: a wait may be over, a screen lock may be set now. */
    fun look() {
        shown.value = if (goesWithout && !screenLock.isSet()) LockState.Open else closed()
    }

    /** Begins an attempt and writes it down. True when the phone's own lock is to be asked now. */
    fun ask(): Boolean {
        val now = closed()
        shown.value = now
        if (now !is LockState.Locked) return false
        val counted = writeDown(now.failed + 1)
        if (!counted) shown.value = LockState.CannotCount
        return counted
    }

    /** What the phone's own lock answered. Anything but a yes leaves the attempt counted. */
    fun answered(yes: Boolean) {
        if (yes && writeDown(0)) shown.value = LockState.Open else look()
    }

    /** The owner of a phone without a lock goes on without one, until the app ends. Nothing where they may not. */
    fun goOnWithout() {
        if (shown.value != LockState.NoScreenLock(mayGoOn = true)) return
        goesWithout = true
        shown.value = LockState.Open
    }

    private fun closed(): LockState {
        if (!screenLock.isSet()) return LockState.NoScreenLock(screenLock.mayGoWithout())
        val soFar = try {
            attempts.read() ?: return LockState.Locked(0)
        } catch (_: IOException) {
            return LockState.CannotCount
        }
        val waitMs = Attempts.waitAfter(soFar.count) - sinceMs(soFar)
        return if (waitMs > 0) LockState.Waiting(waitMs) else LockState.Locked(soFar.count)
    }

    /** After a restart only the time since then is known to have passed. */
    private fun sinceMs(then: Attempts): Long =
        if (then.boot == clock.boot()) clock.elapsedMs().toLong() - then.atMs else clock.elapsedMs().toLong()

    private fun writeDown(count: Int): Boolean = try {
        attempts.write(Attempts(count, clock.boot(), clock.elapsedMs().toLong()))
        true
    } catch (_: IOException) {
        false
    }

    /** What is the same for every lock. */
    companion object {
        /** Two minutes: long enough to look something up elsewhere, short enough for a phone left on a table. */
        const val GRACE_MS: Long = 120_000
    }
}
