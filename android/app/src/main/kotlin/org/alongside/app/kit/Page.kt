package org.alongside.app.kit

import android.content.Context
import android.view.View
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.LinearLayout

/**
 * A column of views that is described anew for each state of a screen and keeps the views that are still right.
 *
 * A screen says what is on it, from top to bottom; what was there before, of the same kind and with the same key, is used
 * again. So a field keeps its cursor while somebody types, and a screen needs no code for what changed. The elements are
 * functions on this class, a file for each family: text, fields, actions, choices, a scale, moments.
 *
 * Of the main thread alone.
 */
class Page(context: Context) : LinearLayout(context) {
    /** Lengths in pixels of this phone. */
    val sizes: Sizes = Sizes(resources)

    private var next = 0

    /** Whether what somebody just did is under way: ticks and switches stay as the hand left them until it is through. */
    var busy: Boolean = false

    init {
        orientation = VERTICAL
        val side = sizes.side
        setPaddingRelative(side, side, side, side)
    }

    /** Shows what [says] describes and lets go of everything else. */
    fun describe(says: Page.() -> Unit) {
        next = 0
        says()
        removeViews(next, childCount - next)
    }

    /** Words of the app's resources. */
    fun words(id: Int, vararg parts: Any): String = resources.getString(id, *parts)

    /**
     * The view of this [kind] at this place: the one that is there, or one that [make] makes.
     *
     * The [key] tells two of one kind apart, such as two fields; a view moves with its key.
     */
    fun <V : View> element(kind: String, key: String = "", below: Int = sizes.gap, make: (Context) -> V): V {
        val name = "$kind/$key"
        val found = (next until childCount).firstOrNull { getChildAt(it).tag == name }
        if (found == null) {
            addView(make(context).apply { tag = name }, next, across(below))
        } else {
            removeViews(next, found - next)
        }
        @Suppress("UNCHECKED_CAST") // A kind is made by one function, and so is always of one class.
        return getChildAt(next++) as V
    }

    private fun across(below: Int) = LayoutParams(MATCH_PARENT, WRAP_CONTENT).apply { bottomMargin = below }
}
