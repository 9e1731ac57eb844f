package org.alongside.testing

import kotlinx.coroutines.CompletableDeferred
import org.alongside.companion.UrlConnectionTransport
import org.alongside.core.HttpReply
import org.alongside.core.HttpRequest
import org.alongside.core.SyncTransport
import org.alongside.core.SyncTransportException

/** The platform's network stack, with an aeroplane-mode switch and a place where a request can be held up. */
class Line : SyncTransport {
    /** False in aeroplane mode. */
    @Volatile var on = true

    /** While set, requests wait until it is completed. */
    @Volatile var held: CompletableDeferred<Unit>? = null

    private val carrier = UrlConnectionTransport()

    override suspend fun send(request: HttpRequest): HttpReply {
        held?.await()
        if (!on) throw SyncTransportException.Unreachable()
        return carrier.send(request)
    }
}
