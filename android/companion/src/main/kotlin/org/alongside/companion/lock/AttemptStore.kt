package org.alongside.companion.lock

import java.io.File
import java.io.FileOutputStream
import java.io.IOException
import java.nio.file.Files
import java.nio.file.StandardCopyOption

/** Where attempts are written down. */
interface AttemptStore {
    /** The attempts so far; nothing when there were none. Blocks. Throws [IOException] when they cannot be read. */
    fun read(): Attempts?

    /** Writes them to the disk before it returns. Blocks. Throws [IOException] when that was not possible. */
    fun write(attempts: Attempts)
}

/** Attempts in a [file] of one line. A line that says nothing counts as an attempt too many, never as none. */
class AttemptFile(private val file: File) : AttemptStore {
    override fun read(): Attempts? {
        if (!file.exists()) return null
        return Attempts.read(file.readText()) ?: Attempts(Attempts.FREE, "", 0)
    }

    override fun write(attempts: Attempts) {
        val next = File(file.parentFile, "${file.name}.next")
        FileOutputStream(next).use {
            it.write(attempts.written().toByteArray())
            it.fd.sync()
        }
        Files.move(next.toPath(), file.toPath(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
    }
}
