package org.alongside.app.worker

import kotlinx.coroutines.runBlocking
import org.alongside.app.Journey
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

    private fun twoTexts(case: String) {
        val goal = runBlocking { phone.agreeGoal(case, NewGoal("To walk", WordingBy.CLIENT)) }
        synchronises()
        val person = world.service.makePerson("client", NAME)
        world.service.giveCase(case, person)
        val client = world.otherPhone(person)
        runBlocking {
            client.synchronise(Journey.WITHIN_MS)
            phone.rewordGoal(goal, "To walk with the dog", WordingBy.CLIENT)
            client.rewordGoal(goal, "To walk to the river", WordingBy.CLIENT)
            client.synchronise(Journey.WITHIN_MS)
        }
        synchronises()
    }
}
