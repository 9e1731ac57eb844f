package org.alongside.app.worker

import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.app.Keys
import org.alongside.companion.Phone
import org.alongside.core.NewGoal
import org.alongside.core.WordingBy
import org.junit.Assert.assertEquals
import org.junit.Test

/** What needs a decision, and what is on this phone only. */
class DecisionsTest : WorkersPhone() {
    @Test
    fun twoTextsWrittenAtOnceWaitForSomebodyToChoose() {
        val case = aCase()
        twoTexts(case)
        hand.presses("To decide")
        hand.waitsFor("To walk to the river")
        hand.keepsPicture("decisions")
        hand.presses("Write other words")
        hand.writes("The words that stand for all", "To walk to the river with the dog")
        hand.presses("Save")
        hand.waitsFor("Nothing waits for you.")
        assertEquals("To walk to the river with the dog", runBlocking { phone.goals(case) }.single().goal.wording)
        hand.presses("Sync")
        hand.waitsFor("Exchange now")
        hand.keepsPicture("sync")
        hand.presses("Exchange now")
        hand.waitsFor("Everything on this phone is with the service.")
    }

    private fun twoTexts(case: String) = runBlocking {
        val goal = phone.agreeGoal(case, NewGoal("To walk", WordingBy.CLIENT))
        phone.synchronise(30_000uL)
        val person = service.makePerson("client", "Delyth Vaughan-Okoro")
        service.giveCase(case, person)
        val client = Phone.open(File(folder.root, "client"), Keys())
        client.enrol(service.url, service.makeCode(person), "android")
        client.synchronise(30_000uL)
        client.rewordGoal(goal, "To walk to the river", WordingBy.CLIENT)
        client.synchronise(30_000uL)
        client.close()
        phone.rewordGoal(goal, "To walk with the dog", WordingBy.CLIENT)
        phone.synchronise(30_000uL)
    }
}
