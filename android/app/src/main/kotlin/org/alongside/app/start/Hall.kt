package org.alongside.app.start

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.refusal
import org.alongside.app.lock.LockActions
import org.alongside.app.lock.showLock
import org.alongside.app.way.Frame
import org.alongside.app.way.Screen
import org.alongside.app.way.Stop
import org.alongside.app.way.Way
import org.alongside.app.way.loading
import org.alongside.app.words.refusalInWords
import org.alongside.companion.lock.LockState
import org.alongside.companion.screens.NextStep
import org.alongside.device.KeyStanding

/** Chooses what the window shows: the way in, the lock, or somebody's screens. One for each window. */
class Hall(
    private val rooms: Rooms,
    private val frame: Frame,
    private val scope: CoroutineScope,
    private val lockActions: LockActions,
) {
    private var shown: Job? = null
    private var way: Way? = null

    /** Shows what belongs to [step] and [lock]. Nothing of anybody is on the window while the lock is shut. */
    fun show(step: Doorstep, lock: LockState) {
        shown?.cancel()
        way = null
        when {
            step is Doorstep.Opening -> still(R.string.app_name) { loading() }
            step is Doorstep.Refused -> refused(step)
            step is Doorstep.NotEnrolled -> stand(rooms.enrolment(step))
            lock !is LockState.Open -> shut(lock)
            step is Doorstep.Enrolled -> walk(rooms.wayOf(step)) { rooms.watchForgotten(step, it) }
        }
    }

    /** Goes one step back. False when there is none. */
    fun back(): Boolean = way?.back() ?: false

    /** The app leaves the front: what was typed is handed on. */
    fun left() {
        way?.stop?.value?.front?.left()
    }

    /** A screen by itself, with no way to go on from it but its own. */
    private fun stand(screen: Screen<*>) {
        frame.showPlaces(emptyList(), null) {}
        shown = screen.attach(frame.turnTo(screen.title, null), scope, rooms::leadOut)
    }

    private fun shut(lock: LockState) {
        still(R.string.lock_title) { showLock(lock, lockActions) }
        if (lock is LockState.Waiting) {
            shown = scope.launch {
                delay(lock.waitMs)
                lockActions.look()
            }
        }
    }

    private fun walk(somebodys: Way, watch: suspend (Way) -> Unit) {
        way = somebodys
        shown = scope.launch {
            launch { watch(somebodys) }
            var attached: Job? = null
            somebodys.stop.collect { stop ->
                attached?.cancel()
                attached = attach(somebodys, stop, this)
            }
        }
    }

    private fun attach(somebodys: Way, stop: Stop, until: CoroutineScope): Job {
        frame.showPlaces(somebodys.places, stop.place, somebodys::go)
        val goBack: (() -> Unit)? = if (stop.canGoBack) ({ somebodys.back() }) else null
        return stop.front.attach(frame.turnTo(stop.front.title, goBack), until, rooms::leadOut)
    }

    private fun still(title: Int, says: Page.() -> Unit) {
        frame.showPlaces(emptyList(), null) {}
        frame.turnTo(title, null).describe(says)
    }

    private fun refused(step: Doorstep.Refused) {
        val gone = rooms.keyStanding() == KeyStanding.GONE
        // Without its key nothing can be read out of the file, damaged or not.
        if (step.refusal.next == NextStep.RESCUE && !gone) return stand(rooms.rescue())
        still(R.string.start_refused_title) {
            refusal(if (gone) words(R.string.refused_key_gone) else refusalInWords(resources, step.refusal))
            action(words(R.string.try_again)) { rooms.lookAgain() }
        }
    }
}
