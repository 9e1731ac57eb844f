package org.alongside.app.kit

import android.content.Context
import android.widget.CheckBox
import android.widget.CompoundButton
import android.widget.LinearLayout
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.Switch
import android.widget.TextView
import org.alongside.app.R

/** One of several: [options] are what is chosen and its words. Nothing is chosen before somebody chooses. */
fun <T : Any> Page.choice(key: String, label: String, options: List<Pair<T, String>>, chosen: T?, choose: (T) -> Unit) {
    val group = element("choice", key) { LabelledChoice(it) }
    group.show(label, options.map { it.second }, options.indexOfFirst { it.first == chosen }) { choose(options[it].first) }
}

/** Any number of several. */
fun <T : Any> Page.ticks(
    key: String,
    label: String,
    options: List<Pair<T, String>>,
    chosen: Collection<T>,
    choose: (T, Boolean) -> Unit,
) {
    element("ticks", key) { TextView(it, null, 0, R.style.Words_Label) }.text = label
    options.forEach { (value, words) -> tick("$key/$value", words, value in chosen) { choose(value, it) } }
}

/** Something that is so or is not yet, such as a step that was done. */
fun Page.tick(key: String, label: String, on: Boolean, turn: (Boolean) -> Unit) =
    element("tick", key, sizes.near) { CheckBox(it).asWords() }.show(label, on, busy, turn)

/** Something that holds from now on, such as what is shared. */
fun Page.switch(key: String, label: String, on: Boolean, turn: (Boolean) -> Unit) =
    element("switch", key, sizes.near) { Switch(it).asWords() }.show(label, on, busy, turn)

private fun CompoundButton.show(label: String, on: Boolean, busy: Boolean, turn: (Boolean) -> Unit) {
    setOnCheckedChangeListener(null)
    text = label
    // What is shown while an action is under way is from before it: the tick would jump back for a moment.
    if (!busy) isChecked = on
    setOnCheckedChangeListener { _, now -> turn(now) }
}

private fun <V : CompoundButton> V.asWords(): V {
    setTextAppearance(R.style.Words_Body)
    minimumHeight = Sizes(resources).touch
    return this
}

/** A label and the buttons of a choice. */
internal class LabelledChoice(context: Context) : LinearLayout(context) {
    private val label = TextView(context, null, 0, R.style.Words_Label)
    private val group = RadioGroup(context)
    private var shown = emptyList<String>()

    init {
        orientation = VERTICAL
        addView(label)
        addView(group)
    }

    fun show(words: String, options: List<String>, chosen: Int, choose: (Int) -> Unit) {
        label.text = words
        group.setOnCheckedChangeListener(null)
        if (shown != options) fill(options)
        // The group announces the words of the choice before the option that is in focus.
        group.contentDescription = words
        if (chosen < 0) group.clearCheck() else group.check(group.getChildAt(chosen).id)
        group.setOnCheckedChangeListener { _, id -> place(id)?.let(choose) }
    }

    private fun fill(options: List<String>) {
        group.removeAllViews()
        options.forEach { option ->
            group.addView(
                RadioButton(context).asWords().apply {
                    id = generateViewId()
                    text = option
                }
            )
        }
        shown = options
    }

    private fun place(id: Int) = group.indexOfChild(group.findViewById(id)).takeIf { it >= 0 }
}
