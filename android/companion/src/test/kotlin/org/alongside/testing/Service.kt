package org.alongside.testing

import java.io.File
import java.util.concurrent.TimeUnit

/**
 * A real server of the tests' own: a fresh database, a free port, and its administrator at the command line. It keeps its
 * address when it is stopped and started again. Knows the program and its words; knows no phone.
 */
class Service private constructor(private val folder: File) : AutoCloseable {
    private var listen = "127.0.0.1:0"
    private var process: Process? = null

    /** Where phones and browsers reach it. */
    val url: String get() = "http://$listen"

    /** Starts it and waits until it says where it listens. */
    fun start() {
        val started = builder("serve").redirectError(File(folder, "server.log")).start()
        val said = started.inputStream.bufferedReader().readLine().orEmpty()
        check("http://" in said) { "the server did not start: ${File(folder, "server.log").readText()}" }
        listen = said.substringAfter("http://").trim()
        process = started
    }

    /** Stops it as a service manager would, and waits until it has. */
    fun stop() {
        val running = process ?: return
        process = null
        running.destroy()
        check(running.waitFor(30, TimeUnit.SECONDS)) { "the server did not stop" }
    }

    override fun close() = stop()

    /** What the administrator's command answers. */
    fun admin(vararg words: String): String {
        val asked = builder("admin", *words).redirectErrorStream(true).start()
        val answer = asked.inputStream.bufferedReader().readText()
        check(asked.waitFor() == 0) { answer }
        return answer
    }

    /** A new person's id; `role` is `link_worker`, `client` or `supervisor`. */
    fun makePerson(role: String, name: String): String = find(admin("person", role, name), "person")

    /** A new supervisor's password for the web pages. */
    fun makeSupervisor(name: String, login: String): String =
        find(admin("person", "supervisor", name, "--login", login), "password")

    /** A one-time code with which this person's phone enrols. */
    fun makeCode(person: String): String = find(admin("code", person, "--minutes", "10"), "code")

    /** Imports the services of [feed], a list of them as JSON, into the directory. */
    fun importServices(feed: String) {
        val file = File(folder, "services.json").apply { writeText(feed) }
        admin("directory", "import", "--file", file.path)
    }

    private fun builder(vararg words: String): ProcessBuilder {
        val program = checkNotNull(System.getProperty("alongside.server")) { "alongside.server is not set" }
        val builder = ProcessBuilder(program, *words)
        // No settings of another server.
        builder.environment().keys.removeIf { it.startsWith("ALONGSIDE_") }
        builder.environment()["ALONGSIDE_SERVER_LISTEN"] = listen
        builder.environment()["ALONGSIDE_STORE_PATH"] = File(folder, "server.db").path
        return builder
    }

    companion object {
        /** A server with one organisation, listening. */
        fun open(folder: File): Service {
            folder.mkdirs()
            return Service(folder).apply {
                admin("organisation", "Riverside Link Workers")
                start()
            }
        }

        private fun find(answer: String, word: String): String =
            answer.lines().single { it.startsWith("$word ") }.substringAfter(' ')
    }
}
