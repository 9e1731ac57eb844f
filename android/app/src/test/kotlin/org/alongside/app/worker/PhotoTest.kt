package org.alongside.app.worker

import android.graphics.drawable.BitmapDrawable
import android.widget.ImageView
import kotlinx.coroutines.runBlocking
import org.alongside.app.AlongsideApplication
import org.alongside.app.Gallery
import org.alongside.companion.Phone
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy
import org.alongside.device.SyncEnd
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.robolectric.RuntimeEnvironment

/** What a client showed, on the link worker's phone. */
class PhotoTest : WorkersPhone() {
    @Test
    fun aPhotoIsBesideWhatWasSaidAndComesWhenTheOtherPhoneHasSentIt() {
        val client = aClientWithAGoal()
        runBlocking {
            val goal = client.goals(client.me()!!.ownCase!!).single().id
            client.checkInWithPhoto(goal, Gallery.photo(null), 4, "It was cold")
            client.checkInWithPhoto(goal, Gallery.photo(CAPTION), 7, "They were kind")
            client.synchronise(WITHIN_MS)
        }
        synchronises()
        opensClient()
        hand.presses("Goals")
        hand.presses(GOAL)
        hand.waitsFor(CAPTION)
        hand.waitsFor("Photo by $NAME")
        hand.keepsPicture("goal-photos")
        hand.presses(CAPTION)
        hand.waitsFor(STILL_THERE)
        hand.keepsPicture("photo-still-there")
        runBlocking { client.sendPhotos(metered = true) }
        hand.presses("Try again")
        val seen = hand.waitsUntil("the photo is there") { hand.everything().filterIsInstance<ImageView>().firstOrNull(::isLarge) }
        assertEquals(CAPTION, seen.contentDescription)
        assertTrue(!hand.sees(STILL_THERE) && !hand.sees("Try again"))
        hand.keepsPicture("photo")
    }

    @Test
    fun withoutAConnectionItIsSaidWhatIsOnThisPhoneOnly() {
        val client = aClientWithAGoal()
        val case = runBlocking { client.me()!!.ownCase!! }
        runBlocking {
            client.checkInWithPhoto(client.goals(case).single().id, Gallery.photo(CAPTION), null, null)
            client.synchronise(WITHIN_MS)
        }
        synchronises()
        world.service.close()
        runBlocking { phone.addPhoto(phone.goals(case).single().id, Gallery.photo(null)) }
        hand.presses("Sync")
        hand.waitsFor("1 photo is still on this phone only. It goes out after the words, when there is a connection.")
        hand.keepsPicture("sync-photos")
        opensClient()
        hand.presses("Goals")
        hand.presses(GOAL)
        hand.presses(CAPTION)
        hand.waitsFor("There is no connection just now. What you wrote is safe on this phone and goes out later.")
        hand.waitsFor("Try again")
        hand.keepsPicture("photo-offline")
    }

    @Test
    fun whenNobodyLooksTheSystemsJobSendsWhatIsLeft() {
        val client = aClientWithAGoal()
        world.window.pause().stop()
        val photo = runBlocking {
            phone.addPhoto(phone.goals(client.me()!!.ownCase!!).single().id, Gallery.photo(CAPTION))
        }
        val app = RuntimeEnvironment.getApplication() as AlongsideApplication
        assertEquals(SyncEnd.DONE, runBlocking { app.syncInBackground(WITHIN_MS.toLong()) })
        assertEquals(0uL, runBlocking { phone.syncState() }.photosUnsent)
        runBlocking { client.synchronise(WITHIN_MS) }
        assertTrue(runBlocking { client.fetchPhoto(photo) })
    }

    private fun isLarge(view: ImageView) = (view.drawable as BitmapDrawable).bitmap.width == 1200

    private fun aClientWithAGoal(): Phone {
        val case = aCase()
        runBlocking { phone.agreeGoal(case, NewGoal(GOAL, WordingBy.CLIENT)) }
        synchronises()
        val person = world.service.makePerson("client", NAME)
        world.service.giveCase(case, person)
        return world.otherPhone(person).also { runBlocking { it.synchronise(WITHIN_MS) } }
    }

    private companion object {
        const val GOAL = "I want to sit in the rhubarb garden again"
        const val CAPTION = "My rhubarb, in leaf again"
        const val STILL_THERE =
            "The photo itself has not come yet. It is still on the phone that took it, and comes when that phone has a good connection."
        val WITHIN_MS = 30_000uL
    }
}
