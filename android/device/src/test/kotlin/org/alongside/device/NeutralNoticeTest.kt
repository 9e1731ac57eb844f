package org.alongside.device

import android.Manifest
import android.app.Notification
import android.app.NotificationManager
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
class NeutralNoticeTest {
    private val app get() = RuntimeEnvironment.getApplication()
    private val notices get() = app.getSystemService(NotificationManager::class.java)!!
    private val words = NoticeWords("Alongside", "Something to look at", "Notices", "About", android.R.drawable.star_on)
    private val notice get() = NeutralNotice(app, words)

    @Test
    fun itSaysThatThereIsSomethingAndNothingElseAndNotOnALockedPhone() {
        shadowOf(app).grantPermissions(Manifest.permission.POST_NOTIFICATIONS)
        repeat(3) { notice.show() }
        val shown = shadowOf(notices).allNotifications.single()
        assertEquals("Alongside", shown.extras.getCharSequence(Notification.EXTRA_TITLE))
        assertEquals("Something to look at", shown.extras.getCharSequence(Notification.EXTRA_TEXT))
        assertEquals(Notification.VISIBILITY_SECRET, shown.visibility)
        assertEquals(Notification.VISIBILITY_SECRET, notices.getNotificationChannel(shown.channelId).lockscreenVisibility)
        assertFalse(notices.getNotificationChannel(shown.channelId).canShowBadge())
        notice.clear()
        assertEquals(0, shadowOf(notices).allNotifications.size)
    }

    @Test
    fun withoutLeaveItIsNotShown() {
        notice.show()
        assertEquals(0, shadowOf(notices).allNotifications.size)
    }
}
