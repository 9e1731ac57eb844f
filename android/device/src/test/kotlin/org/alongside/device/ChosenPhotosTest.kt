package org.alongside.device

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.media.ExifInterface
import android.net.Uri
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.FileNotFoundException
import java.util.Random
import kotlinx.coroutines.runBlocking
import org.alongside.core.AlongsideException
import org.alongside.core.NewPhoto
import org.junit.Assert.assertEquals
import org.junit.Assert.assertThrows
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** What is made of a picture before it is sent. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ChosenPhotosTest {
    private val content = RuntimeEnvironment.getApplication().contentResolver

    @Test
    fun aLargePhotoIsMadeAsLongAsAScreen() {
        val photo = ready(jpeg(4000, 3000))
        assertEquals(1600 to 1200, sizeOf(photo.jpeg))
        assertEquals(160 to 120, sizeOf(photo.preview))
    }

    @Test
    fun aSmallPhotoIsNotMadeLarger() = assertEquals(90 to 40, sizeOf(ready(jpeg(90, 40)).jpeg))

    @Test
    fun aPhotoThatWasTakenSidewaysStandsUpright() {
        val turned = mapOf(
            ExifInterface.ORIENTATION_NORMAL to "red green blue white",
            ExifInterface.ORIENTATION_FLIP_HORIZONTAL to "green red white blue",
            ExifInterface.ORIENTATION_ROTATE_180 to "white blue green red",
            ExifInterface.ORIENTATION_FLIP_VERTICAL to "blue white red green",
            ExifInterface.ORIENTATION_TRANSPOSE to "red blue green white",
            ExifInterface.ORIENTATION_ROTATE_90 to "blue red white green",
            ExifInterface.ORIENTATION_TRANSVERSE to "white green blue red",
            ExifInterface.ORIENTATION_ROTATE_270 to "green white red blue",
        )
        for ((orientation, seen) in turned) {
            assertEquals("$orientation", seen, corners(Pictures.upright(quarters(), Turning.of(orientation))))
        }
    }

    @Test
    fun theTurningIsReadFromThePhotoItself() {
        val photo = ready(withOrientation(jpeg(400, 300), ExifInterface.ORIENTATION_ROTATE_90))
        assertEquals(300 to 400, sizeOf(photo.jpeg))
        assertEquals(120 to 160, sizeOf(photo.preview))
    }

    @Test
    fun theBusiestPreviewHasAtMostEightKibibytes() {
        val noise = Bitmap.createBitmap(1600, 1600, Bitmap.Config.ARGB_8888)
        val chance = Random(1)
        noise.setPixels(IntArray(1600 * 1600) { chance.nextInt() or Color.BLACK }, 0, 1600, 0, 0, 1600, 1600)
        val preview = Pictures.preview(noise)
        assertTrue("${preview.size}", preview.size in 1..8 * 1024)
    }

    @Test
    fun whatIsTransparentIsWhiteAsOnPaper() {
        val clear = Bitmap.createBitmap(40, 40, Bitmap.Config.ARGB_8888)
        val png = ByteArrayOutputStream().also { clear.compress(Bitmap.CompressFormat.PNG, 100, it) }.toByteArray()
        assertEquals("white white white white", corners(decoded(ready(png).jpeg)))
    }

    @Test
    fun aPictureIsNeverWholeInMemoryWhenItIsMuchTooLarge() {
        assertEquals(listOf(1, 1, 2, 4), listOf(900, 3199, 4000, 9248).map { Pictures.sampling(it, 100) })
    }

    @Test
    fun whatIsNoPictureIsRefusedAsThePhoto() {
        for (nothing in listOf(ByteArray(0), "Dear diary".toByteArray(), jpeg(40, 40).copyOf(20))) {
            val refused = assertThrows(AlongsideException.Invalid::class.java) { ready(nothing) }
            assertEquals("photo", refused.field)
        }
        val nowhere = Uri.parse("content://photos.example/gone")
        shadowOf(content).registerInputStreamSupplier(nowhere) { throw FileNotFoundException() }
        val gone = assertThrows(AlongsideException.Invalid::class.java) {
            runBlocking { ChosenPhotos(content).ready(nowhere) }
        }
        assertEquals("photo", gone.field)
    }

    private fun ready(bytes: ByteArray): NewPhoto {
        val uri = Uri.parse("content://photos.example/${bytes.size}")
        shadowOf(content).registerInputStreamSupplier(uri) { ByteArrayInputStream(bytes) }
        return runBlocking { ChosenPhotos(content).ready(uri) }
    }

    private fun jpeg(width: Int, height: Int): ByteArray {
        val picture = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).apply { eraseColor(Color.rgb(79, 122, 60)) }
        return Pictures.jpeg(picture, 90)
    }

    /** The same with the smallest Exif there is: one entry, the orientation. */
    private fun withOrientation(jpeg: ByteArray, orientation: Int): ByteArray {
        val tiff = byteArrayOf(0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation.toByte(), 0, 0, 0, 0, 0, 0)
        val exif = "Exif".toByteArray() + byteArrayOf(0, 0) + tiff
        val head = byteArrayOf(0xff.toByte(), 0xe1.toByte(), 0, (exif.size + 2).toByte())
        return jpeg.copyOfRange(0, 2) + head + exif + jpeg.copyOfRange(2, jpeg.size)
    }

    /** Red and green above, blue and white below. */
    private fun quarters(): Bitmap = Bitmap.createBitmap(60, 40, Bitmap.Config.ARGB_8888).apply {
        val canvas = Canvas(this)
        listOf(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE).forEachIndexed { place, colour ->
            val (left, top) = place % 2 * 30f to place / 2 * 20f
            canvas.drawRect(left, top, left + 30f, top + 20f, Paint().apply { color = colour })
        }
    }

    private fun corners(picture: Bitmap): String {
        val (x, y) = picture.width / 4 to picture.height / 4
        val points = listOf(x to y, 3 * x to y, x to 3 * y, 3 * x to 3 * y)
        return points.joinToString(" ") { (left, top) -> name(picture.getPixel(left, top)) }
    }

    private fun name(colour: Int) = when (colour) {
        Color.RED -> "red"
        Color.GREEN -> "green"
        Color.BLUE -> "blue"
        Color.WHITE -> "white"
        else -> "#%08x".format(colour)
    }

    private fun decoded(jpeg: ByteArray): Bitmap = BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size)

    private fun sizeOf(jpeg: ByteArray): Pair<Int, Int> = decoded(jpeg).run { width to height }
}
