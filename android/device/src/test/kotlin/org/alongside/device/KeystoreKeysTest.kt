package org.alongside.device

import android.app.Application
import java.io.File
import org.alongside.core.KeyStoreException
import org.alongside.robolectric.SoftKeystore
import org.junit.Assert.assertArrayEquals
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
import org.junit.Assert.assertThrows
import org.junit.Before
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [35], manifest = Config.NONE)
class KeystoreKeysTest {
    private val app: Application get() = RuntimeEnvironment.getApplication()
    private val file get() = File(app.noBackupFilesDir, "alongside.key")
    private val key = ByteArray(32) { it.toByte() }

    @Before
    fun aFreshKeystore() = SoftKeystore.install()

    @Test
    fun beforeTheFirstStartThereIsNone() {
        val keys = KeystoreKeys(app)
        assertNull(keys.load())
        assertEquals(KeyStanding.NONE, keys.standing)
    }

    @Test
    fun whatWasKeptIsThereAtTheNextStart() {
        KeystoreKeys(app).save(key)
        val keys = KeystoreKeys(app)
        assertArrayEquals(key, keys.load())
        assertEquals(KeyStanding.THERE, keys.standing)
    }

    @Test
    fun nothingOfTheKeyCanBeReadOnTheDisk() {
        KeystoreKeys(app).save(key)
        val line = file.readText()
        val hex = key.joinToString("") { "%02x".format(it) }
        assertFalse(hex.substring(0, 16) in line)
        assertEquals(app.noBackupFilesDir, file.parentFile)
    }

    @Test
    fun aNewKeyDestroysTheOldOneForGood() {
        KeystoreKeys(app).save(key)
        val before = file.readText()
        KeystoreKeys(app).save(key.reversedArray())
        assertEquals(1, SoftKeystore.held().size)
        assertArrayEquals(key.reversedArray(), KeystoreKeys(app).load())
        file.writeText(before)
        assertEquals(KeyStanding.GONE, standingAfterRefusal())
    }

    @Test
    fun anOldKeystoreKeyLeftOverByACrashIsDestroyedAtTheNextStart() {
        KeystoreKeys(app).save(key)
        val left = SoftKeystore.held().keys.single()
        SoftKeystore.held()["alongside.file.older"] = SoftKeystore.held().getValue(left)
        KeystoreKeys(app).load()
        assertEquals(setOf(left), SoftKeystore.held().keys.toSet())
    }

    @Test
    fun aKeystoreThatLostItsKeyIsNeverAnsweredAsNone() {
        KeystoreKeys(app).save(key)
        SoftKeystore.held().clear()
        assertEquals(KeyStanding.GONE, standingAfterRefusal())
    }

    @Test
    fun aKeystoreThatDoesNotAnswerIsToldApart() {
        KeystoreKeys(app).save(key)
        SoftKeystore.remove()
        assertEquals(KeyStanding.NOT_NOW, standingAfterRefusal())
    }

    @Test
    fun aChangedLineIsToldApart() {
        KeystoreKeys(app).save(key)
        val line = file.readText()
        file.writeText(line.dropLast(1) + if (line.last() == '0') '1' else '0')
        assertEquals(KeyStanding.DAMAGED, standingAfterRefusal())
        file.writeText("something else")
        assertEquals(KeyStanding.DAMAGED, standingAfterRefusal())
    }

    @Test
    fun aLineThatCannotBeReadIsToldApart() {
        file.mkdirs()
        assertEquals(KeyStanding.UNREADABLE, standingAfterRefusal())
    }

    private fun standingAfterRefusal(): KeyStanding {
        val keys = KeystoreKeys(app)
        assertThrows(KeyStoreException.Unavailable::class.java) { keys.load() }
        return keys.standing
    }
}
