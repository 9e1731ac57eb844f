package org.alongside.testing

import org.alongside.core.KeyStore

/** A key store that keeps the key in memory. */
class Keys(private var key: ByteArray? = null) : KeyStore {
    override fun load(): ByteArray? = key

    override fun save(key: ByteArray) {
        this.key = key
    }
}
