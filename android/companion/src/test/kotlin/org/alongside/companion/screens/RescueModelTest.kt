package org.alongside.companion.screens

import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.AlongsideException
import org.alongside.core.CaseId
import org.alongside.core.StorageProblem
import org.alongside.core.WordsFor
import org.alongside.testing.Damage
import org.alongside.testing.Keys
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** A phone whose file is damaged, with work on it that was not sent. */
internal class RescueModelTest : ScreenTest() {
    private val keys = Keys()
    private val place by lazy { folder.resolve("damaged") }

    private fun open(): Phone = runBlocking { Phone.open(place.apply { mkdirs() }, keys) }

    private fun rescuing() = RescueModel({ Phone.rescue(place, keys) }, aScope())

    /** Whether the first screen says that the file is damaged. */
    private fun saysDamaged(): Boolean =
        try {
            open().use { runBlocking { it.today(now()) } }
            false
        } catch (error: AlongsideException.Storage) {
            error.what == StorageProblem.DAMAGED
        }

    /** Whether all that was not sent lies elsewhere, by what a rescue finds in a copy: what is on a damaged page is lost. */
    private fun isElsewhere(unsent: Int, forms: Int): Boolean {
        val copy = folder.resolve("copy-${System.nanoTime()}")
        place.copyRecursively(copy)
        val found = runBlocking { Phone.rescue(copy, keys) }
        return (found.kept + found.forSupervisor).toInt() == unsent && found.forms.toInt() == forms && found.enrolled
    }

    /** A link worker's phone with so much on it that most of it is in the file itself, and none of it was sent. */
    private fun aFullPhone(): Triple<Held, CaseId, Int> {
        val (person, code) = Service.code("link_worker", "Tegan Moss-${System.nanoTime()}")
        val held = Held(open(), person)
        held.ask { enrol(Service.url, code, "kotlin") }
        val case = held.aCase()
        repeat(NOTES) { n ->
            held.ask {
                val note = startNote(case)
                keepNote(note, "Note $n. " + "The letters from the bank, and the garden. ".repeat(40))
                signNote(note)
            }
        }
        return Triple(held, case, held.ask { syncState() }.unsent.toInt())
    }

    @Test
    fun `what was not sent is saved out of a damaged file when the person agrees, and arrives`() {
        val (held, case, unsent) = aFullPhone()
        held.ask { keepNote(startNote(case), "Half a sentence") }
        val half = HalfSaid(held.phone, aScope())
        half.type(WordsFor.CLIENT_NAME, "Gareth P")
        runBlocking { half.leave().join() }
        held.phone.close()
        Damage.inTheMiddle(place) { saysDamaged() && isElsewhere(unsent, forms = 2) }
        val damaged = place.resolve("alongside.db").readBytes()

        val model = rescuing()
        assertFalse(model.state.value.done)
        assertTrue(damaged.contentEquals(place.resolve("alongside.db").readBytes()), "nothing moves before somebody agrees")
        val saved = model.done(model.save())
        assertTrue(saved.done && !saved.enrolAgain && !saved.whole, "$saved")
        assertEquals(unsent to 2, saved.kept + saved.forSupervisor to saved.forms)
        assertTrue(File(saved.rescued!!.damagedFile).exists(), "it is set aside and not deleted")

        val again = Held(open(), held.person)
        again.synchronise()
        assertEquals(NOTES, again.ask { notes(case) }.size)
        assertEquals("Half a sentence", again.ask { drafts().map { note(it.id) } }.single().note.body)
        val name = runBlocking { HalfSaid(again.phone, aScope()).begun(WordsFor.CLIENT_NAME) }
        assertEquals("Gareth P", name[WordsFor.CLIENT_NAME])
        again.phone.close()
    }

    @Test
    fun `a file that is whole is left alone, and a wrong key is never rescued`() {
        open().close()
        val before = place.resolve("alongside.db").readBytes()
        val model = rescuing()
        assertTrue(model.done(model.save()).whole)
        assertTrue(before.contentEquals(place.resolve("alongside.db").readBytes()))
        val other = RescueModel({ Phone.rescue(place, Keys()) }, aScope())
        val refused = other.refused(other.save())
        assertEquals(NextStep.ASK_FOR_HELP, refused.next)
        assertFalse(other.state.value.done)
    }

    @Test
    fun `a file that is gone is told, and the phone is set up again`() {
        val (held, _, _) = aFullPhone()
        held.phone.close()
        place.listFiles().orEmpty().filter { it.name.startsWith("alongside.db") }.forEach { it.delete() }
        val refused = runCatching { open() }.exceptionOrNull() as AlongsideException.Storage
        assertEquals(NextStep.RESCUE, Refusal(refused).next)
        val saved = rescuing().let { it.done(it.save()) }
        assertTrue(saved.done && saved.enrolAgain && saved.kept == 0, "$saved")
        open().use { phone -> assertEquals(null, runBlocking { phone.me() }) }
    }

    private companion object {
        const val NOTES = 150
    }
}
