package org.alongside.story

import kotlinx.coroutines.flow.first
import org.alongside.core.AlongsideException
import org.alongside.core.OfflineReason
import org.alongside.testing.PhoneInHand
import org.alongside.testing.assertFails
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue

// What a phone says of work that nobody else has yet, and how it leaves the phone.

private val SECRETS =
    listOf("Delyth", "marmalade", "gooseberry", "rhubarb", "wheelbarrow", "trombone", "letters", "Sana", "Riverside")

/** How many changes wait. */
suspend fun hearsThatAllOfItIsOnThisPhoneOnly(worker: PhoneInHand): ULong {
    val before = worker.app.syncState()
    assertTrue(before.unsent >= 10u)
    assertNotNull(before.oldestUnsent)
    val offline = assertFails<AlongsideException.Offline> { worker.app.synchronise() }
    assertEquals(OfflineReason.UNREACHABLE, offline.why)
    val after = worker.app.syncStates.first()
    assertEquals(before.unsent to "unreachable", after.unsent to after.problem)
    assertTrue(after.nextAttempt!! > after.lastAttempt!!)
    return after.unsent
}

fun leavesNothingToReadInTheFiles(phone: PhoneInHand) {
    val files = phone.files()
    assertTrue(files.values.sumOf { it.size } > 50_000, "the phone's files were not found")
    for ((name, content) in files) {
        for (secret in SECRETS) {
            for (encoding in listOf(Charsets.UTF_8, Charsets.UTF_16LE)) {
                // Latin-1 keeps every byte as it is.
                val looked = secret.toByteArray(encoding).toString(Charsets.ISO_8859_1)
                assertFalse(looked in content.toString(Charsets.ISO_8859_1), "$name tells of $secret")
            }
        }
    }
}

suspend fun everythingIsSent(worker: PhoneInHand, unsent: ULong) {
    val report = worker.app.synchronise()
    assertEquals(unsent, report.sent)
    val state = worker.app.syncState()
    assertEquals(0uL, state.unsent)
    assertNull(state.problem)
    assertEquals(0uL, state.remarks)
}
