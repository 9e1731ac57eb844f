package org.alongside.app

import android.app.Activity
import android.graphics.Bitmap
import android.graphics.Canvas
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import java.io.File
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import org.robolectric.shadows.ShadowLooper

/** Somebody's hand and eyes on the window: they see words, press them, write under a label, and take a picture. */
class Hand(private val activity: Activity, private val looks: Looks? = null) {
    private val root: View get() = activity.window.decorView

    /** Waits until [text] is on the window. */
    fun waitsFor(text: String): TextView = waitsUntil("\"$text\" is on the window") { find(text) }

    /** Waits until [text] is nowhere on the window. */
    fun waitsUntilGone(text: String) {
        waitsUntil("\"$text\" is gone") { if (find(text) == null) Unit else null }
    }

    /** Whether [text] is on the window now. */
    fun sees(text: String): Boolean = find(text) != null

    /** How often [text] is on the window now. */
    fun counts(text: String): Int = everything().filterIsInstance<TextView>().count { it.text.toString() == text }

    /** Presses what says [text], as soon as it can be pressed. */
    fun presses(text: String) {
        val target = waitsUntil("\"$text\" can be pressed") { pressable(text) }
        target.performClick()
        ShadowLooper.idleMainLooper()
    }

    /** Writes [text] into the field under [label], letter by letter as a keyboard does. */
    fun writes(label: String, text: String) {
        val field = waitsUntil("there is a field \"$label\"") { fields().firstOrNull { labelOf(it) == label } }
        field.requestFocus()
        field.setText("")
        text.forEach { field.append(it.toString()) }
        ShadowLooper.idleMainLooper()
    }

    /** What the field under [label] holds. */
    fun reads(label: String): String = fields().first { labelOf(it) == label }.text.toString()

    /**
     * Keeps a picture of the whole page, as tall as it is, in `target/screens/android-NAME.png`, and lets others look at it
     * too.
     */
    fun keepsPicture(name: String, others: Looks? = looks) {
        ShadowLooper.idleMainLooper()
        val folder = File(System.getProperty("alongside.screens")).apply { mkdirs() }
        File(folder, "android-$name.png").outputStream().use { picture().compress(Bitmap.CompressFormat.PNG, 100, it) }
        others?.at(name, this)
    }

    /** All words on the window. */
    fun words(): List<String> = everything().filterIsInstance<TextView>().map { it.text.toString() }

    /** Everything that is on the window, from top to bottom. */
    fun everything(): List<View> = all(root).filter { it.isShown }.toList()

    private fun picture(): Bitmap {
        val width = root.width
        val height = (root.height + hidden()).coerceAtMost(MOST_PIXELS)
        lay(width, height)
        ShadowLooper.idleMainLooper()
        // Whatever came meanwhile has laid it out again, as tall as the window.
        lay(width, height)
        // A tick that is still being drawn would be missing on the picture.
        all(root).forEach { it.jumpDrawablesToCurrentState() }
        return Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).also { root.draw(Canvas(it)) }
    }

    private fun lay(width: Int, height: Int) {
        root.measure(exactly(width), exactly(height))
        root.layout(0, 0, width, height)
    }

    /** By how much the page is longer than the window. */
    private fun hidden(): Int = all(root).filterIsInstance<android.widget.ScrollView>().firstOrNull()
        ?.let { (it.getChildAt(0)?.height ?: 0) - it.height }?.coerceAtLeast(0) ?: 0

    private fun exactly(size: Int) = View.MeasureSpec.makeMeasureSpec(size, View.MeasureSpec.EXACTLY)

    private fun find(text: String): TextView? =
        everything().filterIsInstance<TextView>().firstOrNull { text in it.text.toString().lines() }

    /** The first thing that can be pressed and says [text]; a page may say its button's words in its title too. */
    private fun pressable(text: String): View? =
        everything().filter { it is TextView && it !is EditText && text in it.text.lines() }.firstNotNullOfOrNull { words ->
            generateSequence(words) { it.parent as? View }.firstOrNull { it.isClickable && it.isEnabled }
        }

    private fun fields() = everything().filterIsInstance<EditText>()

    private fun labelOf(field: EditText): String? =
        all(root).filterIsInstance<TextView>().firstOrNull {
            it.labelFor == field.id && field.id != View.NO_ID
        }?.text?.toString()

    private fun all(view: View): Sequence<View> = sequence {
        yield(view)
        if (view is ViewGroup) for (place in 0 until view.childCount) yieldAll(all(view.getChildAt(place)))
    }

    /** Lets the main thread go on until [what] is there. */
    fun <T : Any> waitsUntil(says: String, what: () -> T?): T {
        val end = System.nanoTime() + PATIENCE_NS
        while (System.nanoTime() < end) {
            // The looper's clock stands still by itself; what was put off for a moment comes all the same.
            ShadowLooper.idleMainLooper(20, TimeUnit.MILLISECONDS)
            what()?.let { return it }
            LockSupport.parkNanos(A_MOMENT_NS)
        }
        throw AssertionError("waited until $says; on the window: ${words()}")
    }

    private companion object {
        const val PATIENCE_NS = 60_000_000_000L
        const val A_MOMENT_NS = 5_000_000L
        const val MOST_PIXELS = 6_000
    }
}
