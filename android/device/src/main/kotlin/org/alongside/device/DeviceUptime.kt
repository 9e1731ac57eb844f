package org.alongside.device

import android.content.Context
import android.os.SystemClock
import android.provider.Settings
import org.alongside.companion.lock.Uptime

/** The phone's uptime: counted by the system since it started, asleep or awake. No setting of the clock moves it. */
class DeviceUptime(private val context: Context) : Uptime {
    /** How many times this phone has started; another number after each restart. */
    override fun boot(): String =
        Settings.Global.getInt(context.contentResolver, Settings.Global.BOOT_COUNT, 0).toString()

    override fun elapsedMs(): Long = SystemClock.elapsedRealtime()
}
