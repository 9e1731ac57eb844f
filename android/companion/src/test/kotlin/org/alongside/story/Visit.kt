package org.alongside.story

import org.alongside.core.ContactDirection
import org.alongside.core.ContactMode
import org.alongside.core.ContactOutcome
import org.alongside.core.ContactPurpose
import org.alongside.core.NeedCategory
import org.alongside.core.NewClient
import org.alongside.core.NewContact
import org.alongside.core.NewGoal
import org.alongside.core.NoteState
import org.alongside.core.StepBy
import org.alongside.core.WordingBy
import org.alongside.testing.PhoneInHand
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue

// What a link worker does on a home visit. None of it needs a signal.

const val NAME = "Delyth Vaughan-Okoro"
const val NOTE =
    "Delyth spoke of the marmalade her mother made, and of not opening the gooseberry-coloured letters from the bank."
const val GOAL = "I want to sit in the rhubarb garden again before the frost"
const val MATTERS = "My garden, and not being hurried – gooseberries before forms"
const val STEP = "Ring the allotment about the wheelbarrow"
const val WHY = "To open the letters together, as Delyth asked"
const val PROMISE = "Bring the form about the heating"
const val DAY_MS = 86_400_000L

suspend fun opensACase(worker: PhoneInHand): String {
    val case =
        worker.app.addClient(NewClient(name = NAME, knownAs = "Del", birthYear = 1951, conditions = listOf("copd")))
    worker.app.setSafeContact(case, "Not on the landline: her nephew answers it")
    worker.app.introduceLinkWorker(
        case,
        "I have time to listen, and know what is nearby",
        "0191 496 0001, Tuesdays",
    )
    worker.app.planNextContact(case, System.currentTimeMillis() + 7 * DAY_MS, ContactMode.HOME, WHY)
    val line = worker.app.caseload().single()
    assertEquals(Triple(case, NAME, true), Triple(line.case, line.name, line.unsent))
    return case
}

suspend fun asksWhatMattersFirst(worker: PhoneInHand, case: String) {
    assertEquals("What matters to you?", worker.app.firstQuestion(case))
    worker.app.sayWhatMatters(case, MATTERS)
    val said = worker.app.whatMatters(case).single()
    assertEquals(MATTERS to true, said.matters.words to said.unsent)
    assertNull(worker.app.firstQuestion(case))
}

/** Typed letter by letter; the phone dies in the middle, and at most twenty letters are gone. */
suspend fun writesANote(worker: PhoneInHand, case: String): String {
    val contact =
        worker.app.recordContact(
            case,
            NewContact(
                at = null,
                mode = ContactMode.HOME,
                direction = ContactDirection.WORKER,
                purposes = listOf(ContactPurpose.LISTEN),
                agreedBefore = true,
                outcome = ContactOutcome.TWO_WAY,
            ),
        )
    val note = worker.app.startNote(case, contact)
    for (end in 1..79) worker.app.typeNote(note, NOTE.take(end))
    worker.stop()

    worker.start()
    val left = worker.app.note(note).note.body
    assertTrue(NOTE.startsWith(left) && 79 - left.length < 20, "of 79 letters ${left.length} are left")
    worker.app.keepNote(note, NOTE)
    worker.app.promise(note, PROMISE)
    val signed = worker.app.signNote(note)
    val view = worker.app.note(signed)
    assertEquals(Triple(NOTE, NoteState.SIGNED, true), Triple(view.note.body, view.state, view.unsent))
    return signed
}

suspend fun agreesAGoal(worker: PhoneInHand, case: String): String {
    val goal = worker.app.agreeGoal(case, NewGoal(GOAL, WordingBy.CLIENT, NeedCategory.CONNECTION))
    worker.app.addStep(goal, STEP, StepBy.CLIENT)
    worker.app.addStep(goal, "Borrow the folding chair", StepBy.WORKER)
    val steps = worker.app.goals(case).single().steps
    assertEquals(listOf(STEP, "Borrow the folding chair"), steps.map { it.step.title })
    return goal
}

suspend fun beginsANoteForHerself(worker: PhoneInHand, case: String): String {
    val draft = worker.app.startNote(case)
    worker.app.keepNote(draft, "I left too early today")
    worker.app.saveNote(draft)
    return draft
}
