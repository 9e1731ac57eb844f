package org.alongside.device

import android.app.Application
import android.app.job.JobInfo
import android.app.job.JobScheduler
import java.util.concurrent.locks.LockSupport
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.awaitCancellation
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE, application = SyncJobTest.App::class)
class SyncJobTest {
    /** An app whose sync ends as the test says. */
    class App : Application(), BackgroundSync {
        var end: suspend () -> SyncEnd = { SyncEnd.DONE }

        override suspend fun syncInBackground(deadlineMs: Long): SyncEnd = end()
    }

    private val app get() = RuntimeEnvironment.getApplication() as App
    private val scheduler get() = app.getSystemService(JobScheduler::class.java)!!
    private val job get() = Robolectric.setupService(SyncJob::class.java)

    @Test
    fun whatIsPlannedWaitsForANetworkAndOutlivesARestart() {
        SyncJobs(app).planSoon()
        val planned = scheduler.getPendingJob(SyncJobs.SOON)!!
        @Suppress("DEPRECATION")
        assertEquals(JobInfo.NETWORK_TYPE_ANY, planned.networkType)
        assertTrue(planned.isPersisted)
        assertEquals(JobInfo.BACKOFF_POLICY_EXPONENTIAL, planned.backoffPolicy)
        assertEquals(SyncJobs.FIRST_WAIT_MS, planned.initialBackoffMillis)
    }

    @Test
    fun planningAgainChangesNothingAndNobodysPhonePlansNothing() {
        val jobs = SyncJobs(app)
        repeat(3) { jobs.planRegular() }
        jobs.planSoon()
        assertEquals(2, scheduler.allPendingJobs.size)
        assertEquals(SyncJobs.EVERY_MS, scheduler.getPendingJob(SyncJobs.REGULAR)!!.intervalMillis)
        jobs.cancel()
        assertEquals(0, scheduler.allPendingJobs.size)
    }

    @Test
    fun aSyncThatIsDoneIsNotTriedAgain() = assertFalse(triedAgainAfter(SyncEnd.DONE))

    @Test
    fun aSyncWithoutAConnectionIsTriedAgain() = assertTrue(triedAgainAfter(SyncEnd.TRY_AGAIN))

    @Test
    fun whatNeedsAPersonIsNotTriedAgain() = assertFalse(triedAgainAfter(SyncEnd.NEEDS_A_PERSON))

    @Test
    fun stoppingTheJobCallsTheSyncOffAndPlansItAgain() {
        val begun = CompletableDeferred<Unit>()
        val ended = CompletableDeferred<Unit>()
        app.end = {
            try {
                begun.complete(Unit)
                awaitCancellation()
            } finally {
                ended.complete(Unit)
            }
        }
        val service = job
        assertTrue(service.onStartJob(null))
        waitUntil { begun.isCompleted }
        assertTrue(service.onStopJob(null))
        waitUntil { ended.isCompleted }
    }

    private fun triedAgainAfter(end: SyncEnd): Boolean {
        app.end = { end }
        val service = job
        assertTrue(service.onStartJob(null))
        waitUntil { shadowOf(service).isJobFinished }
        return shadowOf(service).isRescheduleNeeded
    }

    private fun waitUntil(so: () -> Boolean) {
        val end = System.nanoTime() + 30_000_000_000L
        while (!so()) {
            check(System.nanoTime() < end) { "waited too long" }
            LockSupport.parkNanos(1_000_000)
        }
    }
}
