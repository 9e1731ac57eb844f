package org.alongside.app.photos

import android.app.Activity
import android.content.ActivityNotFoundException
import android.content.Intent
import android.net.Uri
import android.os.Build
import android.provider.MediaStore
import org.alongside.core.AlongsideException
import org.alongside.core.NewPhoto

/**
 * Lets a person choose a photo in the system's own picker, which shows this app nothing but what was chosen and needs no
 * permission. It lives as long as the app: the window that asked may be gone when the answer comes. [ready] makes what was
 * chosen fit to be sent.
 */
class PhotoPicker(private val ready: suspend (Uri) -> NewPhoto) {
    private var awaited: ((suspend () -> NewPhoto) -> Unit)? = null

    /** Opens the picker over [window]. [chosen] hears of the photo, unless the person comes back without one. */
    fun open(window: Activity, chosen: (suspend () -> NewPhoto) -> Unit) {
        awaited = chosen
        if (pickers().any { window.opens(it) }) return
        awaited = null
        chosen { throw AlongsideException.NotAllowed() }
    }

    /** The picker closed; nothing was chosen when [photo] is nothing. */
    fun answered(photo: Uri?) {
        val chosen = awaited
        awaited = null
        if (photo != null) chosen?.invoke { ready(photo) }
    }

    private fun Activity.opens(picker: Intent): Boolean = try {
        startActivityForResult(picker, REQUEST)
        true
    } catch (_: ActivityNotFoundException) {
        false
    }

    private fun pickers(): List<Intent> {
        val document = Intent(Intent.ACTION_OPEN_DOCUMENT).addCategory(Intent.CATEGORY_OPENABLE).setType(PICTURES)
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU) return listOf(document)
        return listOf(Intent(MediaStore.ACTION_PICK_IMAGES).setType(PICTURES), document)
    }

    /** How the window knows the answer again. */
    companion object {
        const val REQUEST = 3
        private const val PICTURES = "image/*"
    }
}
