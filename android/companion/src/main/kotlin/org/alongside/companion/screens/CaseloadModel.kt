// A link worker's people, and finding one of them or anything written about them.
package org.alongside.companion.screens

import java.text.Normalizer
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import org.alongside.companion.PhoneSurface
import org.alongside.core.CaseId
import org.alongside.core.CaseSummary
import org.alongside.core.Found
import org.alongside.core.LoadView
import org.alongside.core.MatchView
import org.alongside.core.NewClient
import org.alongside.core.WordsFor

/** Somebody new, as they are being entered. */
data class ClientForm(
    /** Their name; the one thing that is needed. */
    val name: String = "",
    /** What they like to be called. */
    val knownAs: String = "",
    /** The year of their birth, as it was typed. */
    val birthYear: String = "",
    /** Their telephone number. */
    val phone: String = "",
    /** Where they live. */
    val address: String = "",
    /** How it is safe to reach them, in words. */
    val safeContact: String = "",
) {
    /** The words in it, by what they are for. */
    internal val words: Map<WordsFor, String>
        get() =
            mapOf(
                WordsFor.CLIENT_NAME to name,
                WordsFor.CLIENT_KNOWN_AS to knownAs,
                WordsFor.CLIENT_PHONE to phone,
                WordsFor.CLIENT_ADDRESS to address,
                WordsFor.CLIENT_SAFE_CONTACT to safeContact,
            )

    /** The same with words that were begun before, where there are none yet. */
    internal fun goingOnWith(begun: Map<WordsFor, String>): ClientForm =
        copy(
            name = name.ifEmpty { begun[WordsFor.CLIENT_NAME].orEmpty() },
            knownAs = knownAs.ifEmpty { begun[WordsFor.CLIENT_KNOWN_AS].orEmpty() },
            phone = phone.ifEmpty { begun[WordsFor.CLIENT_PHONE].orEmpty() },
            address = address.ifEmpty { begun[WordsFor.CLIENT_ADDRESS].orEmpty() },
            safeContact = safeContact.ifEmpty { begun[WordsFor.CLIENT_SAFE_CONTACT].orEmpty() },
        )

    /** As the core takes it. */
    fun toClient(): NewClient =
        NewClient(
            name = name.trim(),
            knownAs = knownAs.ifBlank { null },
            birthYear = birthYear.trim().toLongOrNull(),
            phone = phone.ifBlank { null },
            address = address.ifBlank { null },
            safeContact = safeContact.ifBlank { null },
        )
}

/** The state of the list of a link worker's people. */
data class CaseloadState(
    /** Everybody on this phone, by name; nothing before it was read. */
    val people: List<CaseSummary>? = null,
    /** How much this link worker carries. */
    val load: LoadView? = null,
    /** Cases that may be of one person, for somebody to look at. */
    val possibleDuplicates: List<MatchView> = emptyList(),
    /** What is looked for. */
    val words: String = "",
    /** What was found for [words] in notes, goals and all else on this phone, best first. */
    val found: List<Found> = emptyList(),
    /** Somebody new who is being entered. */
    val form: ClientForm = ClientForm(),
    /** The case that was opened last, for the screen to go to. */
    val opened: CaseId? = null,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = people != null

    /** The people whose name fits [words]; everybody when nothing is looked for. */
    val fitting: List<CaseSummary> get() = people.orEmpty().filter { it.fits(words) }

    /** The name that goes with a case; nothing when the case is not on this phone. */
    fun nameOf(case: CaseId): String? = people?.firstOrNull { it.case == case }?.name
}

/** Lists people, searches, and opens cases. */
class CaseloadModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<CaseloadState>(CaseloadState(), scope) {
    private val half = HalfSaid(phone, scope)

    init {
        follow(phone.changes)
        refresh()
    }

    /** What is looked for was typed: names at once, everything else when it was searched. */
    fun typeSearch(words: String): Job {
        change { it.copy(words = words, found = if (words.isBlank()) emptyList() else it.found) }
        return refresh()
    }

    /** Somebody new was entered or changed. The words are kept until the case is opened. */
    fun enter(form: ClientForm) {
        if (half.isSaying) return
        change { it.copy(form = form) }
        form.words.forEach(half::type)
    }

    /** Opens a case for who was entered. It works with no signal; [CaseloadState.opened] is the case then. */
    fun addClient(): Job =
        act {
            half.said {
                val case = phone.addClient(state.value.form.toClient())
                change { it.copy(opened = case, form = ClientForm()) }
            }
        }

    /** The screen has gone to the case that was opened. */
    fun noteOpened() = change { it.copy(opened = null) }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half.leave()

    override suspend fun read() {
        val begun = half.begun(*ClientForm().words.keys.toTypedArray())
        val words = state.value.words
        val people = phone.caseload()
        val load = phone.myLoad()
        val duplicates = phone.possibleDuplicates()
        val found = if (words.isBlank()) emptyList() else search(words)
        change {
            it.copy(
                people = people,
                load = load,
                possibleDuplicates = duplicates,
                found = if (it.words == words) found else it.found,
                form = it.form.goingOnWith(begun),
            )
        }
    }

    override fun doing(state: CaseloadState, doing: Doing) = state.copy(doing = doing)

    /** People are found by name already. A signed note and the draft it was sealed from say the same: it is shown once. */
    private suspend fun search(words: String): List<Found> =
        phone.search(words, MOST_FOUND).filter { it.kind != CLIENT }.distinctBy { Triple(it.kind, it.case, it.text) }

    private companion object {
        /** The kind of a client, by catalogue name. */
        const val CLIENT = "client"

        /** More than anybody reads on a phone; another word finds fewer. */
        const val MOST_FOUND = 50u
    }
}

/** Whether every word begins a part of the name, whatever the accents and capitals. */
private fun CaseSummary.fits(words: String): Boolean {
    val parts = plain("$name ${knownAs.orEmpty()}").split(' ', '-')
    return plain(words).split(' ').filter(String::isNotBlank).all { word -> parts.any { it.startsWith(word) } }
}

private fun plain(words: String): String =
    Normalizer.normalize(words, Normalizer.Form.NFD).replace(Regex("\\p{Mn}+"), "").lowercase()
