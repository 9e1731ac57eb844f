package org.alongside.companion

import java.io.File
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import org.alongside.companion.calls.Changes
import org.alongside.companion.calls.Core
import org.alongside.companion.calls.Lanes
import org.alongside.companion.calls.typed
import org.alongside.core.Companion as Generated
import org.alongside.core.DeviceClock
import org.alongside.core.KeyStore
import org.alongside.core.Rescued
import org.alongside.core.SyncTransport
import org.alongside.core.rescue as rescueFile

/**
 * A phone of the service: what its screens ask, and what they save.
 *
 * [open] one when the app starts and keep it for as long as the app lives. See [PhoneSurface] for what all its functions
 * have in common.
 */
class Phone private constructor(surface: PhoneSurface) : PhoneSurface by surface {
    /** Opens phones. */
    companion object {
        /**
         * Loads the shared library, and makes sure that it belongs to this code. [open] does so first of all; call it
         * yourself to learn about a broken installation before anything else. Reads the library from the disk the first
         * time, and is quick afterwards.
         *
         * Fails with `Unexpected`: `library_missing` or `library_differs`.
         */
        fun load() = Library.load()

        /**
         * Opens the phone's encrypted file in `folder`, or makes it at the very first start.
         *
         * `folder` must be private to the app and no part of a backup. `keyStore` keeps the file's key. `transport` carries
         * requests over the platform's network stack. `packSigners` are the keys of those whose instrument packs your
         * organisation takes, 64 hexadecimal digits each; without any, no pack is taken. `clock` is the platform's;
         * without one the operating system is asked. Calls are made on threads of `threads`.
         *
         * Fails with `Storage`: a wrong key, a damaged, missing or newer file are told apart, and nothing is created,
         * emptied or deleted by any of them. With `Invalid` when one of `packSigners` is no key, and as [load] does.
         */
        suspend fun open(
            folder: File,
            keyStore: KeyStore,
            transport: SyncTransport = UrlConnectionTransport(),
            packSigners: List<String> = emptyList(),
            clock: DeviceClock? = null,
            threads: CoroutineDispatcher = Dispatchers.IO,
        ): Phone =
            withContext(threads) {
                load()
                val heard = Changes()
                val library = typed { Generated(folder.path, keyStore, transport, heard, packSigners, clock) }
                Phone(Surface(library, heard, Core(library, heard, Lanes(threads))))
            }

        /**
         * Saves what can be saved of a damaged or missing file in `folder`, and sets the damaged one aside. Call it when
         * [open], or a later call, failed with `Storage` (`DAMAGED` or `MISSING`) and the person agreed; no phone may be
         * open on the folder meanwhile. Then [open] the phone as ever, and synchronise: what the service has comes again.
         *
         * Fails with `Invalid` when the file is whole, and nothing is moved. With `Storage`; nothing is moved before what
         * was found is kept safely, and calling it again is right.
         */
        suspend fun rescue(
            folder: File,
            keyStore: KeyStore,
            clock: DeviceClock? = null,
            threads: CoroutineDispatcher = Dispatchers.IO,
        ): Rescued =
            withContext(threads) {
                load()
                typed { rescueFile(folder.path, keyStore, clock) }
            }
    }
}
