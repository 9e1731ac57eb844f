package org.alongside.device

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import org.alongside.core.DeviceClock

/**
 * Android's clocks. Ages of edits and the waits of the lock are counted in the time since the phone started, which no setting
 * moves; a boot is named by how many there were.
 */
class AndroidClock(private val context: Context) : DeviceClock {
    override fun boot(): String =
        Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0).toString()

    override fun elapsedMs(): ULong = SystemClock.elapsedRealtime().toULong()

    override fun wallMs(): Long = System.currentTimeMillis()
}
