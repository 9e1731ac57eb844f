package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import org.alongside.companion.calls.Changes
import org.alongside.core.Change
import org.junit.jupiter.api.Test

/** What every screen does, shown on one that only counts how often it has read. */
internal class ScreenModelTest : ScreenTest() {
    private data class Read(
        val times: Int = 0,
        override val doing: Doing = Doing(),
    ) : ScreenState {
        override val loaded: Boolean get() = times > 0
    }

    /** Something changes while it reads for the first time, behind what it has read already. */
    private class Reading(
        scope: CoroutineScope,
        private val changes: Changes,
    ) : ScreenModel<Read>(Read(), scope) {
        init {
            follow(changes.all())
            refresh()
        }

        override suspend fun read() {
            if (state.value.times == 0) changes.changed(Change.SAVED)
            change { it.copy(times = it.times + 1) }
        }

        override fun doing(state: Read, doing: Doing) = state.copy(doing = doing)
    }

    @Test
    fun `what changes during the first reading is read`() {
        Reading(aScope(), Changes()).waitFor { it.times == 2 }
    }
}
