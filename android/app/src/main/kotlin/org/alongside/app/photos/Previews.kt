package org.alongside.app.photos

import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.preview
import org.alongside.core.PhotoView

/** The photos beside something, small: [open] is told which one somebody wants to see large. */
internal fun Page.previews(photos: List<PhotoView>, open: (PhotoView) -> Unit) = photos.forEach { photo ->
    val unsent = words(R.string.photo_unsent).takeIf { photo.unsent }
    preview("photo ${photo.id}", photo.preview, photoInWords(photo), listOfNotNull(unsent)) { open(photo) }
}

/** What a photo shows, for who cannot see it; whose it is when nobody has said. */
internal fun Page.photoInWords(photo: PhotoView): String = photo.caption ?: words(R.string.photo_by, photo.byName)
