// What the tests of all screens stand on: real phones in folders of their own, and waiting for what a screen shows.
package org.alongside.companion.screens

import java.io.File
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.alongside.companion.Phone
import org.alongside.core.CaseId
import org.alongside.core.ContactMode
import org.alongside.core.NewClient
import org.alongside.core.NextPlan
import org.alongside.core.PersonId
import org.alongside.testing.Keys
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.io.TempDir

/** Everybody and everything in these tests is invented. */
internal abstract class ScreenTest {
    @TempDir
    lateinit var folder: File

    private val open = mutableListOf<CoroutineScope>()

    /** A scope for a screen, on one thread as a screen's is; it ends with the test, or when it is closed. */
    fun aScope(): CoroutineScope =
        CoroutineScope(SupervisorJob() + Dispatchers.Default.limitedParallelism(1)).also(open::add)

    @AfterEach
    fun closeScreens() = open.forEach { it.cancel() }

    /** The phone of a new link worker, enrolled. */
    fun aWorker(name: String = "Sana Iqbal"): Held = aPhone("link_worker", name)

    /** The phone of a new person of this role, enrolled. */
    fun aPhone(role: String, name: String): Held {
        val (person, code) = Service.code(role, name)
        val phone = openPhone(folder.resolve(person))
        runBlocking { phone.enrol(Service.url, code, "kotlin") }
        return Held(phone, person)
    }

    /** The phone of the client of a case that the server has. */
    fun aClientOf(case: CaseId): Held {
        val (person, code) = Service.code("client", "Delyth Vaughan-Okoro")
        Service.admin("case", "--case", case, "--client", person)
        val phone = openPhone(folder.resolve(person))
        runBlocking {
            phone.enrol(Service.url, code, "kotlin")
            phone.synchronise(DEADLINE_MS)
        }
        return Held(phone, person)
    }

    companion object {
        val DEADLINE_MS = 30_000uL
        const val DAY_MS = 86_400_000L
        const val NAME = "Delyth Vaughan-Okoro"
    }
}

/** A phone whose file is in a folder of its own. */
internal fun openPhone(folder: File): Phone = runBlocking { Phone.open(folder.apply { mkdirs() }, Keys()) }

/** A phone in somebody's hand. */
internal class Held(val phone: Phone, val person: PersonId) {
    /** A case with its support begun, a word on what matters, and the next contact. */
    fun aCase(name: String = ScreenTest.NAME): CaseId =
        runBlocking {
            val case = phone.addClient(NewClient(name = name, knownAs = "Del", birthYear = 1951))
            val why = "To open the letters together"
            phone.agreeNextContact(case, NextPlan(now() + ScreenTest.DAY_MS, ContactMode.HOME, why))
            case
        }

    /** Exchanges everything with the server. */
    fun synchronise() = runBlocking { phone.synchronise(ScreenTest.DEADLINE_MS) }

    /** Asks the core directly. */
    fun <T> ask(what: suspend Phone.() -> T): T = runBlocking { phone.what() }
}

internal fun now(): Long = System.currentTimeMillis()

/** Waits until the screen shows it, and gives what it shows then. */
internal fun <S : ScreenState> ScreenModel<S>.waitFor(what: (S) -> Boolean): S =
    runBlocking {
        withTimeout(30_000) { state.first(what) }
    }

/** Waits until the action is through, and gives what the screen shows then. */
internal fun <S : ScreenState> ScreenModel<S>.after(action: Job): S {
    runBlocking { withTimeout(30_000) { action.join() } }
    return state.value
}

/** Waits until the action is through, and checks that nothing stood in its way. */
internal fun <S : ScreenState> ScreenModel<S>.done(
    action: Job
): S = after(action).also { assertEquals(null, it.doing.refusal?.error) }

/** Waits until the action is through, and gives what stood in its way. */
internal fun <S : ScreenState> ScreenModel<S>.refused(action: Job): Refusal {
    val refusal = after(action).doing.refusal
    assertNotNull(refusal)
    return refusal!!
}

/** The state once the screen shows something. */
internal fun <S : ScreenState> ScreenModel<S>.shown(): S = waitFor { it.phase == Phase.SHOWN }.also { assertTrue(it.loaded) }
