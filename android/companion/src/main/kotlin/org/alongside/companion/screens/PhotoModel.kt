// One photo, as large as it is.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.AlongsideException
import org.alongside.core.PhotoView

/** The state of the page of a photo. */
data class PhotoState(
    /** What is known of it, with the same made small; nothing when it is no longer here to be seen. */
    val photo: PhotoView?,
    /** The photo itself as a JPEG, once it is on this phone. */
    val jpeg: ByteArray? = null,
    /** Whether the service was asked and does not have it whole yet: it is still on the phone that took it. */
    val stillThere: Boolean = false,
    /** Whether it was put away on this page. */
    val putAway: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = photo != null || putAway

    /** Whether it is being looked for, here or at the service. */
    val coming: Boolean get() = isMissing && doing.busy

    /** Whether somebody may look for it again. */
    val canTryAgain: Boolean get() = isMissing && !doing.busy

    /** Whether it is known of and not on this phone. */
    internal val isMissing: Boolean get() = photo != null && jpeg == null
}

/** Shows a photo that is on this phone, fetches one that is not, and puts it away. What was fetched stays. */
class PhotoModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val photo: PhotoView,
) : ScreenModel<PhotoState>(PhotoState(photo), scope) {
    init {
        follow(phone.changes)
        look()
    }

    /** Looks for the photo, on this phone first; again when it had not come before. */
    fun look(): Job =
        act {
            read()
            if (state.value.isMissing) fetch()
        }

    /** Puts the photo away, for everybody: they see it no more once their phones have synced. */
    fun putAway(): Job =
        act {
            phone.putPhotoAway(photo.id)
            change { it.copy(photo = null, jpeg = null, putAway = true) }
        }

    override suspend fun read() {
        if (state.value.putAway) return
        val view = phone.photos(photo.of).firstOrNull { it.id == photo.id }
        if (view == null) {
            change { it.copy(photo = null, jpeg = null) }
            throw AlongsideException.NotFound()
        }
        val jpeg = state.value.jpeg ?: phone.photo(photo.id)
        change { it.copy(photo = view, jpeg = jpeg) }
    }

    override fun doing(state: PhotoState, doing: Doing) = state.copy(doing = doing)

    private suspend fun fetch() {
        change { it.copy(stillThere = false) }
        val here = phone.fetchPhoto(photo.id)
        change { it.copy(stillThere = !here) }
    }
}
