package org.alongside.app.client

import android.app.Activity
import android.graphics.Bitmap
import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Ends
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.field
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.picture
import org.alongside.app.kit.pictureOf
import org.alongside.app.kit.quiet
import org.alongside.app.kit.quote
import org.alongside.app.kit.scale
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.way.Screen
import org.alongside.app.way.loading
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.CheckInModel
import org.alongside.companion.screens.CheckInState
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NewPhoto

/** A client says how a goal is going: a number, words, a photo, or any of them together. */
class CheckInScreen(
    phone: PhoneSurface,
    case: CaseId,
    goal: EntityId,
    private val picker: PhotoPicker,
) : Screen<CheckInState>() {
    private val model = CheckInModel(phone, scope, case, goal)
    private var drawn: Pair<NewPhoto, Bitmap?>? = null

    override val title = R.string.check_in_title
    override val states: StateFlow<CheckInState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: CheckInState) {
        quote(state.goal?.goal?.wording.orEmpty())
        if (state.done) return notice(words(R.string.check_in_done))
        val ends = Ends(words(R.string.check_in_low), words(R.string.check_in_high))
        scale("score", words(R.string.check_in_scale), 0L..10L, ends, state.score, model::choose)
        field("words", words(R.string.check_in_words), state.words, Writing.SENTENCES, typed = model::typeWords)
        photo(state)
        if (state.doing.busy) loading()
        mainAction(words(R.string.check_in_send), state.canSend) { model.send() }
    }

    private fun Page.photo(state: CheckInState) {
        val photo = state.photo ?: return addPhoto(!state.doing.busy)
        picture("photo", draw(photo), state.caption.ifBlank { words(R.string.photo_chosen) }, HIGHEST)
        field("caption", words(R.string.photo_caption), state.caption, Writing.LINE, typed = model::typeCaption)
        action(words(R.string.photo_remove), !state.doing.busy) { model.removePhoto() }
    }

    private fun Page.addPhoto(enabled: Boolean) {
        quiet(words(R.string.photo_add_how))
        action(words(R.string.photo_add), enabled) { picker.open(context as Activity, model::choosePhoto) }
    }

    /** A quarter as large, which is read at once, and once for each photo. */
    private fun draw(photo: NewPhoto): Bitmap? {
        drawn?.let { (of, picture) -> if (of === photo) return picture }
        return pictureOf(photo.jpeg, sampling = 4).also { drawn = photo to it }
    }

    private companion object {
        /** So that what comes below it is not out of sight. */
        const val HIGHEST = 280
    }
}
