package org.alongside.app.way

import android.content.Context
import android.graphics.Rect
import android.os.Build
import android.view.View
import android.view.WindowInsets
import android.widget.Button
import android.widget.HorizontalScrollView
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Sizes

/** What stands round every page: the way back and the title above it, the bar of places below it. */
class Frame(context: Context) : LinearLayout(context) {
    private val sizes = Sizes(resources)
    private val back = Button(context, null, 0, R.style.Action_Back)
    private val title = TextView(context, null, 0, R.style.Words_Title)
    private val scroll = ScrollView(context)
    private val bar = LinearLayout(context)
    private val barScroll = HorizontalScrollView(context)

    init {
        orientation = VERTICAL
        setBackgroundColor(context.getColor(R.color.ground))
        back.setText(R.string.back)
        // What is typed in must stay in view above the keyboard.
        scroll.isFillViewport = true
        addView(head(), LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT))
        addView(scroll, LayoutParams(LayoutParams.MATCH_PARENT, 0, 1f))
        addView(foot(), LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT))
        setOnApplyWindowInsetsListener { _, insets -> keepClear(insets) }
    }

    /** An empty page under [name]; [goBack] is the way back, when there is one. */
    fun turnTo(name: Int, goBack: (() -> Unit)?): Page {
        title.setText(name)
        back.visibility = if (goBack == null) View.GONE else View.VISIBLE
        back.setOnClickListener { goBack?.invoke() }
        val page = Page(context)
        scroll.removeAllViews()
        scroll.addView(page)
        scroll.scrollTo(0, 0)
        return page
    }

    /** Shows [places] at the bottom, [here] as the one somebody is in; nothing where there is only one. */
    fun showPlaces(places: List<Place>, here: Place?, go: (Place) -> Unit) {
        barScroll.visibility = if (places.size < 2) View.GONE else View.VISIBLE
        bar.removeAllViews()
        val share = { LayoutParams(LayoutParams.WRAP_CONTENT, LayoutParams.MATCH_PARENT, 1f) }
        places.forEach { bar.addView(item(it, it == here, go), share()) }
        barScroll.post { bar.getChildAt(places.indexOf(here))?.let { barScroll.scrollTo(it.left - sizes.side, 0) } }
    }

    private fun item(place: Place, here: Boolean, go: (Place) -> Unit) = Button(context, null, 0, R.style.Action_Bar).apply {
        setText(place.name)
        isSelected = here
        setOnClickListener { go(place) }
    }

    private fun head() = LinearLayout(context).apply {
        orientation = VERTICAL
        setPaddingRelative(sizes.side, sizes.near, sizes.side, sizes.near)
        addView(back, LayoutParams(LayoutParams.WRAP_CONTENT, LayoutParams.WRAP_CONTENT))
        addView(title)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) title.isAccessibilityHeading = true
    }

    /** The bar scrolls where its words do not fit: with large letters nothing is cut off. */
    private fun foot() = barScroll.apply {
        isFillViewport = true
        setBackgroundColor(context.getColor(R.color.ground))
        elevation = sizes.dp(BAR_HEIGHT_ABOVE).toFloat()
        addView(bar)
    }

    private fun keepClear(insets: WindowInsets): WindowInsets {
        val edges = edges(insets)
        setPadding(edges.left, edges.top, edges.right, edges.bottom)
        return insets
    }

    private fun edges(insets: WindowInsets): Rect {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            val all = WindowInsets.Type.systemBars() or WindowInsets.Type.ime() or WindowInsets.Type.displayCutout()
            return with(insets.getInsets(all)) { Rect(left, top, right, bottom) }
        }
        @Suppress("DEPRECATION") // The only way before Android 11.
        return with(insets) {
            Rect(systemWindowInsetLeft, systemWindowInsetTop, systemWindowInsetRight, systemWindowInsetBottom)
        }
    }

    private companion object {
        const val BAR_HEIGHT_ABOVE = 4
    }
}
