package org.alongside.app

import android.content.Intent
import android.content.res.Configuration
import android.view.View
import android.view.ViewGroup
import android.widget.CompoundButton
import android.widget.EditText
import android.widget.ScrollView
import android.widget.TextView
import java.io.File
import java.util.Locale
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.robolectric.RuntimeEnvironment
import org.robolectric.android.controller.ActivityController
import org.robolectric.shadows.ShadowLooper

/**
 * Looks at the page somebody has come to as other people see it: with letters twice as large on a narrow phone, in a
 * language from right to left, in a language with longer words, and with a screen reader and unsteady fingers.
 *
 * Each look is a window of its own on the same screen, as when the phone is turned; nothing on the way changes by it.
 */
class Looks {
    /** Looks at the page that is called [name] in the pictures. */
    fun at(name: String, here: Hand) {
        isForEverybody(name, here)
        val plain = here.words().flatMap(String::lines).toSet()
        seen(LARGE, NARROW) { hand ->
            hand.keepsPicture("large-$name", Looks.NONE)
            isForEverybody("large $name", hand)
        }
        seen(MIRRORED) { hand -> isMirrored(name, hand) }
        seen(LONGER) { hand -> comesFromTheResources(name, hand, plain) }
    }

    /**
     * Opens a window that is [dressed] otherwise. Language and letters are the window's alone: were they the phone's, the
     * window before it would take them on, whenever news came while it was being looked at, and keep them.
     */
    private fun seen(dressed: Configuration, size: String = USUAL, look: (Hand) -> Unit) {
        RuntimeEnvironment.setQualifiers(size)
        val activity = MainActivity().apply { applyOverrideConfiguration(dressed) }
        val window = ActivityController.of(activity, Intent(Intent.ACTION_MAIN), null).setup()
        try {
            ShadowLooper.idleMainLooper()
            val hand = Hand(window.get())
            hand.waitsUntil("the page is there") { if (hand.everything().any { it is TextView }) Unit else null }
            look(hand)
        } finally {
            RuntimeEnvironment.setQualifiers(USUAL)
            window.pause().stop().destroy()
            // The window that was there before is still in front.
            (RuntimeEnvironment.getApplication() as AlongsideApplication).run {
                lock.came()
                round.came()
            }
        }
    }

    private fun isForEverybody(name: String, hand: Hand) {
        val words = hand.everything().filterIsInstance<TextView>()
        words.forEach { isWhole(name, it) }
        hand.everything().forEach { isWithin(name, it) }
        val touched = hand.everything().filter { it.isClickable && it !is ScrollView }
        touched.forEach { canBeTouched(name, hand, it) }
    }

    /** Every line of its words is drawn within it. */
    private fun isWhole(name: String, view: TextView) {
        val layout = view.layout ?: return
        val room = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        assertTrue("$name: \"${view.text}\" needs ${layout.height} and has $room", layout.height <= room + 1)
        val lines = 0 until layout.lineCount
        lines.forEach { assertEquals("$name: \"${view.text}\"", 0, layout.getEllipsisCount(it)) }
        val widest = lines.maxOfOrNull { layout.getLineMax(it) } ?: 0f
        val wide = view.width - view.compoundPaddingLeft - view.compoundPaddingRight
        assertTrue("$name: \"${view.text}\" is $widest wide and has $wide", widest <= wide + 1)
    }

    /** It does not stand out at the side of what holds it, unless that can be moved sideways. */
    private fun isWithin(name: String, view: View) {
        val parent = view.parent as? ViewGroup ?: return
        if (parent is android.widget.HorizontalScrollView) return
        val within = view.left >= 0 && view.right <= parent.width
        assertTrue("$name: ${said(view)} from ${view.left} to ${view.right} of ${parent.width}", within)
    }

    private fun canBeTouched(name: String, hand: Hand, view: View) {
        val least = Math.round(FINGER_DP * view.resources.displayMetrics.density)
        val size = "${view.width} by ${view.height}"
        assertTrue("$name: ${said(view)} is $size", view.width >= least && view.height >= least)
        val says = said(view).isNotBlank() || isLabelled(hand, view)
        assertTrue("$name: a ${view.javaClass.simpleName} says nothing", says)
    }

    private fun isMirrored(name: String, hand: Hand) {
        hand.everything().forEach { view ->
            val way = "$name: ${view.javaClass.simpleName} ${said(view)}"
            assertEquals(way, View.LAYOUT_DIRECTION_RTL, view.layoutDirection)
        }
        hand.everything().forEach { isWithin("mirrored $name", it) }
    }

    /**
     * What is the same in every language is somebody's own words, or the core's. It must not stand in the app's code.
     */
    private fun comesFromTheResources(name: String, hand: Hand, plain: Set<String>) {
        val same = hand.words().flatMap(String::lines).filter { it.any(Char::isLetter) && it in plain }
        assertEquals(name, emptyList<String>(), same.filter { it in literals })
        hand.everything().filterIsInstance<TextView>().forEach { isWhole("longer $name", it) }
    }

    private fun said(view: View): String = when {
        !view.contentDescription.isNullOrBlank() -> view.contentDescription.toString()
        view is CompoundButton || (view is TextView && view !is EditText) -> (view as TextView).text.toString()
        view is ViewGroup -> (0 until view.childCount).joinToString(" ") { said(view.getChildAt(it)) }
        else -> ""
    }

    private fun isLabelled(hand: Hand, view: View) =
        view.id != View.NO_ID && hand.everything().any { it.labelFor == view.id }

    /** Who looks. */
    companion object {
        /** Nobody else looks. */
        val NONE: Looks? = null

        private const val FINGER_DP = 48
        private const val USUAL = "en-rGB-w360dp-h720dp-xhdpi"
        private const val NARROW = "en-rGB-w320dp-h640dp-xhdpi"
        private val LARGE = Configuration().apply { fontScale = 2f }
        private val MIRRORED = Configuration().apply { setLocale(Locale.forLanguageTag("ar-XB")) }
        private val LONGER = Configuration().apply { setLocale(Locale.forLanguageTag("en-XA")) }

        /** Every text that stands in the app's code. */
        private val literals: Set<String> by lazy {
            val files = File("src/main/kotlin").walk().filter { it.extension == "kt" }
            files.flatMap { file -> Regex("\"([^\"]+)\"").findAll(file.readText()) }.map { it.groupValues[1] }.toSet()
        }
    }
}
