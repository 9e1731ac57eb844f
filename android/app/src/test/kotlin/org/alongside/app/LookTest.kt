package org.alongside.app

import android.view.View
import android.widget.CompoundButton
import android.widget.EditText
import android.widget.ScrollView
import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode

/** Can everybody use it? Large letters, a screen reader, unsteady fingers, languages from right to left. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w320dp-h640dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class LookTest {
    @get:Rule
    val world = World()

    @Test
    @Config(fontScale = 2.0f)
    fun withLettersTwiceAsLargeNothingIsCutOff() = looksAtEachPage { hand, name ->
        hand.keepsPicture("large-$name")
        hand.everything().filterIsInstance<TextView>().forEach(::isWhole)
    }

    @Test
    @Config(qualifiers = "+ar-rXB-ldrtl")
    fun inALanguageFromRightToLeftEverythingIsTurnedRound() {
        val hand = world.opensApp()
        hand.waitsUntil("the first page is there") { hand.everything().filterIsInstance<EditText>().firstOrNull() }
        hand.keepsPicture("right-to-left")
        assertEquals(View.LAYOUT_DIRECTION_RTL, world.activity.window.decorView.layoutDirection)
        // The invented language wraps each text in marks of its own: what has none did not come from the resources.
        val plain = hand.words().filter { it.any(Char::isLetter) && '\u200F' !in it && '\u202E' !in it }
        assertEquals(emptyList<String>(), plain)
    }

    @Test
    @Config(qualifiers = "+en-rXA")
    fun everyWordComesFromTheResourcesAndHasRoomToBeLonger() {
        val hand = world.opensApp()
        hand.waitsUntil("the first page is there") { hand.everything().filterIsInstance<EditText>().firstOrNull() }
        hand.keepsPicture("longer-words")
        assertEquals(emptyList<String>(), hand.words().filter { it.any(Char::isLetter) && !it.startsWith("[") })
    }

    @Test
    fun whateverIsTouchedIs48DpAndSaysWhatItIs() = looksAtEachPage { hand, name ->
        val least = Math.round(48 * world.activity.resources.displayMetrics.density)
        hand.everything().filter { it.isClickable && it !is ScrollView }.forEach { view ->
            assertTrue("$name: ${said(view)} is ${view.width} by ${view.height}", view.width >= least && view.height >= least)
            assertTrue("$name: a ${view.javaClass.simpleName} says nothing", said(view).isNotBlank() || isLabelled(hand, view))
        }
    }

    private fun looksAtEachPage(looks: (Hand, String) -> Unit) {
        val person = world.service.makePerson("client", "Delyth Vaughan-Okoro")
        val worker = world.otherPhone(world.service.makePerson("link_worker", "Sana Iqbal"))
        val case = kotlinx.coroutines.runBlocking { Journey(worker).beginsWith("Delyth Vaughan-Okoro") }
        world.service.giveCase(case, person)
        val hand = world.opensApp()
        hand.waitsFor("Welcome")
        looks(hand, "enrol")
        world.enrols(hand, person)
        hand.waitsFor("Sana Iqbal")
        looks(hand, "home")
        for (place in listOf("My goals", "My referrals", "Sharing")) {
            hand.presses(place)
            hand.waitsUntil("$place is read") { if (hand.sees("One moment")) null else Unit }
            looks(hand, place.lowercase().replace(' ', '-'))
        }
        hand.presses("My goals")
        hand.presses(Journey.GOAL)
        hand.presses("Say how it is going")
        hand.waitsFor("Tell my link worker")
        looks(hand, "check-in")
    }

    /** Every line of its words is drawn within it. */
    private fun isWhole(view: TextView) {
        val layout = view.layout ?: return
        val room = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        assertTrue("\"${view.text}\" needs ${layout.height} and has $room", layout.height <= room + 1)
        for (line in 0 until layout.lineCount) assertEquals("\"${view.text}\"", 0, layout.getEllipsisCount(line))
        val widest = (0 until layout.lineCount).maxOf { layout.getLineMax(it) }
        val wide = view.width - view.compoundPaddingLeft - view.compoundPaddingRight
        assertTrue("\"${view.text}\" is $widest wide and has $wide", widest <= wide + 1)
    }

    private fun said(view: View): String = when {
        !view.contentDescription.isNullOrBlank() -> view.contentDescription.toString()
        view is CompoundButton || (view is TextView && view !is EditText) -> (view as TextView).text.toString()
        view is android.view.ViewGroup -> (0 until view.childCount).joinToString(" ") { said(view.getChildAt(it)) }
        else -> ""
    }

    private fun isLabelled(hand: Hand, view: View) =
        view.id != View.NO_ID && hand.everything().any { it.labelFor == view.id }
}
