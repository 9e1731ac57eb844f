package org.alongside.device

import android.content.ContentResolver
import android.graphics.Bitmap
import android.media.ExifInterface
import android.net.Uri
import java.io.IOException
import java.io.InputStream
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.NewPhoto

/**
 * Makes what a person chose fit to be sent: upright, no larger than a screen, and once more as a small preview. What the
 * camera wrote beside the picture, such as the place, is left behind here already; the core takes out what is left.
 */
class ChosenPhotos(
    private val content: ContentResolver,
    private val work: CoroutineDispatcher = Dispatchers.Default,
) {
    /**
     * The photo at [chosen], as the system's picker gave it. Never on the caller's thread.
     *
     * Fails with `Invalid`, `photo`, when there is no picture that this phone can read.
     */
    suspend fun ready(chosen: Uri): NewPhoto = withContext(work) {
        try {
            val upright = Pictures.upright(decoded(chosen), Turning.of(orientation(chosen)))
            NewPhoto(jpeg = Pictures.jpeg(upright, QUALITY), preview = Pictures.preview(upright), caption = null)
        } catch (_: IOException) {
            throw unreadable()
        } catch (_: RuntimeException) {
            // A provider of another app answers as it likes, and a picture may be cut off or made to mislead.
            throw unreadable()
        } catch (_: OutOfMemoryError) {
            throw unreadable()
        }
    }

    private fun decoded(chosen: Uri): Bitmap {
        val (width, height) = open(chosen) { Pictures.size(it) } ?: throw IOException()
        return open(chosen) { Pictures.decode(it, Pictures.sampling(width, height)) } ?: throw IOException()
    }

    private fun orientation(chosen: Uri): Int = try {
        open(chosen) { ExifInterface(it) }.getAttributeInt(ExifInterface.TAG_ORIENTATION, ExifInterface.ORIENTATION_NORMAL)
    } catch (_: IOException) {
        // Pictures of other kinds carry none.
        ExifInterface.ORIENTATION_NORMAL
    }

    private fun <T> open(chosen: Uri, read: (InputStream) -> T): T =
        (content.openInputStream(chosen) ?: throw IOException()).use(read)

    private fun unreadable() = AlongsideException.Invalid("photo", InvalidReason.WRONG_TYPE)

    private companion object {
        const val QUALITY = 80
    }
}
