package org.alongside.device

import android.app.job.JobInfo
import android.app.job.JobScheduler
import android.content.ComponentName
import android.content.Context

/** Plans when [SyncJob] runs. Planning again what is planned already changes nothing. */
class SyncJobs(private val context: Context) {
    private val scheduler = context.service<JobScheduler>()

    /** Syncs every few hours for as long as the app is installed, also after the phone was off. */
    fun planRegular() {
        if (scheduler.getPendingJob(REGULAR) != null) return
        scheduler.schedule(job(REGULAR).setPeriodic(EVERY_MS).build())
    }

    /** Syncs as soon as there is a network: there is something that only this phone has. */
    fun planSoon() {
        if (scheduler.getPendingJob(SOON) != null) return
        scheduler.schedule(job(SOON).setBackoffCriteria(FIRST_WAIT_MS, JobInfo.BACKOFF_POLICY_EXPONENTIAL).build())
    }

    /** Plans nothing any more: this phone is nobody's. */
    fun cancel() {
        listOf(REGULAR, SOON).forEach(scheduler::cancel)
    }

    private fun job(id: Int): JobInfo.Builder =
        JobInfo.Builder(id, ComponentName(context, SyncJob::class.java))
            .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
            .setPersisted(true)

    internal companion object {
        const val REGULAR = 1
        const val SOON = 2
        const val EVERY_MS = 4 * 3_600_000L
        const val FIRST_WAIT_MS = 30_000L
    }
}
