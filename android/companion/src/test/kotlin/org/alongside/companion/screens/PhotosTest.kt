package org.alongside.companion.screens

import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.EntityId
import org.alongside.core.InvalidReason
import org.alongside.core.NewGoal
import org.alongside.core.NewPhoto
import org.alongside.core.PhotoView
import org.alongside.core.WordingBy
import org.alongside.testing.Keys
import org.alongside.testing.Line
import org.alongside.testing.aJpeg
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A client shows how it is going, and the link worker looks at it. */
internal class PhotosTest : ScreenTest() {
    private val line = Line()
    private val worker by lazy {
        val (person, code) = Service.code("link_worker", "Sana Iqbal")
        val phone = runBlocking { Phone.open(folder.resolve(person).apply { mkdirs() }, Keys(), line) }
        runBlocking { phone.enrol(Service.url, code, "kotlin") }
        Held(phone, person)
    }
    private val case by lazy {
        worker.aCase().also {
            worker.ask { agreeGoal(it, NewGoal("To sit in the garden", WordingBy.CLIENT)) }
            worker.synchronise()
        }
    }
    private val client by lazy { aClientOf(case) }
    private val goal: EntityId get() = client.ask { goals(case) }.single().id

    private fun checkIn() = CheckInModel(client.phone, aScope(), case, goal).also { it.shown() }

    private fun seenByWorker(): PhotoView = worker.ask { goals(case) }.single().checkIns.single().photos.single()

    private fun clientShows() {
        val model = checkIn()
        model.done(model.choosePhoto { NewPhoto(aJpeg(), aJpeg(16, 12), null) })
        model.typeCaption(" The rhubarb ")
        model.done(model.send())
        client.synchronise()
        worker.synchronise()
    }

    @Test
    fun `a photo alone says how it is going, and what it shows is written beside it`() {
        val model = checkIn()
        assertFalse(model.state.value.canSend)
        model.done(model.choosePhoto { NewPhoto(aJpeg(), aJpeg(16, 12), null) })
        assertTrue(model.state.value.canSend)
        model.typeCaption("The rhubarb")
        val sent = model.done(model.send())
        assertTrue(sent.done && sent.photo == null)
        val said = client.ask { goals(case) }.single().checkIns.single()
        assertNull(said.checkIn.score)
        assertNull(said.checkIn.words)
        assertEquals("The rhubarb", said.photos.single().caption)
        assertTrue(said.photos.single().unsent)
        assertEquals(1uL, client.ask { syncState() }.photosUnsent)
        client.synchronise()
        assertFalse(SyncModel(client.phone, aScope()).shown().allSent, "the photo is on this phone only")
    }

    @Test
    fun `a photo that was chosen is taken away again, and the words go without it`() {
        val model = checkIn()
        model.done(model.choosePhoto { NewPhoto(aJpeg(), ByteArray(0), null) })
        model.typeCaption("Not this one")
        model.removePhoto()
        assertEquals(null to "", model.state.value.photo to model.state.value.caption)
        assertFalse(model.state.value.canSend)
        model.typeWords("It rained")
        model.done(model.send())
        assertTrue(client.ask { goals(case) }.single().checkIns.single().photos.isEmpty())
    }

    @Test
    fun `what is no photo is refused, and the words stay`() {
        val model = checkIn()
        model.typeWords("It rained")
        model.done(model.choosePhoto { NewPhoto(ByteArray(9), ByteArray(0), null) })
        val refusal = model.refused(model.send())
        assertEquals("photo" to InvalidReason.WRONG_TYPE, refusal.field to refusal.reason)
        assertEquals("It rained", model.state.value.words)
        model.removePhoto()
        assertTrue(model.done(model.send()).done)
    }

    @Test
    fun `a photo taken on this phone is shown at once`() {
        clientShows()
        val photo = client.ask { goals(case) }.single().checkIns.single().photos.single()
        val state = PhotoModel(client.phone, aScope(), photo).waitFor { it.jpeg != null && !it.doing.busy }
        assertFalse(state.stillThere || state.canTryAgain)
    }

    @Test
    fun `a page that is open reads again when its photo has left this phone`() {
        clientShows()
        val photo = client.ask { goals(case) }.single().checkIns.single().photos.single()
        val model = PhotoModel(client.phone, aScope(), photo)
        assertTrue(model.waitFor { it.jpeg != null && !it.doing.busy }.photo!!.unsent)
        client.ask { sendPhotos(metered = false) }
        model.waitFor { !it.photo!!.unsent }
    }

    @Test
    fun `a photo is fetched once it has left the phone that took it`() {
        clientShows()
        val photo = seenByWorker()
        assertEquals("The rhubarb", photo.caption)
        assertTrue(photo.preview.isNotEmpty())
        val model = PhotoModel(worker.phone, aScope(), photo)
        assertTrue(model.waitFor { it.stillThere && it.canTryAgain }.loaded)
        client.ask { sendPhotos(metered = true) }
        val state = model.done(model.look())
        assertArrayEquals(client.ask { photo(photo.id) }, state.jpeg)
        assertFalse(state.stillThere || state.canTryAgain)
    }

    @Test
    fun `without a connection it says so, and can be looked for again`() {
        clientShows()
        client.ask { sendPhotos(metered = false) }
        line.on = false
        val model = PhotoModel(worker.phone, aScope(), seenByWorker())
        val refused = model.waitFor { it.doing.refusal != null && it.canTryAgain }
        assertEquals(NextStep.CARRY_ON, refused.doing.refusal!!.next)
        assertFalse(refused.stillThere)
        line.on = true
        assertNotNull(model.done(model.look()).jpeg)
    }

    @Test
    fun `a photo that was put away is nowhere on the page`() {
        clientShows()
        val photo = client.ask { goals(case) }.single().checkIns.single().photos.single()
        val model = PhotoModel(client.phone, aScope(), photo)
        model.waitFor { it.jpeg != null && !it.doing.busy }
        client.ask { putPhotoAway(photo.id) }
        assertEquals(NextStep.GO_BACK, model.refused(model.look()).next)
        assertEquals(null to null, model.state.value.photo to model.state.value.jpeg)
        assertEquals(Phase.REFUSED, model.state.value.phase)
    }

    @Test
    fun `a photo is put away for everybody`() {
        clientShows()
        val model = PhotoModel(client.phone, aScope(), client.ask { goals(case) }.single().checkIns.single().photos.single())
        val state = model.done(model.putAway())
        assertTrue(state.putAway && state.loaded && !state.canTryAgain)
        assertEquals(null to null, state.photo to state.jpeg)
        client.synchronise()
        worker.synchronise()
        assertTrue(worker.ask { goals(case) }.single().checkIns.single().photos.isEmpty())
        assertTrue(model.done(model.look()).putAway)
    }

    @Test
    fun `whoever shows what is on this phone only reads it again when a photo has left it`() {
        clientShows()
        val model = SyncModel(client.phone, aScope())
        assertEquals(1uL, model.shown().sync!!.photosUnsent)
        client.ask { sendPhotos(metered = false) }
        model.waitFor { it.allSent }
    }
}
