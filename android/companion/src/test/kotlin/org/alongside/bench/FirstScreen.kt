package org.alongside.bench

import java.io.File
import kotlin.time.measureTime
import kotlinx.coroutines.runBlocking
import org.alongside.companion.Phone
import org.alongside.core.KeyStore

/** A key store for a phone that two Java machines use one after the other. */
class FileKeys(val file: File) : KeyStore {
    override fun load(): ByteArray? = file.takeIf(File::exists)?.readBytes()

    override fun save(key: ByteArray) = file.writeBytes(key)
}

/** One start of an app: prints how many milliseconds each step of it took, and all of them. */
fun main(arguments: Array<String>) =
    runBlocking {
        val (folder, key) = arguments.map(::File)
        lateinit var phone: Phone
        val steps =
            listOf(
                measureTime { Phone.load() },
                measureTime { phone = Phone.open(folder, FileKeys(key)) },
                measureTime { check(phone.today(System.currentTimeMillis()).visits.isNotEmpty()) },
                measureTime { check(phone.caseload().size == 300) },
            ).map { it.inWholeMilliseconds }
        println((steps + steps.sum()).joinToString(" "))
    }
