package org.alongside.app.kit

import android.content.res.Resources

/** The app's few lengths, in pixels of this phone. */
class Sizes(private val resources: Resources) {
    /** The least height and width of whatever is touched: 48 dp. */
    val touch: Int = dp(48)

    /** Between the edge of the screen and words. */
    val side: Int = dp(16)

    /** Between two things on a page. */
    val gap: Int = dp(12)

    /** Between a thing and what belongs to it. */
    val near: Int = dp(4)

    /** [length] in density-independent pixels. */
    fun dp(length: Int): Int = Math.round(length * resources.displayMetrics.density)
}
