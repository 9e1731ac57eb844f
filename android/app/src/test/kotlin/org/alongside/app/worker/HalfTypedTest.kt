package org.alongside.app.worker

import java.io.File
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.Saying
import org.alongside.core.WordsFor
import org.alongside.device.KeystoreKeys
import org.junit.Assert.assertEquals
import org.junit.Test
import org.robolectric.RuntimeEnvironment

/** What a link worker has half typed in a question or a form is there again, also when the app was ended without a goodbye. */
class HalfTypedTest : WorkersPhone() {
    @Test
    fun halfAGoalIsThereAgainAndGoneOnceItIsAgreed() {
        val saying = Saying(WordsFor.GOAL, aCase())
        opensClient()
        hand.presses("Goals")
        hand.presses("Agree a goal")
        hand.writes(GOAL, "To sing ag")
        findsOnTheDisk("To sing ag", saying)

        opensClient()
        hand.presses("Goals")
        hand.presses("Agree a goal")
        isThereAgain("To sing ag", GOAL)
        hand.keepsPicture("ask-goal-begun")
        hand.writes(GOAL, "To sing again")
        hand.presses("The client's words")
        hand.presses("Save")
        hand.waitsUntilGone(GOAL)
        hand.waitsFor("To sing again")
        assertEquals(null, runBlocking { phone.begunWords(saying) })
        hand.presses("Agree a goal")
        assertEquals("", hand.reads(GOAL))
    }

    @Test
    fun halfAReferralHalfAnEndingAndHalfADutyAreThereAgain() {
        val case = aCase()
        opensClient()
        hand.presses("Referrals")
        hand.presses("Begin a referral")
        hand.writes(WHY, "To move ag")
        findsOnTheDisk("To move ag", Saying(WordsFor.REFERRAL_WHY, case))
        opensClient()
        hand.presses("Referrals")
        hand.presses("Begin a referral")
        isThereAgain("To move ag", WHY)

        opensClient()
        hand.presses("Begin the support")
        hand.presses("Think about an ending")
        hand.writes(ENDING, "The goals are")
        findsOnTheDisk("The goals are", Saying(WordsFor.ENDING_WHY, case))
        opensClient()
        hand.presses("Think about an ending")
        isThereAgain("The goals are", ENDING)

        opensClient()
        hand.presses("Write down something you owe them")
        hand.writes(OWED, "Ring the coun")
        findsOnTheDisk("Ring the coun", Saying(WordsFor.DUTY, case))
        opensClient()
        hand.presses("Write down something you owe them")
        isThereAgain("Ring the coun", OWED)
    }

    private fun isThereAgain(words: String, label: String) {
        hand.waitsFor(label)
        hand.waitsUntil("\"$words\" is there") { Unit.takeIf { hand.reads(label) == words } }
    }

    /** Nobody left a page or closed a window: what the next run of the app would find is looked at in a copy of the file. */
    private fun findsOnTheDisk(words: String, saying: Saying) {
        val app = RuntimeEnvironment.getApplication()
        val copy = File(app.cacheDir, "copy")
        hand.waitsUntil("\"$words\" is on the disk") {
            copy.deleteRecursively()
            File(app.filesDir, "phone").copyRecursively(copy)
            val found = runBlocking { Phone.open(copy, KeystoreKeys(app)).use { it.begunWords(saying) } }
            Unit.takeIf { found == words }
        }
    }

    private companion object {
        const val GOAL = "The goal, in the words in which it was said"
        const val WHY = "Why, in words they would agree with"
        const val OWED = "What is owed, in plain words"
        const val ENDING = "Why, in your words"
    }
}
