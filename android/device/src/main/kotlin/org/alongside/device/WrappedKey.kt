package org.alongside.device

/**
 * The key of the phone's file as it lies on the disk: encrypted with AES-GCM by a key that never leaves the Keystore.
 *
 * [alias] is the name of that Keystore key, [nonce] what the cipher was begun with, [sealed] the encrypted key.
 */
internal class WrappedKey(val alias: String, val nonce: ByteArray, val sealed: ByteArray) {
    /** One line of three parts; a file somebody can look at and recognise. */
    fun written(): String = listOf(HEADING, alias, hex(nonce), hex(sealed)).joinToString(" ")

    companion object {
        private const val HEADING = "alongside-key-1"

        /** What [line] says; nothing when it is not what [written] writes. */
        fun read(line: String): WrappedKey? {
            val parts = line.trim().split(" ")
            if (parts.size != 4 || parts[0] != HEADING) return null
            val nonce = bytes(parts[2]) ?: return null
            return WrappedKey(parts[1], nonce, bytes(parts[3]) ?: return null)
        }

        private fun hex(bytes: ByteArray): String = bytes.joinToString("") { "%02x".format(it) }

        private fun bytes(hex: String): ByteArray? {
            if (hex.length % 2 != 0 || hex.any { it !in "0123456789abcdef" }) return null
            return hex.chunked(2).map { it.toInt(16).toByte() }.toByteArray()
        }
    }
}
