package org.alongside.app.kit

import android.content.Context
import android.text.Editable
import android.text.InputFilter
import android.text.InputType
import android.text.TextWatcher
import android.view.Gravity
import android.view.View
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import org.alongside.app.R

/** What a field is for: it chooses the keyboard. */
enum class Writing(internal val type: Int, internal val lines: Int) {
    /** A name or a few words. */
    LINE(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES, 1),

    /** Sentences. */
    SENTENCES(
        InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_FLAG_MULTI_LINE or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES,
        4,
    ),

    /** An address of a computer, or a code: no capitals and no corrections. */
    CODE(InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_VARIATION_URI or InputType.TYPE_TEXT_FLAG_NO_SUGGESTIONS, 1),

    /** A telephone number. */
    NUMBER(InputType.TYPE_CLASS_PHONE, 1),
}

/**
 * A field with its label above it; [typed] hears of every keystroke.
 *
 * [text] is shown when somebody comes to the field; while they write in it, what they wrote stands, so that an answer which
 * comes late never takes letters away.
 */
fun Page.field(
    key: String,
    label: String,
    text: String,
    writing: Writing = Writing.LINE,
    hint: String? = null,
    most: Int? = null,
    typed: (String) -> Unit,
) {
    val field = element("field", key) { LabelledField(it, writing) }
    field.say(label, hint)
    field.limit(most)
    field.show(text, typed)
}

/** A label and the field it is for. */
internal class LabelledField(context: Context, writing: Writing) : LinearLayout(context) {
    private val label = TextView(context, null, 0, R.style.Words_Label)
    internal val field = EditText(context)
    private var typed: (String) -> Unit = {}
    private var showing = false

    private companion object {
        const val MOST_LINES = 40
    }

    init {
        orientation = VERTICAL
        label.id = View.generateViewId()
        field.id = View.generateViewId()
        label.labelFor = field.id
        field.setTextAppearance(R.style.Words_Body)
        field.inputType = writing.type
        field.minLines = writing.lines
        // With large letters a name is wider than the phone: it goes on below, and is never half out of sight.
        field.setHorizontallyScrolling(false)
        field.maxLines = MOST_LINES
        field.gravity = if (writing.lines > 1) Gravity.TOP or Gravity.START else Gravity.CENTER_VERTICAL or Gravity.START
        val sizes = Sizes(resources)
        field.minimumHeight = sizes.touch
        field.setBackgroundResource(R.drawable.field)
        field.setPaddingRelative(sizes.gap, sizes.gap, sizes.gap, sizes.gap)
        field.textAlignment = TEXT_ALIGNMENT_VIEW_START
        // What is written here is about somebody: the keyboard must not learn it, and no full-screen editor hides the page.
        field.imeOptions = EditorInfo.IME_FLAG_NO_PERSONALIZED_LEARNING or EditorInfo.IME_FLAG_NO_EXTRACT_UI
        field.importantForAutofill = View.IMPORTANT_FOR_AUTOFILL_NO
        // The core keeps it; the system need not write it into a bundle.
        field.isSaveEnabled = false
        field.addTextChangedListener(Heard { if (!showing) typed(it) })
        addView(label)
        addView(field, LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.WRAP_CONTENT).apply { topMargin = sizes.near })
    }

    fun say(words: String, hint: String?) {
        label.text = words
        field.hint = hint
    }

    fun limit(most: Int?) {
        if (most != null && field.filters.isEmpty()) field.filters = arrayOf(InputFilter.LengthFilter(most))
    }

    fun show(text: String, hear: (String) -> Unit) {
        typed = hear
        if (field.hasFocus() && field.text.isNotEmpty() && text.isNotEmpty()) return
        if (field.text.toString() == text) return
        showing = true
        field.setText(text)
        field.setSelection(field.text.length)
        showing = false
    }
}

/** Hears of what is typed. */
private class Heard(private val typed: (String) -> Unit) : TextWatcher {
    override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit

    override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit

    override fun afterTextChanged(text: Editable) = typed(text.toString())
}
