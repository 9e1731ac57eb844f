package org.alongside.app

import android.app.Application
import java.io.File
import kotlinx.coroutines.MainScope
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.start.Doorstep
import org.alongside.app.start.Entrance
import org.alongside.app.start.Rooms
import org.alongside.app.start.Round
import org.alongside.companion.Phone
import org.alongside.companion.lock.AttemptFile
import org.alongside.companion.lock.LockModel
import org.alongside.core.Rescued
import org.alongside.core.Role
import org.alongside.device.AndroidClock
import org.alongside.device.BackgroundSync
import org.alongside.device.ChosenPhotos
import org.alongside.device.Connectivity
import org.alongside.device.DeviceScreenLock
import org.alongside.device.KeystoreKeys
import org.alongside.device.NeutralNotice
import org.alongside.device.NoticeWords
import org.alongside.device.SyncEnd
import org.alongside.device.SyncJobs

/** What lives as long as the app: the open phone, the lock, and what is planned. Screens come and go. */
class AlongsideApplication : Application(), BackgroundSync {
    private val scope = MainScope()
    private val clock by lazy { AndroidClock(this) }

    /** Where the key of the phone's file is. */
    val keys by lazy { KeystoreKeys(this) }

    /** The phone's own lock. */
    val screenLock by lazy { DeviceScreenLock(this) { role() == Role.CLIENT } }

    /** The app's lock. */
    val lock by lazy { LockModel(clock, AttemptFile(File(noBackupFilesDir, "attempts")), screenLock) }

    /** The way in. */
    val entrance by lazy { Entrance(scope) { openPhone() } }

    /** What syncs while somebody looks, and plans what is synced when nobody does. */
    val round by lazy {
        val network = Connectivity(this)
        Round(scope, entrance, network.connected, { network.metered }, SyncJobs(this), notice())
    }

    /** Where a photo is chosen. */
    val picker by lazy { PhotoPicker(ChosenPhotos(contentResolver)::ready) }

    /** The screens somebody has open. */
    val rooms by lazy { Rooms(entrance, keys::standing, ::rescuePhone, picker) { lock.enrolled() } }

    /** Whether the person was asked in this run of the app if it may show notices. */
    var askedForNotices: Boolean = false

    override suspend fun syncInBackground(deadlineMs: Long): SyncEnd = round.inBackground(deadlineMs)

    private fun role(): Role? = (entrance.step.value as? Doorstep.Enrolled)?.me?.role

    private val folder get() = File(filesDir, "phone")

    private suspend fun openPhone(): Phone = Phone.open(folder, keys, clock = clock)

    private suspend fun rescuePhone(): Rescued = Phone.rescue(folder, keys, clock)

    private fun notice() = NeutralNotice(
        this,
        NoticeWords(
            title = getString(R.string.notification_title),
            text = getString(R.string.notification_text),
            channel = getString(R.string.notification_channel),
            channelAbout = getString(R.string.notification_channel_about),
            icon = R.drawable.notification,
        ),
    )
}
