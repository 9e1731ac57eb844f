package org.alongside.app

import android.app.Activity
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.net.Uri
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import org.alongside.core.NewPhoto
import org.robolectric.Shadows.shadowOf

/** The pictures on a phone, and the system's picker. Everything in them is invented. */
object Gallery {
    /** A bed of rhubarb under the sky, as a camera would have taken it. */
    fun rhubarb(width: Int = 2000, height: Int = 1500): ByteArray {
        val picture = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888)
        val canvas = Canvas(picture)
        canvas.drawColor(Color.rgb(168, 204, 226))
        canvas.drawRect(0f, height * 0.55f, width.toFloat(), height.toFloat(), ink(104, 82, 58))
        repeat(7) { place -> canvas.plant((place + 0.5f) * width / 7, height * (0.5f + place % 3 * 0.1f), width / 9f) }
        return ByteArrayOutputStream().also { picture.compress(Bitmap.CompressFormat.JPEG, 90, it) }.toByteArray()
    }

    /** The same as it comes out of another phone. */
    fun photo(caption: String?) = NewPhoto(rhubarb(1200, 900), rhubarb(160, 120), caption)

    /** The picker, which is open over [window], closes with the picture that [bytes] are. Says what it was asked for. */
    fun chooses(window: Activity, bytes: ByteArray): Intent {
        val asked = shadowOf(window).nextStartedActivityForResult
        val uri = Uri.parse("content://gallery.example/${bytes.size}")
        shadowOf(window.contentResolver).registerInputStreamSupplier(uri) { ByteArrayInputStream(bytes) }
        shadowOf(window).receiveResult(asked.intent, Activity.RESULT_OK, Intent().setData(uri))
        return asked.intent
    }

    /** The picker closes and nothing was chosen. */
    fun choosesNothing(window: Activity) {
        shadowOf(window).receiveResult(shadowOf(window).nextStartedActivityForResult.intent, Activity.RESULT_CANCELED, null)
    }

    private fun Canvas.plant(x: Float, y: Float, size: Float) {
        drawRect(x - size / 12, y, x + size / 12, y + size * 1.5f, ink(176, 52, 74))
        drawOval(x - size / 2, y - size / 2, x + size / 2, y + size / 2, ink(70, 122, 56))
    }

    private fun ink(red: Int, green: Int, blue: Int) = Paint().apply { color = Color.rgb(red, green, blue) }
}
