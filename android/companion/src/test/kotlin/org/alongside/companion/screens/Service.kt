// A real server of the tests' own, with its administrator at the command line. Knows no phone.
package org.alongside.companion.screens

import java.io.File
import java.nio.file.Files
import java.util.concurrent.TimeUnit

/** The server program, started once for all tests of this process and stopped with it. */
internal object Service {
    private val program: File = File(System.getProperty("alongside.server"))
    private val folder: File = Files.createTempDirectory("alongside-service").toFile()
    private var listen = "127.0.0.1:0"

    /** Where it listens. */
    val url: String by lazy { start() }

    /** A one-time code for a new person of this role. */
    fun code(role: String, name: String): Pair<String, String> {
        val person = answer(admin("person", role, name), "person")
        return person to codeFor(person)
    }

    /** A one-time code for somebody who is known. */
    fun codeFor(person: String): String = answer(admin("code", person, "--minutes", "10"), "code")

    /** Every phone of this person is a stranger from now on. */
    fun forgetPhonesOf(person: String) {
        val devices = admin("list", "devices").lines().map { it.split('\t') }.filter { it.getOrNull(1) == person }
        check(devices.isNotEmpty()) { "no phone is theirs" }
        devices.forEach { admin("revoke", it.first()) }
    }

    /** What the administrator's command answers. */
    fun admin(vararg words: String): String {
        url // an administrator's command needs no server, and these tests never look before there is one
        return run("admin", *words)
    }

    private fun run(vararg words: String): String {
        val done = process(*words).redirectErrorStream(true).start()
        val said = done.inputStream.bufferedReader().readText()
        check(done.waitFor(60, TimeUnit.SECONDS) && done.exitValue() == 0) { said }
        return said
    }

    private fun start(): String {
        run("admin", "organisation", "Riverside Link Workers")
        val process = process("serve").redirectError(folder.resolve("server.log")).start()
        Runtime.getRuntime().addShutdownHook(
            Thread {
                process.destroy()
                process.waitFor()
                folder.deleteRecursively()
            },
        )
        val said = process.inputStream.bufferedReader().readLine()
        listen = said?.substringAfter("http://", "").orEmpty().trim()
        check(listen.isNotEmpty()) { folder.resolve("server.log").readText() }
        return "http://$listen"
    }

    private fun process(vararg words: String): ProcessBuilder =
        ProcessBuilder(program.path, *words).apply {
            environment().keys.removeIf { it.startsWith("ALONGSIDE_") }
            environment()["ALONGSIDE_SERVER_LISTEN"] = listen
            environment()["ALONGSIDE_STORE_PATH"] = folder.resolve("server.db").path
        }

    private fun answer(said: String, word: String): String =
        said.lines().single { it.startsWith("$word ") }.substringAfter(' ')
}
