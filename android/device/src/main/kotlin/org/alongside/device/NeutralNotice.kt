package org.alongside.device

import android.Manifest
import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import android.content.Context
import android.content.pm.PackageManager
import android.os.Build

/** What a notice says. All of it is the same whatever has happened: no name, no number, no kind. */
class NoticeWords(val title: String, val text: String, val channel: String, val channelAbout: String, val icon: Int)

/**
 * The one notice the app ever shows: that there is something to look at. Not what, not from whom, not how much.
 *
 * It makes no sound, and nothing of it is on the lock screen: whoever sees the phone lie there must learn nothing.
 */
class NeutralNotice(private val context: Context, private val words: NoticeWords) {
    private val notices = context.service<NotificationManager>()

    /** Shows it, if the person lets the app show notices. Shown again, it stays one. */
    fun show() {
        if (!mayShow()) return
        notices.createNotificationChannel(channel())
        notices.notify(ONLY, notice())
    }

    /** Takes it away: somebody is looking. */
    fun clear() = notices.cancel(ONLY)

    private fun mayShow(): Boolean =
        Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU ||
            context.checkSelfPermission(Manifest.permission.POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED

    private fun channel() = NotificationChannel(CHANNEL, words.channel, NotificationManager.IMPORTANCE_LOW).apply {
        description = words.channelAbout
        lockscreenVisibility = Notification.VISIBILITY_SECRET
        setShowBadge(false)
    }

    private fun notice(): Notification = Notification.Builder(context, CHANNEL)
        .setSmallIcon(words.icon)
        .setContentTitle(words.title)
        .setContentText(words.text)
        .setVisibility(Notification.VISIBILITY_SECRET)
        .setContentIntent(openTheApp())
        .setAutoCancel(true)
        .setLocalOnly(true)
        .build()

    /** The app as from its icon: to no particular screen, so that the lock comes first. */
    private fun openTheApp(): PendingIntent? =
        context.packageManager.getLaunchIntentForPackage(context.packageName)?.let {
            PendingIntent.getActivity(context, 0, it, PendingIntent.FLAG_IMMUTABLE)
        }

    private companion object {
        const val CHANNEL = "something-to-look-at"
        const val ONLY = 1
    }
}
