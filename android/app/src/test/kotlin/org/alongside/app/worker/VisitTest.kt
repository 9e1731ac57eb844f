package org.alongside.app.worker

import kotlinx.coroutines.runBlocking
import org.alongside.core.ContactMode
import org.alongside.core.DutyOrigin
import org.alongside.core.NewDuty
import org.alongside.core.SafeContactRule
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test

/** The day, somebody new, and a visit with its note. */
class VisitTest : WorkersPhone() {
    @Test
    fun somebodyNewIsOpenedAndAskedWhatMattersFirst() {
        hand.waitsFor("Nothing is planned for this day, and nothing is owed.")
        hand.keepsPicture("today-free")
        hand.presses("People")
        hand.waitsFor("Nobody is on this phone yet.")
        hand.presses("Add somebody")
        hand.writes("Name", "Delyth Vaughan-Okoro")
        hand.writes("Likes to be called", "Del")
        hand.writes("Year of birth", "1951")
        hand.keepsPicture("new-client")
        hand.presses("Open their case")
        hand.presses("What matters to you?")
        hand.writes("What matters to them, in their words", "My garden, and not being hurried")
        hand.keepsPicture("ask-what-matters")
        hand.presses("Save")
        hand.waitsFor("In their own words")
        hand.keepsPicture("client-new")
        hand.presses("Plan the next contact")
        hand.waitsFor("They read this on their own phone.")
        hand.writes("What for", "To open the letters together")
        hand.keepsPicture("next-contact")
        assertEquals("Del", runBlocking { phone.caseload() }.single().knownAs)
    }

    @Test
    fun aDayShowsWhatIsOwedAndTheVisitsAndAPromiseIsKept() {
        val case = aCase()
        runBlocking {
            val rule = SafeContactRule(never = listOf(ContactMode.PHONE), times = "After ten, not on Fridays")
            phone.setSafeContactRule(case, rule)
            phone.makeDuty(case, NewDuty(DutyOrigin.BOUNCE, what = "Find another class: the gym said no", due = yesterday()))
            val note = phone.startNote(case)
            phone.keepNote(note, "Tea, and the marmalade her mother made.")
            phone.promise(note, "Bring the form about the heating")
            phone.signNote(note)
            phone.keepNote(phone.startNote(case), "Begun on the bus")
        }
        hand.waitsFor("To finish")
        hand.keepsPicture("today")
        hand.presses("Find another class: the gym said no")
        hand.presses("It was done")
        hand.writes("What came of it", "The walking group instead")
        hand.keepsPicture("ask-duty")
        hand.presses("Save")
        hand.waitsUntilGone("Find another class: the gym said no")
        hand.presses("People")
        hand.waitsFor("Find a name, or words that were written")
        hand.writes("Find a name, or words that were written", "marmalade")
        hand.waitsFor("Found in what was written")
        hand.keepsPicture("caseload-search")
        hand.writes("Find a name, or words that were written", "del")
        hand.waitsUntilGone("Found in what was written")
        hand.keepsPicture("caseload")
        hand.presses(NAME)
        hand.waitsFor("Next contact")
        hand.keepsPicture("client")
        hand.presses("Bring the form about the heating")
        hand.writes("What came of it", "Brought it")
        hand.presses("Save")
        hand.waitsUntilGone("Bring the form about the heating")
    }

    @Test
    fun aNoteIsKeptFromItsFirstLetterAndSignedAsItStands() {
        val case = aCase()
        opensClient()
        hand.presses("Write about a visit")
        hand.presses("How you met")
        hand.presses("To listen")
        hand.keepsPicture("visit-contact")
        hand.presses("Write the contact down")
        hand.waitsFor("The contact is written down.")
        hand.writes("Note", NOTE)
        hand.writes("What you promised", "Bring the form about the heating")
        hand.waitsUntil("both are saved") { if (hand.counts("Saved on this phone") == 2) Unit else null }
        hand.keepsPicture("visit")

        opensAnotherWindow()
        hand.waitsFor("The contact is written down.")
        assertEquals(NOTE, hand.reads("Note"))
        hand.presses("Sign the note")
        hand.waitsFor("Signed. It stays as it is.")
        hand.keepsPicture("visit-signed")
        hand.presses("Close")
        hand.waitsFor("Next contact")
        val signed = runBlocking { phone.notes(case) }.single()
        assertEquals(NOTE, signed.note.body)
        assertEquals("Bring the form about the heating", signed.note.promised)
        assertTrue(signed.note.contact != null && runBlocking { phone.drafts() }.isEmpty())
    }

    @Test
    fun anAssessmentNobodyExpectedIsAskedForItsReason() {
        runBlocking { phone.addClient(org.alongside.core.NewClient("Peri Lockwood")) }
        opensClient("Peri Lockwood")
        hand.presses("Write about a visit")
        hand.presses("How you met")
        hand.presses("For an assessment")
        hand.presses("It was agreed before")
        hand.waitsFor("Why it was right all the same")
        hand.presses("Write the contact down")
        hand.waitsFor("Please say why.")
        hand.keepsPicture("visit-refused")
        hand.writes("Why it was right all the same", "They asked for it at the door")
        hand.presses("Write the contact down")
        hand.waitsFor("The contact is written down.")
    }

    private fun yesterday() = System.currentTimeMillis() - 86_400_000L

    private companion object {
        const val NOTE = "Delyth spoke of the marmalade her mother made, and of not opening the letters from the bank."
    }
}
