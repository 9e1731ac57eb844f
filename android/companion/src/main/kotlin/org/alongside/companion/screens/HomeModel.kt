// A client's first screen: who my link worker is, and when and why we speak next.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.ClientHome
import org.alongside.core.EntityId
import org.alongside.core.WishKind
import org.alongside.core.WishView
import org.alongside.core.WordsFor

/** The state of a client's first screen. */
data class HomeState(
    /** Everything it shows; nothing before it was read. */
    val home: ClientHome? = null,
    /** What is being asked for in words. */
    val words: String = "",
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = home != null

    /** What the client asked for and nobody has answered yet. */
    val openWishes: List<WishView> get() = home?.wishes.orEmpty().filter { it.open }
}

/** Shows a client their link worker and their next contact, and takes what they ask for in between. */
class HomeModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
) : ScreenModel<HomeState>(HomeState(), scope) {
    @Volatile
    private var half: HalfSaid? = null

    init {
        follow(phone.changes)
        refresh()
    }

    /** What is asked for was typed. It is kept until it is asked. */
    fun typeWords(words: String) {
        val half = half ?: return
        if (half.isSaying) return
        change { it.copy(words = words) }
        half.type(WordsFor.WISH, words)
    }

    /** Asks for something about contact, with the words that were typed. */
    fun wish(kind: WishKind): Job {
        val home = state.value.home ?: return refresh()
        val words = state.value.words.ifBlank { null }
        return act {
            halfOf(home).said { phone.wishContact(home.case, kind, words) }
            change { it.copy(words = "") }
        }
    }

    /** Takes a wish back. */
    fun withdraw(wish: EntityId): Job = act { phone.withdrawWish(wish) }

    /** The client has read that another link worker comes. */
    fun noteChangeSeen(notice: EntityId): Job = act { phone.noteChangeSeen(notice) }

    /** The client's answer to "I know who my link worker is and how to reach them". */
    fun sayRecognition(known: Boolean): Job {
        val home = state.value.home ?: return refresh()
        return act { phone.sayRecognition(home.case, known) }
    }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = half?.leave() ?: scope.launch {}

    override suspend fun read() {
        val home = phone.clientHome()
        val begun = halfOf(home).begun(WordsFor.WISH)[WordsFor.WISH].orEmpty()
        change { it.copy(home = home, words = it.words.ifEmpty { begun }) }
    }

    private fun halfOf(home: ClientHome): HalfSaid = half ?: HalfSaid(phone, scope, home.case).also { half = it }

    override fun doing(state: HomeState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: HomeState) = HomeState()
}
