package org.alongside.app

import java.io.File
import java.util.concurrent.TimeUnit

/**
 * A real server of the tests' own: a fresh database, a free port, and its administrator at the command line. [settings] are its
 * own, by the names of its environment.
 */
class Service(private val folder: File, private val settings: Map<String, String> = emptyMap()) : AutoCloseable {
    private val program = System.getProperty("alongside.server")
    private var listen = "127.0.0.1:0"
    private val process: Process = start(ProcessBuilder(program, "serve").redirectError(File(folder, "server.log")))

    /** Its address. */
    val url: String

    init {
        listen = process.inputReader().readLine().substringAfter("http://").trim()
        url = "http://$listen"
        admin("organisation", "Riverside Link Workers")
    }

    /** A new person's id. */
    fun makePerson(role: String, name: String): String = find(admin("person", role, name), "person")

    /** A new supervisor's id. */
    fun makeSupervisor(name: String, login: String): String =
        find(admin("person", "supervisor", name, "--login", login), "person")

    /** A one-time code with which this person's phone enrols. */
    fun makeCode(person: String): String = find(admin("code", person, "--minutes", "10"), "code")

    /** Every phone of this person is a stranger from now on. */
    fun forgetPhonesOf(person: String) {
        val devices = admin("list", "devices").lines().map { it.split('\t') }.filter { it.getOrNull(1) == person }
        check(devices.isNotEmpty()) { "no phone is theirs" }
        devices.forEach { admin("revoke", it.first()) }
    }

    /** Makes [case] the own case of [client]. */
    fun giveCase(case: String, client: String) {
        admin("case", "--case", case, "--client", client)
    }

    /** Imports the services of [feed], a list of them as JSON, into the directory. */
    fun importServices(feed: String) {
        val file = File(folder, "services.json").apply { writeText(feed) }
        admin("directory", "import", "--file", file.path)
    }

    override fun close() {
        process.destroy()
        check(process.waitFor(30, TimeUnit.SECONDS)) { "the server did not stop" }
    }

    private fun admin(vararg words: String): String {
        val errors = File(folder, "admin.log")
        val asked = start(ProcessBuilder(program, "admin", *words).redirectError(errors))
        val answer = asked.inputReader().readText()
        check(asked.waitFor() == 0) { errors.readText() }
        return answer
    }

    private fun start(builder: ProcessBuilder): Process {
        builder.environment().keys.removeIf { it.startsWith("ALONGSIDE_") }
        builder.environment()["ALONGSIDE_SERVER_LISTEN"] = listen
        builder.environment()["ALONGSIDE_STORE_PATH"] = File(folder, "server.db").path
        builder.environment().putAll(settings)
        return builder.start()
    }

    private fun find(answer: String, word: String): String =
        answer.lines().single { it.startsWith("$word ") }.substringAfter(" ").trim()
}
