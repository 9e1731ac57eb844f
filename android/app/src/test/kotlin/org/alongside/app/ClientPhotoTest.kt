package org.alongside.app

import android.graphics.drawable.BitmapDrawable
import android.os.Build
import android.provider.MediaStore
import android.view.WindowManager
import android.widget.ImageView
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.junit.Assert.assertEquals
import org.junit.Assert.assertNotEquals
import org.junit.Assert.assertNull
import org.junit.Assert.assertTrue
import org.junit.Rule
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.util.ReflectionHelpers

/** A client shows how it is going: chosen in the system's picker, seen before it is sent, looked at afterwards. */
@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], qualifiers = "en-rGB-w360dp-h720dp-xhdpi")
@GraphicsMode(GraphicsMode.Mode.NATIVE)
class ClientPhotoTest {
    @get:Rule
    val world = World(Looks())

    private lateinit var worker: Phone
    private lateinit var case: String

    @Test
    fun aPhotoIsChosenAndReachesTheLinkWorker() {
        val hand = atTheCheckIn()
        hand.presses("Add a photo")
        val asked = Gallery.chooses(world.activity, Gallery.rhubarb())
        assertEquals(MediaStore.ACTION_PICK_IMAGES to "image/*", asked.action to asked.type)
        hand.waitsFor("Remove photo")
        assertEquals("The photo you chose", hand.shown().contentDescription)
        hand.writes("What the photo shows, if you like", CAPTION)
        assertEquals(CAPTION, hand.shown().contentDescription)
        hand.keepsPicture("check-in-photo")
        hand.presses("Tell my link worker")
        hand.waitsFor("Thank you. It is on this phone now. Your link worker reads it when the phone has been online.")
        hand.presses("Back")
        hand.waitsFor("Photos")
        hand.keepsPicture("my-goal-photo")
        hand.presses(CAPTION)
        hand.waitsUntil("the photo is there") { hand.everything().filterIsInstance<ImageView>().firstOrNull(::isLarge) }
        assertNotEquals(0, world.activity.window.attributes.flags and WindowManager.LayoutParams.FLAG_SECURE)
        hand.keepsPicture("my-photo")
        hand.waitsUntil("the worker's phone has the photo") { runBlocking { arrived() } }
        hand.waitsUntilGone("On this phone only")
        hand.presses("Put this photo away")
        hand.waitsFor("The photo is put away. It is gone from other phones too, once they have been online.")
        hand.keepsPicture("photo-put-away")
        hand.presses("Back")
        hand.waitsFor("Say how it is going")
        hand.waitsUntilGone("Photos")
    }

    @Test
    fun whatIsNoPhotoIsSaidAndAPhotoIsTakenAwayAgain() {
        val hand = atTheCheckIn()
        hand.presses("Add a photo")
        Gallery.chooses(world.activity, "Dear diary".toByteArray())
        hand.waitsFor("This photo cannot be used. Please choose another one.")
        hand.presses("Add a photo")
        Gallery.choosesNothing(world.activity)
        hand.presses("Add a photo")
        Gallery.chooses(world.activity, Gallery.rhubarb(300, 400))
        hand.waitsFor("Remove photo")
        hand.presses("Remove photo")
        hand.waitsFor("Add a photo")
        hand.presses("7")
        hand.presses("Tell my link worker")
        hand.waitsFor("Thank you. It is on this phone now. Your link worker reads it when the phone has been online.")
        hand.presses("Back")
        hand.waitsFor("Say how it is going")
        assertTrue(!hand.sees("Photos"))
    }

    @Test
    fun olderPhonesAreAskedForADocument() {
        val hand = atTheCheckIn()
        onVersion(Build.VERSION_CODES.S_V2) { hand.presses("Add a photo") }
        val asked = Gallery.chooses(world.activity, Gallery.rhubarb(400, 300))
        assertEquals("android.intent.action.OPEN_DOCUMENT", asked.action)
        hand.waitsFor("Remove photo")
    }

    private fun onVersion(version: Int, what: () -> Unit) {
        val now = Build.VERSION.SDK_INT
        ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", version)
        try {
            what()
        } finally {
            ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", now)
        }
    }

    private fun isLarge(view: ImageView) = (view.drawable as BitmapDrawable).bitmap.width == 1600

    private fun Hand.shown(): ImageView = everything().filterIsInstance<ImageView>().single()

    private fun atTheCheckIn(): Hand {
        worker = world.otherPhone(world.service.makePerson("link_worker", "Sana Iqbal"))
        case = runBlocking { Journey(worker).beginsWith("Delyth Vaughan-Okoro") }
        val person = world.service.makePerson("client", "Delyth Vaughan-Okoro")
        world.service.giveCase(case, person)
        val hand = world.enrolsApp(person)
        hand.waitsFor("Sana Iqbal")
        hand.presses("My goals")
        hand.presses(Journey.GOAL)
        hand.presses("Say how it is going")
        hand.waitsFor("Tell my link worker")
        return hand
    }

    private suspend fun arrived(): Unit? {
        worker.synchronise(Journey.WITHIN_MS)
        val said = worker.goals(case).single().checkIns.singleOrNull() ?: return null
        assertNull(said.checkIn.score ?: said.checkIn.words)
        val photo = said.photos.single()
        assertEquals(CAPTION, photo.caption)
        assertTrue(photo.preview.size in 1..8 * 1024)
        return Unit.takeIf { worker.fetchPhoto(photo.id) }
    }

    private companion object {
        const val CAPTION = "My rhubarb, in leaf again"
    }
}
