package org.alongside.app.kit

import android.graphics.Rect
import android.view.View
import android.widget.TextView
import org.alongside.app.R

/** The first words of a page, said as a heading by a screen reader. */
fun Page.title(text: String) = line("title", R.style.Words_Title, text).let(::markHeading)

/** The words above a part of a page, said as a heading by a screen reader. */
fun Page.heading(text: String) = line("heading", R.style.Words_Heading, text).let(::markHeading)

/** A paragraph. */
fun Page.paragraph(text: String) {
    line("paragraph", R.style.Words_Body, text)
}

/** Somebody's own words, set apart so that they are not taken for the app's. */
fun Page.quote(text: String) {
    line("quote", R.style.Words_Body, text).paint(R.drawable.quote)
}

/** What is good to know and matters less: when, who, what is saved. */
fun Page.quiet(text: String) {
    line("quiet", R.style.Words_Quiet, text)
}

/** Something to see before going on. A screen reader says it when it appears. */
fun Page.notice(text: String) {
    line("notice", R.style.Words_Body, text).apply {
        paint(R.drawable.notice)
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_POLITE
    }
}

/** Why something could not be done, and what can be done now. A screen reader says it at once. */
fun Page.refusal(text: String) {
    line("refusal", R.style.Words_Body, text).apply {
        // It appears at the top; whoever pressed a button further down must see it.
        if (background == null) post { requestRectangleOnScreen(Rect(0, 0, width, height)) }
        paint(R.drawable.refusal)
        accessibilityLiveRegion = View.ACCESSIBILITY_LIVE_REGION_ASSERTIVE
    }
}

private fun Page.line(kind: String, style: Int, text: String): TextView {
    val view = element(kind) { TextView(it, null, 0, style) }
    // Set only when it differs: a screen reader says a live region anew for each text it is given.
    if (view.text.toString() != text) view.text = text
    return view
}

private fun TextView.paint(box: Int) {
    if (background != null) return
    setBackgroundResource(box)
    val inside = Sizes(resources).gap
    setPaddingRelative(inside, inside, inside, inside)
}

private fun markHeading(view: TextView) {
    // Older phones have no such mark; there the size alone says it.
    if (android.os.Build.VERSION.SDK_INT >= android.os.Build.VERSION_CODES.P) view.isAccessibilityHeading = true
}
