package org.alongside.app.start

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.NextStep
import org.alongside.companion.screens.Refusal
import org.alongside.core.AlongsideException
import org.alongside.core.Me

/** How far somebody has come into the app, the lock aside. */
sealed interface Doorstep {
    /** The phone's file is being opened. */
    data object Opening : Doorstep

    /** It could not be opened. */
    data class Refused(val refusal: Refusal) : Doorstep

    /** It is open, and this phone is nobody's yet. */
    data class NotEnrolled(val phone: PhoneSurface) : Doorstep

    /** It is open, and it is [me]'s. */
    data class Enrolled(val phone: PhoneSurface, val me: Me) : Doorstep
}

/** Opens the phone's file once for the whole app, and says whose it is. */
class Entrance(private val scope: CoroutineScope, private val open: suspend () -> PhoneSurface) {
    private val at = MutableStateFlow<Doorstep>(Doorstep.Opening)
    private var phone: PhoneSurface? = null
    private var looking: Job = look()

    /** How far it is. */
    val step: StateFlow<Doorstep> = at.asStateFlow()

    /** What the file holds cannot be read: the phone is closed, and whoever comes in is told. */
    fun setAside(refusal: Refusal) {
        phone?.run {
            // Whatever is under way with the service ends: it must not hold the file that is about to be set aside.
            cancelSync()
            cancelWaiting()
            cancelPhotos()
            close()
        }
        phone = null
        at.value = Doorstep.Refused(refusal)
    }

    /** Opens again what could not be opened, or asks again whose phone this is. */
    fun look(): Job = scope.launch {
        try {
            at.value = arrive(phone ?: open().also { phone = it })
        } catch (error: AlongsideException) {
            refuse(Refusal(error))
        }
    }.also { looking = it }

    /** The open phone; nothing when it could not be opened. Waits until that is known. */
    suspend fun opened(): PhoneSurface? {
        looking.join()
        return phone
    }

    private fun refuse(refusal: Refusal) {
        if (refusal.next == NextStep.RESCUE) return setAside(refusal)
        at.value = Doorstep.Refused(refusal)
    }

    private suspend fun arrive(phone: PhoneSurface): Doorstep {
        val me = phone.me()
        return if (me == null) Doorstep.NotEnrolled(phone) else Doorstep.Enrolled(phone, me)
    }
}
