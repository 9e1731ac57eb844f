package org.alongside.device

import android.graphics.Matrix
import android.media.ExifInterface

/** How a picture as it was taken has to be turned to stand upright: mirrored first, then turned clockwise. */
internal data class Turning(val mirrored: Boolean, val degrees: Int) {
    /** The same as a matrix, round the picture's corner. */
    fun matrix() = Matrix().apply {
        if (mirrored) postScale(-1f, 1f)
        postRotate(degrees.toFloat())
    }

    companion object {
        private const val QUARTER = 90
        private const val HALF = 180

        /** What Exif's [orientation] asks for; nothing for a value that means nothing. */
        fun of(orientation: Int): Turning = when (orientation) {
            ExifInterface.ORIENTATION_FLIP_HORIZONTAL -> Turning(mirrored = true, 0)
            ExifInterface.ORIENTATION_ROTATE_180 -> Turning(mirrored = false, HALF)
            ExifInterface.ORIENTATION_FLIP_VERTICAL -> Turning(mirrored = true, HALF)
            ExifInterface.ORIENTATION_TRANSPOSE -> Turning(mirrored = true, HALF + QUARTER)
            ExifInterface.ORIENTATION_ROTATE_90 -> Turning(mirrored = false, QUARTER)
            ExifInterface.ORIENTATION_TRANSVERSE -> Turning(mirrored = true, QUARTER)
            ExifInterface.ORIENTATION_ROTATE_270 -> Turning(mirrored = false, HALF + QUARTER)
            else -> Turning(mirrored = false, 0)
        }
    }
}
