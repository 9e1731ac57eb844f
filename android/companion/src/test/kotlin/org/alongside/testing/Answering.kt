package org.alongside.testing

import java.io.IOException
import java.io.InputStream
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread

/**
 * A server that gives everybody the same bytes, however wrong, and hangs up. With no answer at all it keeps the line open
 * and says nothing. A character is a byte.
 */
class Answering(private val answer: String?) : AutoCloseable {
    private val socket = ServerSocket(0, 50, InetAddress.getLoopbackAddress())
    private val asked = CountDownLatch(1)
    private val hungUp = CountDownLatch(1)

    /** Where it listens. */
    val url = "http://127.0.0.1:${socket.localPort}/sync/v1"

    /** Everything it was sent, one for each connection. */
    val requests = CopyOnWriteArrayList<String>()

    init {
        thread(isDaemon = true) {
            try {
                while (true) socket.accept().let { thread(isDaemon = true) { serve(it) } }
            } catch (_: IOException) {
                // Closed.
            }
        }
    }

    /** Waits until somebody asked. */
    fun awaitRequest() = asked.await()

    /** Waits until the other side closed the line. */
    fun awaitHangUp() = hungUp.await()

    override fun close() = socket.close()

    private fun serve(line: Socket) =
        line.use {
            requests.add(readRequest(it.getInputStream()))
            asked.countDown()
            if (answer != null) {
                it.getOutputStream().write(answer.toByteArray(Charsets.ISO_8859_1))
            } else {
                untilItEnds(it.getInputStream())
                hungUp.countDown()
            }
        }

    private fun untilItEnds(stream: InputStream) {
        try {
            while (stream.read() >= 0) continue
        } catch (_: IOException) {
            // A connection that was reset has ended too.
        }
    }

    private fun readRequest(stream: InputStream): String {
        val head = StringBuilder()
        while (!head.endsWith("\r\n\r\n")) head.append(stream.read().toChar())
        val length = Regex("Content-Length: (\\d+)", RegexOption.IGNORE_CASE).find(head)?.groupValues?.get(1)?.toInt() ?: 0
        return head.toString() + stream.readNBytes(length).toString(Charsets.ISO_8859_1)
    }
}
