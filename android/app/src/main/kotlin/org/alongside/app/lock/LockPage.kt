package org.alongside.app.lock

import android.text.format.DateUtils
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.refusal
import org.alongside.companion.lock.LockState

/** What can be done on the page of the lock. */
interface LockActions {
    /** Asks the phone's own lock. */
    fun ask()

    /** Looks again. */
    fun look()

    /** Opens the phone's settings, where a lock is set. */
    fun openSettings()

    /** Goes on without a lock. */
    fun goOnWithout()
}

/** Says why the app is shut, and how it opens. It shows nothing of anybody. */
fun Page.showLock(state: LockState, actions: LockActions) = when (state) {
    is LockState.Open -> Unit
    is LockState.Locked -> locked(actions)
    is LockState.Waiting -> notice(words(R.string.lock_waiting, timeIn(state.waitMs)))
    is LockState.NoScreenLock -> noScreenLock(state, actions)
    is LockState.CannotCount -> cannotCount(actions)
}

private fun Page.locked(actions: LockActions) {
    paragraph(words(R.string.lock_words))
    mainAction(words(R.string.lock_open), press = actions::ask)
}

private fun Page.noScreenLock(state: LockState.NoScreenLock, actions: LockActions) {
    notice(words(R.string.lock_none))
    mainAction(words(R.string.lock_settings), press = actions::openSettings)
    action(words(R.string.lock_look_again), press = actions::look)
    if (state.mayGoOn) action(words(R.string.lock_go_without), press = actions::goOnWithout)
}

private fun Page.cannotCount(actions: LockActions) {
    refusal(words(R.string.lock_cannot_count))
    action(words(R.string.try_again), press = actions::look)
}

/** The time of day in [ms] milliseconds; a minute too late rather than too early. */
private fun Page.timeIn(ms: Long): String =
    DateUtils.formatDateTime(context, System.currentTimeMillis() + ms + DateUtils.MINUTE_IN_MILLIS, DateUtils.FORMAT_SHOW_TIME)
