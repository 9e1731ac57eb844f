package org.alongside.companion.sync

import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableSharedFlow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.TestScope
import kotlinx.coroutines.test.advanceTimeBy
import kotlinx.coroutines.test.runCurrent
import kotlinx.coroutines.test.runTest
import org.alongside.companion.PhoneSurface
import org.alongside.companion.preview.FakePhone
import org.alongside.companion.preview.Scene
import org.alongside.core.AlongsideException
import org.alongside.core.Change
import org.alongside.core.OfflineReason
import org.alongside.core.PhotosSent
import org.alongside.core.SyncReport
import org.alongside.core.SyncState
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Test

/** What happens while the app is in front, in the test's own time. */
@OptIn(ExperimentalCoroutinesApi::class)
class SynchroniserTest {
    private val connected = MutableStateFlow(true)
    private var metered = false

    @Test
    fun `it syncs when the app is opened, and once shortly after many saves`() = runTest {
        val phone = inFront()
        assertEquals(listOf(0L), phone.syncs)
        repeat(5) { phone.saved() }
        advanceTimeBy(QUIET_MS)
        runCurrent()
        assertEquals(listOf(0L, QUIET_MS), phone.syncs)
        advanceTimeBy(3_600_000)
        assertEquals(2, phone.syncs.size, "nothing happened, so there is nothing to do")
    }

    @Test
    fun `in a place without a connection it waits for one`() = runTest {
        connected.value = false
        val phone = inFront()
        phone.saved()
        advanceTimeBy(60_000)
        assertEquals(emptyList<Long>(), phone.syncs)
        connected.value = true
        runCurrent()
        assertEquals(listOf(60_000L), phone.syncs)
    }

    @Test
    fun `a sync that does not go through is tried again at the time the core gave`() = runTest {
        val phone = inFront { it.fails = true }
        advanceTimeBy(5_000)
        phone.fails = false
        runCurrent()
        assertEquals(listOf(0L, 5_000L), phone.syncs)
        advanceTimeBy(3_600_000)
        assertEquals(2, phone.syncs.size)
    }

    @Test
    fun `news is fetched once`() = runTest {
        val phone = inFront()
        phone.news.complete(true)
        runCurrent()
        assertEquals(2, phone.syncs.size)
    }

    @Test
    fun `a person who asks is not told to wait`() = runTest {
        val phone = Asked(this).apply { fails = true }
        val synchroniser = Synchroniser(phone, connected) { testScheduler.currentTime }
        backgroundScope.launch { synchroniser.run() }
        advanceTimeBy(1_000)
        synchroniser.ask()
        runCurrent()
        assertEquals(listOf(0L, 1_000L), phone.syncs)
    }

    @Test
    fun `photos go after a sync, one sending at a time, and no sync waits for them`() = runTest {
        val phone = inFront { it.photos = 2u }
        assertEquals(listOf(false), phone.sendings)
        repeat(3) {
            phone.saved()
            advanceTimeBy(QUIET_MS)
            runCurrent()
        }
        assertEquals(4, phone.syncs.size, "text does not wait for photos")
        assertEquals(1, phone.sendings.size, "the first sending is not through")
        phone.letThrough()
        runCurrent()
        assertEquals(2, phone.sendings.size, "what was saved meanwhile may have had a photo")
        phone.photos = 0u
        phone.letThrough()
        phone.saved()
        advanceTimeBy(QUIET_MS)
        runCurrent()
        assertEquals(5, phone.syncs.size)
        assertEquals(2, phone.sendings.size, "there is none left")
    }

    @Test
    fun `photos that do not go through are tried again after the next sync, and not before`() = runTest {
        metered = true
        val phone = inFront { it.photos = 1u }
        phone.letThrough(AlongsideException.Offline(OfflineReason.CUT_OFF))
        advanceTimeBy(3_600_000)
        assertEquals(listOf(true), phone.sendings)
        phone.saved()
        advanceTimeBy(QUIET_MS)
        runCurrent()
        assertEquals(listOf(true, true), phone.sendings)
    }

    @Test
    fun `no photo is sent after a sync that did not go through`() = runTest {
        val phone = inFront {
            it.fails = true
            it.photos = 1u
        }
        assertEquals(listOf(0L) to emptyList<Boolean>(), phone.syncs to phone.sendings)
    }

    private fun TestScope.inFront(prepare: (Asked) -> Unit = {}): Asked {
        val phone = Asked(this).also(prepare)
        backgroundScope.launch { Synchroniser(phone, connected, { metered }) { testScheduler.currentTime }.run() }
        runCurrent()
        return phone
    }

    /** A phone that writes down when it was asked to sync. */
    private class Asked(private val time: TestScope) : PhoneSurface by FakePhone() {
        val syncs = mutableListOf<Long>()
        val sendings = mutableListOf<Boolean>()
        var photos: ULong = 0u
        var fails = false
        private var through = CompletableDeferred<PhotosSent>()
        var news = CompletableDeferred<Boolean>()
        private var state = Scene.invented().today.onThisPhone.copy(problem = null, nextAttempt = null)
        private val heard = MutableSharedFlow<Change>(extraBufferCapacity = 64)

        override val changes: Flow<Change> get() = heard

        fun saved() = check(heard.tryEmit(Change.SAVED))

        /** The sending that is under way ends, with [failure] if any. */
        fun letThrough(failure: AlongsideException? = null) {
            if (failure == null) through.complete(PhotosSent(1u, 0u, 9u)) else through.completeExceptionally(failure)
        }

        override suspend fun syncState(): SyncState = state.copy(photosUnsent = photos)

        override suspend fun sendPhotos(deadlineMs: ULong, metered: Boolean): PhotosSent {
            sendings += metered
            through = CompletableDeferred()
            return through.await()
        }

        override suspend fun synchronise(deadlineMs: ULong): SyncReport {
            val now = time.testScheduler.currentTime
            syncs += now
            state = state.copy(problem = "unreachable".takeIf { fails }, nextAttempt = (now + 5_000).takeIf { fails })
            heard.emit(if (fails) Change.SYNC_FAILED else Change.SYNCED)
            if (fails) throw AlongsideException.Offline(OfflineReason.UNREACHABLE)
            return SyncReport(0u, 0u, 0u, 0u, 1u, 0u, 0u)
        }

        override suspend fun waitForNews(waitMs: ULong): Boolean {
            val heard = news.await()
            news = CompletableDeferred()
            return heard
        }
    }
}
