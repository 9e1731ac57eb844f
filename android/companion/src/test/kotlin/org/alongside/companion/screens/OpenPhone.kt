// How the tests of the screens open a phone.
package org.alongside.companion.screens

import kotlinx.coroutines.channels.BufferOverflow
import kotlinx.coroutines.flow.MutableSharedFlow
import org.alongside.companion.Phone
import org.alongside.core.Change
import org.alongside.core.ChangeListener
import org.alongside.core.Companion
import org.alongside.core.KeyStore
import java.io.File

private class Keys : KeyStore {
    private var key: ByteArray? = null
    override fun load() = key
    override fun save(key: ByteArray) { this.key = key }
}

internal fun openPhone(folder: File): Phone {
    val changes = MutableSharedFlow<Change>(extraBufferCapacity = 64, onBufferOverflow = BufferOverflow.DROP_OLDEST)
    val listener = object : ChangeListener { override fun changed(change: Change) { changes.tryEmit(change) } }
    return Phone(Companion(folder.apply { mkdirs() }.path, Keys(), listener = listener), changes)
}
