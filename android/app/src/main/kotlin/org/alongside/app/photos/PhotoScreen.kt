package org.alongside.app.photos

import android.graphics.Bitmap
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.SharingStarted
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.stateIn
import kotlinx.coroutines.withContext
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.action
import org.alongside.app.kit.graveAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.picture
import org.alongside.app.kit.pictureOf
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.waiting
import org.alongside.app.way.Screen
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.Doing
import org.alongside.companion.screens.NextStep
import org.alongside.companion.screens.PhotoModel
import org.alongside.companion.screens.PhotoState
import org.alongside.companion.screens.ScreenState
import org.alongside.core.PhotoView

/** The page of a photo: what is known of it, and the [picture] once it is here and could be read. */
data class PhotoPage(val known: PhotoState, val picture: Bitmap? = null) : ScreenState {
    override val doing: Doing get() = known.doing
    override val loaded: Boolean get() = known.loaded
}

/** One photo as wide as the page. One that is not on this phone is fetched. */
class PhotoScreen(phone: PhoneSurface, photo: PhotoView) : Screen<PhotoPage>() {
    private val model = PhotoModel(phone, scope, photo)
    private var drawn: Pair<ByteArray, Bitmap?>? = null

    override val title = R.string.photo_title
    override val states: StateFlow<PhotoPage> =
        model.state.map { PhotoPage(it, draw(it.jpeg)) }.stateIn(scope, SharingStarted.Eagerly, PhotoPage(model.state.value))

    override fun refresh() {
        model.look()
    }

    override fun Page.show(state: PhotoPage) {
        if (state.known.putAway) return notice(words(R.string.photo_put_away_done))
        val photo = state.known.photo ?: return
        content(state, photo)
        // Where trying again is all that helps, it is offered with the words that say so.
        val again = state.known.canTryAgain && state.doing.refusal?.next != NextStep.TRY_AGAIN
        if (again) action(words(R.string.try_again)) { model.look() }
        photo.caption?.let { paragraph(it) }
        photo.otherCaptions.forEach { quote(it) }
        quiet(words(R.string.photo_by_on, photo.byName, dayInWords(context, photo.at)))
        if (photo.unsent) quiet(words(R.string.photo_unsent))
        graveAction(words(R.string.photo_put_away), !state.doing.busy) { model.putAway() }
    }

    private fun Page.content(state: PhotoPage, photo: PhotoView) {
        val small = if (state.picture == null) pictureOf(photo.preview) else null
        // What is here already is shown until the rest comes.
        small?.let { picture("small", it, photoInWords(photo), SMALL) }
        standing(state, photo)
    }

    private fun Page.standing(state: PhotoPage, photo: PhotoView) = when {
        state.picture != null -> picture("photo", state.picture, photoInWords(photo))
        state.known.jpeg != null -> notice(words(R.string.photo_unreadable))
        state.known.coming -> waiting(words(R.string.photo_coming))
        state.known.stillThere -> notice(words(R.string.photo_still_there))
        else -> Unit
    }

    /** Not on the main thread, and once for each photo. */
    private suspend fun draw(jpeg: ByteArray?): Bitmap? {
        if (jpeg == null) return null
        drawn?.let { (of, picture) -> if (of === jpeg) return picture }
        return withContext(Dispatchers.Default) { pictureOf(jpeg) }.also { drawn = jpeg to it }
    }

    private companion object {
        const val SMALL = 160
    }
}
