package org.alongside.device

import android.app.KeyguardManager
import android.content.Context
import android.content.Intent
import org.alongside.companion.lock.ScreenLock

/** The phone's own lock. [withoutAllowed] says whether the person whose phone this is may go without one. */
class DeviceScreenLock(context: Context, private val withoutAllowed: () -> Boolean) : ScreenLock {
    private val keyguard = context.service<KeyguardManager>()

    override fun isSet(): Boolean = keyguard.isDeviceSecure

    override fun mayGoWithout(): Boolean = withoutAllowed()

    /** The system's own question for the code, the pattern or the finger; nothing when there is no lock to ask for. */
    fun question(title: String, words: String): Intent? {
        // BiometricPrompt would not let a person without a fingerprint come in before Android 11; this one works from the first.
        @Suppress("DEPRECATION")
        return keyguard.createConfirmDeviceCredentialIntent(title, words)
    }
}
