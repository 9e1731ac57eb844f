package org.alongside.device

import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Paint
import android.graphics.RectF
import java.io.ByteArrayOutputStream
import java.io.InputStream
import kotlin.math.max
import kotlin.math.roundToInt

/** Reads, turns, and makes small. Knows no files. */
internal object Pictures {
    /** The longest side of a photo that is sent. */
    const val LONGEST = 1600

    /** The most bytes of a preview: every phone of the people concerned has it at once. */
    const val PREVIEW_BYTES = 8 * 1024

    private val PREVIEW_SIDES = listOf(160, 96)
    private val PREVIEW_QUALITIES = listOf(75, 60, 45, 30, 15)

    /** How large the picture in [stream] is, without reading all of it; nothing when it is none. */
    fun size(stream: InputStream): Pair<Int, Int>? {
        val found = BitmapFactory.Options().apply { inJustDecodeBounds = true }
        BitmapFactory.decodeStream(stream, null, found)
        return if (found.outWidth > 0 && found.outHeight > 0) found.outWidth to found.outHeight else null
    }

    /** Of how many pixels one is read, so that nothing much larger than needed is ever in memory. */
    fun sampling(width: Int, height: Int): Int = (max(width, height) / LONGEST).coerceAtLeast(1).takeHighestOneBit()

    /** The picture in [stream], every [sampling]th pixel of it. */
    fun decode(stream: InputStream, sampling: Int): Bitmap? =
        BitmapFactory.decodeStream(stream, null, BitmapFactory.Options().apply { inSampleSize = sampling })

    /** [taken] as it is meant to be seen, at most [LONGEST] pixels long. */
    fun upright(taken: Bitmap, turning: Turning): Bitmap = drawn(taken, turning, LONGEST)

    /** [picture] as a JPEG. */
    fun jpeg(picture: Bitmap, quality: Int): ByteArray =
        ByteArrayOutputStream().also { picture.compress(Bitmap.CompressFormat.JPEG, quality, it) }.toByteArray()

    /** The best small JPEG of [picture] that is no more than [PREVIEW_BYTES]; empty when there is none. */
    fun preview(picture: Bitmap): ByteArray {
        val small = PREVIEW_SIDES.asSequence().map { drawn(picture, Turning(mirrored = false, 0), it) }
        val tried = small.flatMap { one -> PREVIEW_QUALITIES.asSequence().map { jpeg(one, it) } }
        return tried.firstOrNull { it.size <= PREVIEW_BYTES } ?: ByteArray(0)
    }

    /** What is transparent becomes white, as paper is: a JPEG would have it black. */
    private fun drawn(picture: Bitmap, turning: Turning, longest: Int): Bitmap {
        val near = halved(picture, longest)
        val scale = (longest.toFloat() / max(near.width, near.height)).coerceAtMost(1f)
        val matrix = turning.matrix().apply { preScale(scale, scale) }
        val room = RectF(0f, 0f, near.width.toFloat(), near.height.toFloat()).also(matrix::mapRect)
        matrix.postTranslate(-room.left, -room.top)
        val paper = Bitmap.createBitmap(atLeastOne(room.width()), atLeastOne(room.height()), Bitmap.Config.ARGB_8888)
        Canvas(paper).run {
            drawColor(Color.WHITE)
            drawBitmap(near, matrix, Paint(Paint.FILTER_BITMAP_FLAG))
        }
        return paper
    }

    /** Half by half, so that no pixel is left out: fine lines would break. */
    private tailrec fun halved(picture: Bitmap, longest: Int): Bitmap {
        if (max(picture.width, picture.height) < 2 * longest) return picture
        val (width, height) = atLeastOne(picture.width / 2f) to atLeastOne(picture.height / 2f)
        return halved(Bitmap.createScaledBitmap(picture, width, height, true), longest)
    }

    private fun atLeastOne(length: Float) = length.roundToInt().coerceAtLeast(1)
}
