package org.alongside.testing

import java.io.File
import java.io.RandomAccessFile

/** Damages a phone's file as a bad storage does: a few hundred bytes in the middle of it are not what they were. */
object Damage {
    private const val PAGE = 4096L
    private const val WITHIN = 100L
    private const val BYTES = 800

    /** Damages the first page, from the middle of the file outwards, whose damage is [noticed]. Gives the page. */
    fun inTheMiddle(folder: File, noticed: () -> Boolean): Int {
        RandomAccessFile(File(folder, "alongside.db"), "rw").use { file ->
            val pages = (file.length() / PAGE).toInt()
            for (page in outwards(pages)) {
                val before = file.swap(page, ByteArray(BYTES) { 0xa5.toByte() })
                if (noticed()) return page
                file.swap(page, before)
            }
            throw AssertionError("none of $pages pages matters")
        }
    }

    private fun outwards(pages: Int) =
        (0..pages).asSequence().flatMap { sequenceOf(pages / 2 + it, pages / 2 - it) }.filter { it in 1 until pages }

    private fun RandomAccessFile.swap(page: Int, bytes: ByteArray): ByteArray {
        val before = ByteArray(bytes.size)
        seek(page * PAGE + WITHIN)
        readFully(before)
        seek(page * PAGE + WITHIN)
        write(bytes)
        return before
    }
}
