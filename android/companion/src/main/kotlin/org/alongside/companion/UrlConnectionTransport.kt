package org.alongside.companion

import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import java.net.HttpURLConnection
import java.net.SocketTimeoutException
import java.net.URI
import java.util.concurrent.Executor
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.asExecutor
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withTimeoutOrNull
import org.alongside.core.HttpReply
import org.alongside.core.HttpRequest
import org.alongside.core.SyncTransport
import org.alongside.core.SyncTransportException

/**
 * Carries requests over `java.net.HttpURLConnection`, which is also Android's own stack: it honours the device's proxies,
 * certificates and network security configuration. Knows nothing of what it carries.
 *
 * Follows no redirect, so that a token never goes to another address; keeps nothing in a cache; logs nothing.
 */
class UrlConnectionTransport(
    threads: CoroutineDispatcher = Dispatchers.IO,
) : SyncTransport {
    private val executor: Executor = threads.asExecutor()

    override suspend fun send(request: HttpRequest): HttpReply {
        val connection = prepare(request)
        return withTimeoutOrNull(request.withinMs.toLong()) { exchange(connection, request) }
            ?: throw SyncTransportException.TooSlow()
    }

    /** On a thread of the pool, because reading blocks; calling off closes the connection under it. */
    private suspend fun exchange(
        connection: HttpURLConnection,
        request: HttpRequest,
    ): HttpReply =
        suspendCancellableCoroutine { waiting ->
            waiting.invokeOnCancellation { executor.execute(connection::disconnect) }
            executor.execute { waiting.resumeWith(runCatching { carry(connection, request) }) }
        }
}

private fun prepare(request: HttpRequest): HttpURLConnection {
    val connection = open(request.url)
    val within = request.withinMs.coerceAtMost(Int.MAX_VALUE.toULong()).toInt()
    connection.requestMethod = "POST"
    connection.instanceFollowRedirects = false
    connection.useCaches = false
    connection.connectTimeout = within
    connection.readTimeout = within
    connection.doOutput = true
    // With a length given beforehand, a request that broke off is not sent again behind the core's back.
    connection.setFixedLengthStreamingMode(request.body.size)
    // Unless told what is wanted, Android asks for gzip and unpacks it; the body is to be left as it came.
    connection.setRequestProperty("Accept-Encoding", "identity")
    request.headers.forEach { (name, value) -> connection.setRequestProperty(name, value) }
    return connection
}

private fun open(address: String): HttpURLConnection =
    try {
        URI(address).toURL().openConnection() as HttpURLConnection
    } catch (_: Exception) {
        throw SyncTransportException.BadAddress()
    }

private fun carry(
    connection: HttpURLConnection,
    request: HttpRequest,
): HttpReply {
    step(SyncTransportException.Unreachable()) { connection.connect() }
    return step(SyncTransportException.CutOff()) {
        connection.outputStream.use { it.write(request.body) }
        reply(connection, request.mostBytes.coerceAtMost(Int.MAX_VALUE.toULong()).toInt())
    }
}

/** Runs one step of the exchange; the step decides what its failure means to the person waiting. */
private inline fun <T> step(
    failed: SyncTransportException,
    work: () -> T,
): T =
    try {
        work()
    } catch (_: SocketTimeoutException) {
        throw SyncTransportException.TooSlow()
    } catch (_: IOException) {
        throw failed
    }

private fun reply(
    connection: HttpURLConnection,
    most: Int,
): HttpReply {
    val status = connection.responseCode
    if (status < 0) throw SyncTransportException.CutOff()
    return HttpReply(
        status = status.toUShort(),
        contentType = connection.contentType.orEmpty(),
        encoding = connection.contentEncoding,
        retryAfter = connection.getHeaderField("Retry-After")?.toULongOrNull(),
        body = readBody(connection, status, most),
    )
}

private fun readBody(
    connection: HttpURLConnection,
    status: Int,
    most: Int,
): ByteArray {
    val stream = (if (status >= 400) connection.errorStream else connection.inputStream) ?: return ByteArray(0)
    val body = stream.use { it.readAtMost(most) }
    // A body without its end reads like a whole one when the connection was not to be kept.
    if (body.size < connection.contentLengthLong) throw SyncTransportException.CutOff()
    return body
}

private fun InputStream.readAtMost(most: Int): ByteArray {
    val read = ByteArrayOutputStream()
    val part = ByteArray(16 * 1024)
    while (true) {
        val count = read(part)
        if (count < 0) return read.toByteArray()
        if (read.size() + count > most) throw SyncTransportException.TooLarge()
        read.write(part, 0, count)
    }
}
