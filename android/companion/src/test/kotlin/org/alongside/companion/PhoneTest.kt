package org.alongside.companion

import java.io.File
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.alongside.companion.calls.CORE_FAULT
import org.alongside.core.AlongsideException
import org.alongside.core.Change
import org.alongside.core.KeyStore
import org.alongside.core.KeyStoreException
import org.alongside.core.NewClient
import org.alongside.core.StorageProblem
import org.alongside.testing.Keys
import org.alongside.testing.PhoneInHand
import org.alongside.testing.Service
import org.alongside.testing.assertFails
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What a phone promises its screens beyond what the core does. */
class PhoneTest {
    @TempDir lateinit var disk: File
    private lateinit var service: Service

    @BeforeEach
    fun open() {
        service = Service.open(File(disk, "server"))
    }

    @AfterEach
    fun close() = service.close()

    @Test
    fun `a new phone belongs to nobody`() = runBlocking {
        Phone.open(File(disk, "phone"), Keys()).use { assertNull(it.me()) }
    }

    @Test
    fun `keystrokes that come at once arrive in the order they were typed`() = runBlocking {
        val phone = worker()
        val note = phone.app.startNote(phone.app.addClient(NewClient(name = "Tomasz Zielony")))
        val text = "He kept the seeds in envelopes, one for every allotment he ever had. ".repeat(4)
        coroutineScope {
            for (end in 1..text.length) launch { phone.app.typeNote(note, text.take(end)) }
        }
        // The core keeps the last twenty characters in memory for a second at most.
        val kept = phone.app.note(note).note.body
        assertTrue(text.startsWith(kept) && text.length - kept.length <= 20, "kept: $kept")
    }

    @Test
    fun `what was asked to be written is written although the screen has gone`() = runBlocking {
        val busy = CountDownLatch(1)
        Executors.newSingleThreadExecutor().asCoroutineDispatcher().use { threads ->
            val folder = enrolledFolder()
            val phone = Phone.open(folder.first, folder.second, threads = threads)
            threads.executor.execute(busy::await)
            val screen = launch(start = CoroutineStart.UNDISPATCHED) { phone.addClient(NewClient(name = "Aisha Bello")) }
            screen.cancel()
            busy.countDown()
            screen.join()
            assertEquals(listOf("Aisha Bello"), phone.caseload().map { it.name })
            phone.close()
        }
    }

    @Test
    fun `a slow listener misses no change`() = runBlocking {
        val phone = worker()
        val slow = CompletableDeferred<Unit>()
        val heard = async(start = CoroutineStart.UNDISPATCHED) {
            phone.app.changes.take(200).toList().also { slow.await() }
        }
        repeat(200) { phone.app.addClient(NewClient(name = "Client $it")) }
        slow.complete(Unit)
        assertEquals(List(200) { Change.SAVED }, heard.await())
    }

    @Test
    fun `the sync state is told now, after a save, and while a sync runs`() = runBlocking {
        val phone = worker()
        assertEquals(0uL, phone.app.syncStates.first().unsent)
        val saved = async(start = CoroutineStart.UNDISPATCHED) { phone.app.syncStates.first { it.unsent > 0uL } }
        phone.app.addClient(NewClient(name = "Tomasz Zielony"))
        assertFalse(saved.await().running)

        val held = CompletableDeferred<Unit>()
        phone.line.held = held
        val sync = async { phone.app.synchronise() }
        phone.app.syncStates.first { it.running }
        held.complete(Unit)
        sync.await()
        assertEquals(0uL, phone.app.syncStates.first { !it.running }.unsent)
    }

    @Test
    fun `cancelling a sync calls it off`() = runBlocking {
        val phone = worker()
        phone.app.addClient(NewClient(name = "Tomasz Zielony"))
        phone.line.held = CompletableDeferred()
        val sync = launch { phone.app.synchronise() }
        phone.app.syncStates.first { it.running }
        sync.cancelAndJoin()
        assertEquals(1uL, phone.app.syncStates.first { !it.running }.unsent)
        phone.line.held = null
        assertEquals(1uL, phone.app.synchronise().sent)
    }

    @Test
    fun `a suspended phone says so until it goes on`() = runBlocking {
        val phone = worker()
        phone.app.suspend()
        assertEquals(StorageProblem.LOCKED, assertFails<AlongsideException.Storage> { phone.app.caseload() }.what)
        phone.app.resume()
        assertEquals(0, phone.app.caseload().size)
    }

    @Test
    fun `a key store that does not answer makes no new file`() = runBlocking {
        val locked = object : KeyStore {
            override fun load(): ByteArray? = throw KeyStoreException.Unavailable()

            override fun save(key: ByteArray) = throw KeyStoreException.Unavailable()
        }
        val folder = File(disk, "phone")
        val refused = assertFails<AlongsideException.Storage> { Phone.open(folder, locked) }
        assertEquals(StorageProblem.LOCKED, refused.what)
    }

    @Test
    fun `a fault of the library is an error of ours that tells nothing`() = runBlocking {
        val phone = worker()
        phone.stop()
        val fault = assertFails<AlongsideException.Unexpected> { phone.app.addClient(NewClient(name = "Aisha Bello")) }
        assertEquals(CORE_FAULT, fault.reference)
        assertFalse("Aisha" in fault.stackTraceToString())
    }

    private suspend fun worker(): PhoneInHand =
        PhoneInHand.enrolled(File(disk, "link worker"), service, service.makePerson("link_worker", "Sana Iqbal"))

    /** A folder and keys of a phone that is set up and closed. */
    private suspend fun enrolledFolder(): Pair<File, Keys> {
        val keys = Keys()
        val folder = File(disk, "phone")
        Phone.open(folder, keys).use {
            it.enrol(service.url, service.makeCode(service.makePerson("link_worker", "Sana Iqbal")), "kotlin")
        }
        return folder to keys
    }
}
