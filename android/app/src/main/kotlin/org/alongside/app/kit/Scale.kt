package org.alongside.app.kit

import android.content.Context
import android.widget.GridLayout
import android.widget.LinearLayout
import android.widget.TextView
import android.widget.ToggleButton
import org.alongside.app.R

/** What the two ends of a scale mean. */
class Ends(val low: String, val high: String)

/**
 * A scale of whole numbers from [range], as buttons of at least 48 dp: nothing slides away under a finger that shakes.
 *
 * Nothing is chosen before somebody chooses; that is never the same as nought.
 */
fun Page.scale(key: String, label: String, range: LongRange, ends: Ends, chosen: Long?, choose: (Long) -> Unit) {
    element("scale", key) { NumberScale(it) }.show(label, range, ends, chosen, choose)
}

/** The numbers of a scale in rows, with what its ends mean above them. */
internal class NumberScale(context: Context) : LinearLayout(context) {
    private val label = TextView(context, null, 0, R.style.Words_Label)
    private val meaning = TextView(context, null, 0, R.style.Words_Quiet)
    private val grid = GridLayout(context)
    private var shown = LongRange.EMPTY

    init {
        orientation = VERTICAL
        grid.columnCount = columns()
        listOf(label, meaning, grid).forEach(::addView)
    }

    fun show(words: String, range: LongRange, ends: Ends, chosen: Long?, choose: (Long) -> Unit) {
        label.text = words
        meaning.text = resources.getString(R.string.scale_ends, range.first, ends.low, range.last, ends.high)
        if (shown != range) fill(range)
        range.forEachIndexed { place, number -> button(place).show(number, range, number == chosen, choose) }
    }

    private fun ToggleButton.show(number: Long, range: LongRange, on: Boolean, choose: (Long) -> Unit) {
        isChecked = on
        contentDescription = resources.getString(R.string.scale_number, number, range.last)
        setOnClickListener { choose(number) }
    }

    private fun button(place: Int) = grid.getChildAt(place) as ToggleButton

    private fun fill(range: LongRange) {
        grid.removeAllViews()
        range.forEach { grid.addView(number(it), cell()) }
        shown = range
    }

    private fun number(number: Long) = ToggleButton(context, null, 0, R.style.Number).apply {
        val words = number.toString()
        textOn = words
        textOff = words
        text = words
    }

    private fun cell() = GridLayout.LayoutParams().apply {
        width = 0
        columnSpec = GridLayout.spec(GridLayout.UNDEFINED, 1f)
        val near = Sizes(resources).near / 2
        setMargins(near, near, near, near)
    }

    /** As many numbers beside each other as there is room for at 48 dp each, and the gaps between them. */
    private fun columns(): Int {
        val sizes = Sizes(resources)
        val room = sizes.dp(resources.configuration.screenWidthDp) - 2 * sizes.side
        return (room / (sizes.touch + sizes.near)).coerceIn(1, MOST_COLUMNS)
    }

    private companion object {
        /** From nought to ten in two rows. */
        const val MOST_COLUMNS = 6
    }
}
