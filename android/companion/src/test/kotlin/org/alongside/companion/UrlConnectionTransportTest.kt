package org.alongside.companion

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.alongside.core.HttpReply
import org.alongside.core.HttpRequest
import org.alongside.core.SyncTransportException
import org.alongside.testing.Answering
import org.alongside.testing.assertFails
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

/** The contract of a transport, against servers that answer well and badly. */
class UrlConnectionTransportTest {
    private val transport = UrlConnectionTransport()

    @Test
    fun `a request arrives as it was handed over, and the reply comes back whole`() = runBlocking {
        val answer = "HTTP/1.1 429 Slow\r\nContent-Type: application/json\r\nContent-Encoding: zstd\r\nRetry-After: 7\r\n" +
            "Content-Length: 3\r\n\r\n\u0001\u0000\u0002"
        Answering(answer).use { server ->
            val reply = send(server.url, body = byteArrayOf(9, 0, 8))
            assertEquals(HttpReply(429u, "application/json", "zstd", 7u, reply.body), reply)
            assertArrayEquals(byteArrayOf(1, 0, 2), reply.body)
            val request = server.requests.single()
            assertTrue(request.startsWith("POST /sync/v1 HTTP/1.1"), request)
            assertTrue("Authorization: Bearer t" in request && "Accept-Encoding: zstd" in request)
            assertTrue(request.endsWith("\u0009\u0000\u0008"))
        }
    }

    @Test
    fun `an answer without a body or a type is whole too`() = runBlocking {
        Answering("HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n").use { server ->
            val reply = send(server.url)
            assertEquals(HttpReply(500u, "", null, null, reply.body), reply)
            assertEquals(0, reply.body.size)
        }
    }

    @Test
    fun `a redirect is an answer, and the token goes nowhere else`() = runBlocking {
        Answering("HTTP/1.1 200 Ok\r\nContent-Length: 0\r\n\r\n").use { elsewhere ->
            val moved = "HTTP/1.1 307 Moved\r\nLocation: ${elsewhere.url}\r\nContent-Length: 0\r\n\r\n"
            Answering(moved).use { assertEquals(307.toUShort(), send(it.url).status) }
            assertEquals(emptyList<String>(), elsewhere.requests)
        }
    }

    @Test
    fun `a server that hangs up is asked once`() = runBlocking {
        Answering("").use { server ->
            assertFails<SyncTransportException.CutOff> { send(server.url) }
            assertEquals(1, server.requests.size)
        }
    }

    @Test
    fun `an answer without its end is cut off`() = runBlocking {
        for (kept in listOf("close", "keep-alive")) {
            Answering("HTTP/1.1 200 Ok\r\nConnection: $kept\r\nContent-Length: 100\r\n\r\nhalf").use {
                assertFails<SyncTransportException.CutOff> { send(it.url) }
            }
        }
    }

    @Test
    fun `an answer that is too large is not read to its end`() = runBlocking {
        Answering("HTTP/1.1 200 Ok\r\nContent-Length: 11\r\n\r\nhello hello").use {
            assertFails<SyncTransportException.TooLarge> { send(it.url, most = 10u) }
            assertEquals(11, send(it.url, most = 11u).body.size)
        }
    }

    @Test
    fun `a server that says nothing is too slow`() = runBlocking {
        val asked = Answering(null)
        asked.use { assertFails<SyncTransportException.TooSlow> { send(it.url, within = 200u) } }
        assertEquals(1, asked.requests.size)
    }

    @Test
    fun `calling off closes the connection`() = runBlocking {
        Answering(null).use { server ->
            val asking = launch(Dispatchers.Default) { send(server.url) }
            server.awaitRequest()
            asking.cancelAndJoin()
            server.awaitHangUp()
        }
    }

    @Test
    fun `an address where nobody is cannot be reached, and one that is none is told apart`() = runBlocking {
        val gone = Answering("").use { it.url }
        assertFails<SyncTransportException.Unreachable> { send(gone) }
        for (address in listOf("", "riverside", "mailto:x@example.org", "http://a b", "file:///etc/hostname")) {
            assertFails<SyncTransportException.BadAddress> { send(address) }
        }
    }

    private suspend fun send(
        url: String,
        body: ByteArray = ByteArray(0),
        within: ULong = 20_000u,
        most: ULong = 1_000u,
    ): HttpReply {
        val headers = mapOf("Authorization" to "Bearer t", "Accept-Encoding" to "zstd")
        return transport.send(HttpRequest(url, headers, body, within, most))
    }
}
