package org.alongside.device

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyStore
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/**
 * AES-GCM with keys that live in the Android Keystore and never leave it.
 *
 * They are not bound to a fingerprint or a code: sync runs in the background while the phone lies locked on a table. The app's
 * own lock is what stands before the screens. Everything here may throw a `GeneralSecurityException` or a `ProviderException`.
 */
internal class KeystoreCipher {
    private val keys: KeyStore = KeyStore.getInstance(PROVIDER).apply { load(null) }

    /** Makes the key called [alias]. */
    fun make(alias: String) {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val wanted = KeyGenParameterSpec.Builder(alias, purposes)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .setKeySize(KEY_BITS)
            .build()
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, PROVIDER).apply { init(wanted) }.generateKey()
    }

    /** [plain] under the key called [alias]. */
    fun wrap(alias: String, plain: ByteArray): WrappedKey {
        // The Keystore chooses the nonce; it refuses one that is handed in.
        val cipher = Cipher.getInstance(TRANSFORMATION).apply { init(Cipher.ENCRYPT_MODE, find(alias)) }
        return WrappedKey(alias, cipher.iv, cipher.doFinal(plain))
    }

    /** What was wrapped; nothing when the Keystore has no such key any more. */
    fun unwrap(wrapped: WrappedKey): ByteArray? {
        val key = find(wrapped.alias) ?: return null
        val cipher = Cipher.getInstance(TRANSFORMATION)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, wrapped.nonce))
        return cipher.doFinal(wrapped.sealed)
    }

    /** The names of all keys that begin with [prefix]. */
    fun list(prefix: String): List<String> = keys.aliases().toList().filter { it.startsWith(prefix) }

    /** Destroys the key called [alias]. */
    fun destroy(alias: String) = keys.deleteEntry(alias)

    private fun find(alias: String): SecretKey? = keys.getKey(alias, null) as SecretKey?

    private companion object {
        const val PROVIDER = "AndroidKeyStore"
        const val TRANSFORMATION = "AES/GCM/NoPadding"
        const val KEY_BITS = 256
        const val TAG_BITS = 128
    }
}
