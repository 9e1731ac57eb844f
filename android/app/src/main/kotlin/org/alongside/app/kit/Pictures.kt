package org.alongside.app.kit

import android.content.Context
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.view.Gravity
import android.view.View
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import org.alongside.app.R

/** A whole picture as wide as the page, or [highest] density-independent pixels high. [says] is for who cannot see it. */
fun Page.picture(key: String, picture: Bitmap?, says: String, highest: Int? = null) {
    val view = element("picture", key) { ImageView(it) }
    view.adjustViewBounds = true
    view.maxHeight = highest?.let(sizes::dp) ?: Int.MAX_VALUE
    view.setImageBitmap(picture)
    view.contentDescription = says
}

/** A small picture with its words beside it, pressed as one. Nothing is in the picture's place when [jpeg] is none. */
fun Page.preview(key: String, jpeg: ByteArray, title: String, below: List<String> = emptyList(), open: () -> Unit) {
    val preview = element("preview", key) { Preview(it) }
    preview.show(jpeg, title, below)
    preview.setOnClickListener { open() }
}

/** The picture that [jpeg] holds, every [sampling]th pixel of it; nothing when it holds none. */
fun pictureOf(jpeg: ByteArray, sampling: Int = 1): Bitmap? =
    BitmapFactory.decodeByteArray(jpeg, 0, jpeg.size, BitmapFactory.Options().apply { inSampleSize = sampling })

/** Beside each other, or one below the other where letters are so large that a word would find no room. */
internal class Preview(context: Context) : LinearLayout(context) {
    private val sizes = Sizes(resources)
    private val picture = ImageView(context)
    private val words = LinearLayout(context)
    private val title = TextView(context, null, 0, R.style.Words_Row)
    private val below = TextView(context, null, 0, R.style.Words_Quiet)
    private var shown: ByteArray? = null

    init {
        if (resources.configuration.fontScale > LARGE_LETTERS) stand() else lie()
        minimumHeight = sizes.touch
        setBackgroundResource(R.drawable.row)
        setPaddingRelative(sizes.gap, sizes.gap, sizes.gap, sizes.gap)
        isFocusable = true
        words.orientation = VERTICAL
        listOf(title, below).forEach(words::addView)
        dress()
    }

    fun show(jpeg: ByteArray, says: String, lines: List<String>) {
        title.text = says
        below.text = lines.joinToString("\n")
        below.visibility = if (lines.isEmpty()) View.GONE else View.VISIBLE
        contentDescription = (listOf(says) + lines).joinToString(". ")
        if (shown?.contentEquals(jpeg) == true) return
        shown = jpeg
        val small = pictureOf(jpeg)
        picture.setImageBitmap(small)
        picture.visibility = if (small == null) View.GONE else View.VISIBLE
    }

    private fun lie() {
        orientation = HORIZONTAL
        gravity = Gravity.CENTER_VERTICAL
        addView(picture, square().apply { marginEnd = sizes.gap })
        addView(words, LayoutParams(0, LayoutParams.WRAP_CONTENT, 1f))
    }

    private fun stand() {
        orientation = VERTICAL
        addView(picture, square().apply { bottomMargin = sizes.gap })
        addView(words, LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT))
    }

    private fun square() = LayoutParams(sizes.dp(SIDE), sizes.dp(SIDE))

    /** The whole is said at once: the picture says nothing more than its words. */
    private fun dress() {
        picture.scaleType = ImageView.ScaleType.CENTER_CROP
        picture.setBackgroundResource(R.drawable.picture)
        picture.clipToOutline = true
        picture.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        words.importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO_HIDE_DESCENDANTS
    }

    private companion object {
        const val SIDE = 96
        const val LARGE_LETTERS = 1.4f
    }
}
