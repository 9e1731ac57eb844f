package org.alongside.app.start

import org.alongside.app.client.clientPlaces
import org.alongside.app.enrol.EnrolScreen
import org.alongside.app.supervisor.supervisorPlaces
import org.alongside.app.way.Place
import org.alongside.app.way.Way
import org.alongside.app.worker.workerPlaces
import org.alongside.core.Role
import org.alongside.device.KeyStanding

/**
 * The screens somebody has open, kept while windows come and go: a turn of the phone makes a new window, and nobody wants to
 * begin again from the first screen.
 */
class Rooms(private val entrance: Entrance, private val standing: () -> KeyStanding, private val enrolled: () -> Unit) {
    private var enrolment: EnrolScreen? = null
    private var ways: Pair<Doorstep.Enrolled, Way>? = null

    /** The screen on which this phone is enrolled. */
    fun enrolment(step: Doorstep.NotEnrolled): EnrolScreen =
        enrolment ?: EnrolScreen(step.phone) { goOn() }.also { enrolment = it }

    /** The way through the app of the person whose phone this is. */
    fun wayOf(step: Doorstep.Enrolled): Way {
        ways?.let { (whose, way) -> if (whose == step) return way }
        return Way(places(step)).also { ways = step to it }
    }

    /** What became of the key of the phone's file. */
    fun keyStanding(): KeyStanding = standing()

    /** Tries again to open the phone's file. */
    fun lookAgain() {
        entrance.look()
    }

    private fun goOn() {
        enrolment?.close()
        enrolment = null
        enrolled()
        entrance.look()
    }

    private fun places(step: Doorstep.Enrolled): List<Place> = when (step.me.role) {
        Role.LINK_WORKER -> workerPlaces(step.phone)
        Role.CLIENT -> clientPlaces(step.phone, step.me)
        Role.SUPERVISOR -> supervisorPlaces(step.phone)
        Role.ADMINISTRATOR, Role.UNKNOWN -> supervisorPlaces(step.phone)
    }
}
