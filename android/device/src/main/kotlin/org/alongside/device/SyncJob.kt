package org.alongside.device

import android.app.job.JobParameters
import android.app.job.JobService
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch

/**
 * Syncs when the system says that there is a network. Planned by [SyncJobs].
 *
 * The app's `Application` has to be a [BackgroundSync]; without one there is nothing to sync and the job ends.
 */
class SyncJob : JobService() {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private var running: Job? = null

    override fun onStartJob(job: JobParameters?): Boolean {
        val app = application as? BackgroundSync ?: return false
        running = scope.launch {
            val end = app.syncInBackground(DEADLINE_MS)
            jobFinished(job, end == SyncEnd.TRY_AGAIN)
        }
        return true
    }

    /** The system needs the network or the battery for something else: what was exchanged until now is kept. */
    override fun onStopJob(job: JobParameters?): Boolean {
        running?.cancel()
        return true
    }

    override fun onDestroy() = scope.cancel()

    private companion object {
        /** The system lets a job run for ten minutes; a phone that has been away for a year needs some of them. */
        const val DEADLINE_MS = 8 * 60_000L
    }
}
