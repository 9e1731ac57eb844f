// Handing a client over well: a pack drawn from the record, gone over, given, and the client told.
package org.alongside.companion.screens

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.launch
import org.alongside.companion.PhoneSurface
import org.alongside.core.AlongsideException
import org.alongside.core.CaseId
import org.alongside.core.EntityId
import org.alongside.core.HandoverPack
import org.alongside.core.HandoverView
import org.alongside.core.NextWorker
import org.alongside.core.PackPart
import org.alongside.core.Timestamp
import org.alongside.core.Typed

/** The state of the screen of a handover. */
data class HandoverState(
    /** The case. */
    val case: CaseId,
    /** Whom the client can be handed to; empty where nobody is known, and then it is the team's queue. */
    val colleagues: List<NextWorker> = emptyList(),
    /** Who of them the pack will be for; nobody for the team's queue. */
    val next: NextWorker? = null,
    /** Packs that were given, newest first; nothing before they were read. */
    val given: List<HandoverView>? = null,
    /** The pack that is being written. */
    val pack: HandoverView? = null,
    /** What is being typed, part by part. */
    val words: Map<PackPart, String> = emptyMap(),
    /** How safe what was typed last is. */
    val kept: Kept = Kept.UNTOUCHED,
    /** Whether this person has left the case. */
    val left: Boolean = false,
    override val doing: Doing = Doing(),
) : ScreenState {
    override val loaded: Boolean get() = given != null

    /** A part of the pack: as typed, or as it was drawn from the record. */
    fun wordsOf(part: PackPart): String = words[part] ?: pack?.pack?.part(part).orEmpty()

    /** Whether the pack can be given: it was not, and it says what matters to the client. */
    val canGive: Boolean
        get() = pack != null && pack.givenAt == null && wordsOf(PackPart.WHAT_MATTERS).isNotBlank() && !doing.busy
}

/** Writes and gives a pack; one of this case that was begun and not given goes on. */
class HandoverModel(
    private val phone: PhoneSurface,
    scope: CoroutineScope,
    private val case: CaseId,
) : ScreenModel<HandoverState>(HandoverState(case), scope) {
    private val saves = mutableMapOf<PackPart, Autosave>()

    /** Whether the pack was given here: from the next exchange on, the case may be on the next worker's phone alone. */
    private var handedOver = false

    init {
        refresh()
    }

    /** Chooses who the pack will be for, or the team's queue. */
    fun choose(next: NextWorker?) = change { it.copy(next = next) }

    /** Draws a pack from the record, for whoever was chosen, or else for the team's queue. */
    fun prepare(): Job =
        act {
            val pack = phone.prepareHandover(case, state.value.next)
            show(pack)
        }

    /** A part of the pack, whole, after a keystroke. */
    fun typePart(part: PackPart, words: String) {
        if (state.value.pack == null || words == state.value.wordsOf(part)) return
        change { it.copy(words = it.words + (part to words)) }
        saves.getOrPut(part) { partSave(part) }.type(words)
    }

    /** Says when both workers meet the client together. */
    fun planJointMeeting(at: Timestamp): Job = act { phone.planJointMeeting(thePack(), at) }

    /** Gives the pack; [why] is what the client is told. */
    fun give(why: String): Job =
        act {
            keepParts()
            val given = phone.giveHandover(thePack(), why)
            handedOver = true
            saves.clear()
            change { it.copy(pack = it.pack?.copy(id = given), words = emptyMap()) }
        }

    /** Leaves the case, after the joint meeting. */
    fun leaveCase(): Job =
        act {
            phone.leaveCase(case)
            change { it.copy(left = true) }
        }

    /** Keeps every letter: the screen is being left. It is done even when the scope has ended. */
    fun leave(): Job = scope.launch(NonCancellable) { refusalOf { keepParts() } }

    override suspend fun read() {
        if (state.value.left) return
        try {
            readCase()
        } catch (gone: AlongsideException.NotFound) {
            if (!handedOver) throw gone
            change { HandoverState(case, left = true) }
        }
    }

    private suspend fun readCase() {
        val colleagues = phone.colleagues()
        val given = phone.handovers(case)
        val pack = (state.value.pack?.id ?: findUnfinished())?.let { phone.handover(it) }
        change { it.copy(colleagues = colleagues, next = it.next.takeIf(colleagues::contains), given = given, pack = pack) }
    }

    override fun doing(state: HandoverState, doing: Doing) = state.copy(doing = doing)

    override fun emptied(state: HandoverState) = HandoverState(case, left = state.left)

    private suspend fun show(pack: EntityId) {
        val view = phone.handover(pack)
        saves.clear()
        change { it.copy(pack = view, words = emptyMap()) }
    }

    private suspend fun findUnfinished(): EntityId? =
        phone.drafts().firstOrNull { it.case == case && it.kind == PACK }?.id

    private fun thePack(): EntityId = checkNotNull(state.value.pack) { "a pack is prepared before it is written" }.id

    private fun partSave(part: PackPart): Autosave {
        val pack = thePack()
        return Autosave(
            scope,
            handOver = { words ->
                phone.writePack(pack, part, words)
                Typed.Saved
            },
            keep = { words -> phone.writePack(pack, part, words) },
        ) { kept, refusal ->
            change { it.copy(kept = kept, doing = it.doing.copy(refusal = refusal ?: it.doing.refusal)) }
        }
    }

    private suspend fun keepParts() {
        for (save in saves.values.toList()) save.keepNow()?.let { throw it.error }
    }

    private companion object {
        /** The kind of a pack among drafts, by catalogue name. */
        const val PACK = "handover_pack"
    }
}

/** The words of one part. */
fun HandoverPack.part(part: PackPart): String? =
    when (part) {
        PackPart.WHAT_MATTERS -> whatMatters
        PackPart.PROMISES -> promises
        PackPart.DO_AND_DO_NOT -> doAndDoNot
        PackPart.SAFE_CONTACT -> safeContact
        PackPart.OPEN_DUTIES -> openDuties
        PackPart.REFERRALS -> referrals
        PackPart.RELATIONSHIP -> relationship
    }
