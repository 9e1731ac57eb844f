package org.alongside.testing

import java.io.File
import org.alongside.companion.Phone

/** A phone in somebody's hand, with its aeroplane-mode switch. [app] is what the app's screens talk to. */
class PhoneInHand private constructor(val folder: File) {
    private val keys = Keys()

    /** How it reaches the service. */
    val line = Line()

    /** The running app. */
    lateinit var app: Phone
        private set

    /** The app starts. */
    suspend fun start() {
        app = Phone.open(folder, keys, line)
    }

    /** The app is gone, without a chance to say goodbye. */
    fun stop() = app.close()

    /** Every file of the phone's folder, as it lies on the disk. */
    fun files(): Map<String, ByteArray> =
        folder.walk().filter(File::isFile).associate { it.name to it.readBytes() }

    companion object {
        /** A new phone that belongs to nobody yet, its app started. */
        suspend fun unpack(folder: File): PhoneInHand = PhoneInHand(folder).also { it.start() }

        /** A phone that the service has set up for `person`, and that has read what is theirs. */
        suspend fun enrolled(folder: File, service: Service, person: String): PhoneInHand {
            val phone = unpack(folder)
            phone.app.enrol(service.url, service.makeCode(person), "kotlin")
            phone.app.synchronise()
            return phone
        }
    }
}
