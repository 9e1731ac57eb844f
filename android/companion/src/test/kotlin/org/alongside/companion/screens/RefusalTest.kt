package org.alongside.companion.screens

import org.alongside.core.AlongsideException
import org.alongside.core.InvalidReason
import org.alongside.core.OfflineReason
import org.alongside.core.StorageProblem
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

internal class RefusalTest {
    @Test
    fun `each error says what can be done next`() {
        val next =
            mapOf(
                AlongsideException.SignInAgain() to NextStep.ENROL_AGAIN,
                AlongsideException.UpdateApp() to NextStep.UPDATE_APP,
                AlongsideException.NotFound() to NextStep.GO_BACK,
                AlongsideException.NotAllowed() to NextStep.GO_BACK,
                AlongsideException.Invalid("code", InvalidReason.USED) to NextStep.CORRECT,
                AlongsideException.Unexpected("panic") to NextStep.ASK_FOR_HELP,
            )
        next.forEach { (error, step) -> assertEquals(step, Refusal(error).next) }
    }

    @Test
    fun `only a guest network needs a person among what keeps a phone offline`() {
        val next = OfflineReason.entries.associateWith { Refusal(AlongsideException.Offline(it)).next }
        assertEquals(setOf(OfflineReason.NOT_OUR_SERVER), next.filterValues { it == NextStep.SIGN_IN_TO_NETWORK }.keys)
        assertEquals(OfflineReason.entries.size - 1, next.values.count { it == NextStep.CARRY_ON })
    }

    @Test
    fun `a file that cannot be used never asks to begin anew`() {
        val next = StorageProblem.entries.associateWith { Refusal(AlongsideException.Storage(it)).next }
        assertEquals(NextStep.FREE_SPACE, next[StorageProblem.FULL])
        assertEquals(NextStep.TRY_AGAIN, next[StorageProblem.LOCKED])
        assertEquals(NextStep.UPDATE_APP, next[StorageProblem.NEWER])
        assertEquals(NextStep.RESCUE, next[StorageProblem.DAMAGED])
        assertEquals(NextStep.RESCUE, next[StorageProblem.MISSING])
        assertEquals(NextStep.ASK_FOR_HELP, next[StorageProblem.WRONG_KEY], "what is whole is not rescued")
        assertEquals(NextStep.ASK_FOR_HELP, next[StorageProblem.FOLDER])
    }
}
