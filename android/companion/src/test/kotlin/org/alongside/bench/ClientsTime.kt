package org.alongside.bench

import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.NewGoal
import org.alongside.core.NewPhoto
import org.alongside.core.Saying
import org.alongside.core.SharingPurpose
import org.alongside.core.WishKind
import org.alongside.core.WordingBy
import org.alongside.core.WordsFor
import org.alongside.testing.aJpeg

/** Everything that the screens of a client ask of their own phone. */
internal class ClientsTime(private val client: PhoneSurface, private val case: CaseId) {
    /** All of it once. */
    suspend fun once() {
        val home = client.clientHome()
        home.change?.let { client.noteChangeSeen(it.id) }
        client.withdrawWish(client.wishContact(case, WishKind.QUESTION, "Is the choir still on?"))
        client.sayRecognition(case, true)
        val goal = client.goals(case).first().id
        client.begunCheckIn(goal)
        for (letters in 1..WorkersDay.LETTERS) client.typeWords(saying(WordsFor.CHECK_IN, goal), "They were kind to me today".take(letters))
        client.keepCheckIn(goal, 7, "They were kind to me")
        client.checkIn(goal, 7, "They were kind to me")
        showsAndLooks(goal)
        client.begunWords(saying(WordsFor.GOAL))
        client.typeWords(saying(WordsFor.GOAL), "To have a cat")
        client.keepWords(saying(WordsFor.GOAL), "To have a cat again")
        client.confirmGoal(client.agreeGoal(case, NewGoal("To have a cat again", WordingBy.CLIENT)))
        client.referralNews(case)
        client.assessmentCopies(case)
        client.sharing(case)
        client.whoSeesWhat()
        client.alsoSees()
        client.switchSharing(case, SharingPurpose.PRACTICE, false)
    }

    /** With a photo of a few hundred kilobytes, as a phone makes them. */
    private suspend fun showsAndLooks(goal: EntityId) {
        val said = client.checkInWithPhoto(goal, NewPhoto(aJpeg(800, 600, busy = true), aJpeg(160, 120), "My rhubarb"))
        val photo = client.photos(said).single().id
        client.photo(photo)
        client.putPhotoAway(photo)
    }

    private fun saying(words: WordsFor, about: String? = null) = Saying(words, case, about)
}
