package org.alongside.device

import android.content.Context
import android.security.keystore.KeyPermanentlyInvalidatedException
import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.security.GeneralSecurityException
import java.security.ProviderException
import java.security.UnrecoverableKeyException
import java.util.UUID
import javax.crypto.AEADBadTagException
import org.alongside.core.KeyStore
import org.alongside.core.KeyStoreException

/**
 * Keeps the key of the phone's file: encrypted by the Android Keystore, in a folder that is never part of a backup.
 *
 * A key that exists and cannot be had is never answered as "none": the core would begin a new file. It is thrown, and
 * [standing] says which of the failures it was. May be used from any thread; everything blocks.
 */
class KeystoreKeys(context: Context) : KeyStore {
    private val file = File(context.noBackupFilesDir, "alongside.key")

    /** What the latest call found. */
    @Volatile
    var standing: KeyStanding = KeyStanding.NONE
        private set

    /** The key that was kept, or nothing when none ever was. */
    @Synchronized
    override fun load(): ByteArray? {
        if (!file.exists()) return null
        val wrapped = WrappedKey.read(attempt { file.readText() }) ?: throw failed(KeyStanding.DAMAGED)
        val key = attempt { KeystoreCipher().unwrap(wrapped) } ?: throw failed(KeyStanding.GONE)
        attempt { destroyAllBut(wrapped.alias) }
        standing = KeyStanding.THERE
        return key
    }

    /**
     * Keeps [key] under a new Keystore key, and destroys every older one: what was encrypted by those can never be read again.
     */
    @Synchronized
    override fun save(key: ByteArray) {
        val alias = PREFIX + UUID.randomUUID()
        attempt {
            val cipher = KeystoreCipher()
            cipher.make(alias)
            replace(cipher.wrap(alias, key).written())
            destroyAllBut(alias)
        }
        standing = KeyStanding.THERE
    }

    /** The old line stands until the new one is on the disk, whole. */
    private fun replace(line: String) {
        val next = File(file.parentFile, "${file.name}.next")
        FileOutputStream(next).use {
            it.write(line.toByteArray())
            it.fd.sync()
        }
        if (!next.renameTo(file)) throw IOException("the key's file could not be replaced")
    }

    private fun destroyAllBut(alias: String) {
        val cipher = KeystoreCipher()
        cipher.list(PREFIX).filter { it != alias }.forEach(cipher::destroy)
    }

    private fun <T> attempt(what: () -> T): T = try {
        what()
    } catch (_: KeyPermanentlyInvalidatedException) {
        throw failed(KeyStanding.GONE)
    } catch (_: UnrecoverableKeyException) {
        throw failed(KeyStanding.GONE)
    } catch (_: AEADBadTagException) {
        throw failed(KeyStanding.DAMAGED)
    } catch (_: GeneralSecurityException) {
        throw failed(KeyStanding.NOT_NOW)
    } catch (_: ProviderException) {
        throw failed(KeyStanding.NOT_NOW)
    } catch (_: IOException) {
        throw failed(KeyStanding.UNREADABLE)
    }

    private fun failed(how: KeyStanding): KeyStoreException {
        standing = how
        return KeyStoreException.Unavailable()
    }

    private companion object {
        const val PREFIX = "alongside.file."
    }
}
