package org.alongside.companion.lock

import java.io.File
import java.io.IOException
import org.alongside.core.DeviceClock
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class LockModelTest {
    @TempDir
    lateinit var folder: File

    private val clock = HandClock()
    private val screenLock = Door()
    private val file get() = File(folder, "attempts")
    private val lock by lazy { model() }

    @Test
    fun `an attempt is on the disk before anybody is asked`() {
        assertTrue(lock.ask())
        assertEquals(1, AttemptFile(file).read()!!.count)
    }

    @Test
    fun `ending the app in the middle of an attempt wins nothing`() {
        repeat(Attempts.FREE) { assertTrue(model().ask()) }
        val next = model()
        assertFalse(next.ask())
        assertEquals(LockState.Waiting(30_000), next.state.value)
    }

    @Test
    fun `a yes opens and begins the count anew`() {
        opens()
        assertEquals(LockState.Open, lock.state.value)
        assertEquals(0, AttemptFile(file).read()!!.count)
    }

    @Test
    fun `waits grow, and end by themselves`() {
        val waits = listOf(30_000L, 60_000L, 300_000L, 900_000L, 900_000L)
        repeat(Attempts.FREE - 1) { fails() }
        for (wait in waits) {
            fails()
            assertEquals(LockState.Waiting(wait), lock.state.value)
            clock.elapsed += wait - 1
            assertFalse(lock.ask())
            clock.elapsed += 1
        }
        assertTrue(lock.ask())
    }

    @Test
    fun `after a restart only the time since then has passed`() {
        repeat(Attempts.FREE) { fails() }
        clock.boot = "the next"
        clock.elapsed = 20_000
        lock.look()
        assertEquals(LockState.Waiting(10_000), lock.state.value)
    }

    @Test
    fun `setting the wall clock shortens no wait`() {
        repeat(Attempts.FREE) { fails() }
        clock.wall += 365 * 86_400_000L
        lock.look()
        assertEquals(LockState.Waiting(30_000), lock.state.value)
    }

    @Test
    fun `a short absence is let pass and a long one is not`() {
        opens()
        lock.left()
        clock.elapsed += LockModel.GRACE_MS
        lock.came()
        assertEquals(LockState.Open, lock.state.value)
        lock.left()
        clock.elapsed += LockModel.GRACE_MS + 1
        lock.came()
        assertEquals(LockState.Locked(0), lock.state.value)
    }

    @Test
    fun `an app that has just started is locked`() {
        opens()
        val next = model()
        next.came()
        assertEquals(LockState.Locked(0), next.state.value)
    }

    @Test
    fun `a damaged count is many attempts and never none`() {
        file.writeText("nonsense")
        lock.look()
        assertEquals(LockState.Locked(Attempts.FREE), lock.state.value)
        fails()
        assertEquals(LockState.Waiting(60_000), lock.state.value)
    }

    @Test
    fun `without a place to count there is no attempt`() {
        val full = LockModel(clock, FullDisk, screenLock)
        assertFalse(full.ask())
        assertEquals(LockState.CannotCount, full.state.value)
    }

    @Test
    fun `a phone without a lock stays shut for whoever owes others one`() {
        screenLock.set = false
        lock.look()
        assertEquals(LockState.NoScreenLock(mayGoOn = false), lock.state.value)
        lock.goOnWithout()
        assertFalse(lock.ask())
        assertEquals(LockState.NoScreenLock(mayGoOn = false), lock.state.value)
    }

    @Test
    fun `a client may go on without one, until the app ends`() {
        screenLock.set = false
        screenLock.mayGo = true
        lock.look()
        lock.goOnWithout()
        assertEquals(LockState.Open, lock.state.value)
        val next = model()
        next.came()
        assertEquals(LockState.NoScreenLock(mayGoOn = true), next.state.value)
    }

    @Test
    fun `who went without is asked again once the phone has a lock`() {
        screenLock.set = false
        screenLock.mayGo = true
        lock.look()
        lock.goOnWithout()
        screenLock.set = true
        lock.look()
        assertEquals(LockState.Locked(0), lock.state.value)
    }

    private fun model() = LockModel(clock, AttemptFile(file), screenLock)

    private fun opens() {
        lock.ask()
        lock.answered(true)
    }

    private fun fails() {
        assertTrue(lock.ask())
        lock.answered(false)
    }

    private class HandClock : DeviceClock {
        var boot = "this one"
        var elapsed = 1_000_000L
        var wall = 1_800_000_000_000L

        override fun boot() = boot

        override fun elapsedMs() = elapsed.toULong()

        override fun wallMs() = wall
    }

    private class Door : ScreenLock {
        var set = true
        var mayGo = false

        override fun isSet() = set

        override fun mayGoWithout() = mayGo
    }

    private object FullDisk : AttemptStore {
        override fun read(): Attempts? = null

        override fun write(attempts: Attempts): Unit = throw IOException("full")
    }
}
