package org.alongside.app.kit

import android.content.Context
import android.view.View
import android.widget.Button
import android.widget.LinearLayout
import android.widget.ProgressBar
import android.widget.TextView
import org.alongside.app.R

/** What a page is for: one to a page, at most. */
fun Page.mainAction(text: String, enabled: Boolean = true, press: () -> Unit) =
    button("main", R.style.Action_Main, text, enabled, press)

/** Something else that can be done here. */
fun Page.action(text: String, enabled: Boolean = true, press: () -> Unit) =
    button("action", R.style.Action_Other, text, enabled, press)

/** Something that is done seldom and cannot be taken back easily. */
fun Page.graveAction(text: String, enabled: Boolean = true, press: () -> Unit) =
    button("grave", R.style.Action_Grave, text, enabled, press)

/**
 * A line of a list that opens something: a name or a title, and what is to be known of it below.
 *
 * [mark] is said and shown first when there is something to see to.
 */
fun Page.row(key: String, title: String, below: List<String> = emptyList(), mark: String? = null, open: () -> Unit) {
    val row = element("row", key, sizes.near * 2) { Row(it) }
    row.show(title, below, mark)
    row.setOnClickListener { open() }
}

/** Shown while something is on its way. A screen reader says [text]. */
fun Page.waiting(text: String) {
    element("waiting") { Waiting(it) }.say(text)
}

private fun Page.button(kind: String, style: Int, text: String, enabled: Boolean, press: () -> Unit) {
    // The words are part of the key: a press must never land on a button that has just become another.
    val button = element(kind, text) { Button(it, null, 0, style) }
    button.text = text
    button.isEnabled = enabled
    button.setOnClickListener { press() }
}

/** A title with lines below it, pressed as one. */
internal class Row(context: Context) : LinearLayout(context) {
    private val mark = TextView(context, null, 0, R.style.Words_Mark)
    private val title = TextView(context, null, 0, R.style.Words_Row)
    private val below = TextView(context, null, 0, R.style.Words_Quiet)

    init {
        orientation = VERTICAL
        minimumHeight = Sizes(context.resources).touch
        setBackgroundResource(R.drawable.row)
        val inside = Sizes(context.resources).gap
        setPaddingRelative(inside, inside, inside, inside)
        isFocusable = true
        listOf(mark, title, below).forEach(::addView)
    }

    fun show(words: String, lines: List<String>, marked: String?) {
        title.text = words
        below.text = lines.joinToString("\n")
        below.visibility = if (lines.isEmpty()) View.GONE else View.VISIBLE
        mark.text = marked
        mark.visibility = if (marked == null) View.GONE else View.VISIBLE
    }
}

/** A circle that turns, and what is waited for. */
private class Waiting(context: Context) : LinearLayout(context) {
    private val words = TextView(context, null, 0, R.style.Words_Quiet)

    init {
        orientation = HORIZONTAL
        gravity = android.view.Gravity.CENTER_VERTICAL
        val sizes = Sizes(context.resources)
        addView(ProgressBar(context), LayoutParams(sizes.touch, sizes.touch))
        words.setPaddingRelative(sizes.gap, 0, 0, 0)
        addView(words, LayoutParams(0, LayoutParams.WRAP_CONTENT, 1f))
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
    }

    fun say(text: String) {
        words.text = text
    }
}
