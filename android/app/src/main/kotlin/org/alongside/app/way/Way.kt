package org.alongside.app.way

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow

/** A place in the bar at the bottom: [name] is a string resource, [screen] makes the screen one comes to. */
class Place(val name: Int, val screen: (Way) -> Screen<*>)

/** Where somebody is: the [place] of the bar, and the screens they have gone through from there, the last in front. */
class Stop(val place: Place, val screens: List<Screen<*>>) {
    /** The screen in front. */
    val front: Screen<*> get() = screens.last()

    /** Whether there is a screen to go back to within this place. */
    val canGoBack: Boolean get() = screens.size > 1
}

/** The way through the app: the places of a role, and forward and back within one. Knows no view. */
class Way(val places: List<Place>) {
    private val at: MutableStateFlow<Stop> = MutableStateFlow(first(places.first()))

    /** Where somebody is now. */
    val stop: StateFlow<Stop> = at.asStateFlow()

    /** Goes on to [screen]. */
    fun open(screen: Screen<*>) {
        at.value.front.left()
        move(at.value.place, at.value.screens + screen)
    }

    /** Goes on to [screen] in the place of the one in front: there is no way back to what is done. */
    fun replace(screen: Screen<*>) {
        at.value.front.close()
        move(at.value.place, at.value.screens.dropLast(1) + screen)
    }

    /** Goes to [place], to its first screen. */
    fun go(place: Place) {
        at.value.screens.reversed().forEach { it.close() }
        at.value = first(place)
    }

    /** Ends every screen: nobody comes back this way. */
    fun close() = at.value.screens.reversed().forEach { it.close() }

    /** Goes back one step: within the screen, to the screen before it, or to the first place. False when there is none. */
    fun back(): Boolean {
        val stop = at.value
        when {
            stop.front.back() -> Unit
            stop.canGoBack -> goBack(stop)
            stop.place != places.first() -> go(places.first())
            else -> return false
        }
        return true
    }

    private fun goBack(stop: Stop) {
        stop.front.close()
        move(stop.place, stop.screens.dropLast(1))
        at.value.front.refresh()
    }

    private fun move(place: Place, screens: List<Screen<*>>) {
        at.value = Stop(place, screens)
    }

    private fun first(place: Place): Stop = Stop(place, listOf(place.screen(this)))
}
