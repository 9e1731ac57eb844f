package org.alongside.app.start

import kotlinx.coroutines.flow.catch
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.map
import org.alongside.app.client.clientPlaces
import org.alongside.app.enrol.EnrolScreen
import org.alongside.app.enrol.ForgottenScreen
import org.alongside.app.enrol.RescueScreen
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.supervisor.supervisorPlaces
import org.alongside.app.way.Place
import org.alongside.app.way.Way
import org.alongside.app.worker.workerPlaces
import org.alongside.companion.screens.Refusal
import org.alongside.core.AlongsideException
import org.alongside.core.Rescued
import org.alongside.core.Role
import org.alongside.device.KeyStanding

/**
 * The screens somebody has open, kept while windows come and go: a turn of the phone makes a new window, and nobody wants to
 * begin again from the first screen.
 */
class Rooms(
    private val entrance: Entrance,
    private val standing: () -> KeyStanding,
    private val rescue: suspend () -> Rescued,
    private val picker: PhotoPicker,
    private val enrolled: () -> Unit,
) {
    private var enrolment: EnrolScreen? = null
    private var rescuing: RescueScreen? = null
    private var saidForgotten = false
    private var ways: Pair<Doorstep.Enrolled, Way>? = null

    /** The screen on which this phone is enrolled. */
    fun enrolment(step: Doorstep.NotEnrolled): EnrolScreen =
        enrolment ?: EnrolScreen(step.phone, enrolled = ::goOn).also { enrolment = it }

    /** The screen on which what can be saved of a file that cannot be read is saved. */
    fun rescue(): RescueScreen = rescuing ?: RescueScreen(rescue, goOn = ::openRescued).also { rescuing = it }

    /** Nobody can go on in what is open: it leads out, to where it is said what can be saved. */
    fun leadOut(refusal: Refusal) {
        ways?.second?.close()
        ways = null
        endEnrolment()
        entrance.setAside(refusal)
    }

    /** The way through the app of the person whose phone this is. */
    fun wayOf(step: Doorstep.Enrolled): Way {
        ways?.let { (whose, way) -> if (whose == step) return way }
        return Way(places(step)).also { ways = step to it }
    }

    /** Says so once, over whatever somebody is doing, when the service no longer knows this phone. Ends with its caller. */
    suspend fun watchForgotten(step: Doorstep.Enrolled, way: Way) {
        val states = step.phone.syncStates.map { it.enrolAgain }.distinctUntilChanged()
        // When the file cannot be read, the screens say so, and say what can be done.
        states.catch { error -> if (error !is AlongsideException) throw error }.collect { forgotten ->
            if (forgotten && !saidForgotten) way.open(ForgottenScreen(step.phone, way) { enrolledAgain(way) })
            saidForgotten = forgotten
        }
    }

    /** What became of the key of the phone's file. */
    fun keyStanding(): KeyStanding = standing()

    /** Tries again to open the phone's file. */
    fun lookAgain() {
        entrance.look()
    }

    /** It may be somebody else's now. */
    private fun enrolledAgain(way: Way) {
        way.back()
        entrance.look()
    }

    private fun openRescued() {
        rescuing?.close()
        rescuing = null
        entrance.look()
    }

    private fun goOn() {
        endEnrolment()
        enrolled()
        entrance.look()
    }

    private fun endEnrolment() {
        enrolment?.close()
        enrolment = null
    }

    private fun places(step: Doorstep.Enrolled): List<Place> = when (step.me.role) {
        Role.LINK_WORKER -> workerPlaces(step.phone)
        Role.CLIENT -> clientPlaces(step.phone, step.me, picker)
        Role.SUPERVISOR -> supervisorPlaces(step.phone)
        Role.ADMINISTRATOR, Role.UNKNOWN -> supervisorPlaces(step.phone)
    }
}
