package org.alongside.app.worker

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.Writing
import org.alongside.app.kit.action
import org.alongside.app.kit.field
import org.alongside.app.kit.heading
import org.alongside.app.kit.mainAction
import org.alongside.app.kit.notice
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.row
import org.alongside.app.way.Screen
import org.alongside.app.way.Way
import org.alongside.app.words.dayInWords
import org.alongside.app.words.momentInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.CaseloadModel
import org.alongside.companion.screens.CaseloadState
import org.alongside.companion.screens.ClientForm
import org.alongside.core.CaseSummary
import org.alongside.core.ClientStatus

/** A link worker's people, and whatever was written about them, found by words. */
class CaseloadScreen(private val phone: PhoneSurface, private val way: Way) : Screen<CaseloadState>() {
    private val model = CaseloadModel(phone, scope)

    override val title = R.string.caseload_name
    override val states: StateFlow<CaseloadState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: CaseloadState) {
        field("search", words(R.string.caseload_search), state.words) { model.typeSearch(it) }
        state.load?.tooMuch?.let { notice(it.words) }
        state.possibleDuplicates.forEach { notice(it.finding.words) }
        val nobody = if (state.words.isBlank()) R.string.caseload_empty else R.string.caseload_nobody
        if (state.fitting.isEmpty()) paragraph(words(nobody))
        state.fitting.forEach { person(it) }
        found(state)
        action(words(R.string.caseload_add)) { way.open(NewClientScreen(phone, way)) }
    }

    private fun Page.person(line: CaseSummary) {
        val below = listOfNotNull(
            restOf(line.status)?.let { words(it) },
            line.knownAs?.let { words(R.string.caseload_known_as, it) },
            line.birthYear?.let { words(R.string.caseload_born, it.toString()) },
            line.nextContact?.let { words(R.string.caseload_next, momentInWords(context, it.at)) }
                ?: words(R.string.caseload_no_next).takeIf { line.status == ClientStatus.ACTIVE },
            words(R.string.caseload_unsent).takeIf { line.unsent },
        )
        row("case ${line.case}", line.name, below) { open(line.case) }
    }

    private fun Page.found(state: CaseloadState) {
        if (state.found.isEmpty()) return
        heading(words(R.string.caseload_found))
        state.found.forEach { found ->
            val case = found.case ?: return@forEach
            val below = listOfNotNull(found.text, found.at?.let { dayInWords(context, it) })
            row("found ${found.id}", state.nameOf(case).orEmpty(), below) { open(case) }
        }
    }

    private fun open(case: String) = way.open(ClientScreen(phone, way, case))

    private fun restOf(status: ClientStatus): Int? = when (status) {
        ClientStatus.PAUSED -> R.string.caseload_paused
        ClientStatus.ENDED -> R.string.caseload_ended
        ClientStatus.ACTIVE, ClientStatus.UNKNOWN -> null
    }
}

/** Somebody new. Their name is enough to begin with; it works with no signal. */
class NewClientScreen(private val phone: PhoneSurface, private val way: Way) : Screen<CaseloadState>() {
    private val model = CaseloadModel(phone, scope)

    override val title = R.string.new_client_title
    override val states: StateFlow<CaseloadState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun left() {
        model.leave()
    }

    override fun Page.show(state: CaseloadState) {
        val opened = state.opened
        if (opened != null) return goTo(opened)
        val form = state.form
        field("name", words(R.string.new_client_name), form.name) { enter { copy(name = it) } }
        field("known-as", words(R.string.new_client_known_as), form.knownAs) { enter { copy(knownAs = it) } }
        field("birth-year", words(R.string.new_client_birth_year), form.birthYear, Writing.NUMBER, most = 4) {
            enter { copy(birthYear = it) }
        }
        field("phone", words(R.string.new_client_phone), form.phone, Writing.NUMBER) { enter { copy(phone = it) } }
        field("address", words(R.string.new_client_address), form.address) { enter { copy(address = it) } }
        field("safe", words(R.string.new_client_safe_contact), form.safeContact, Writing.SENTENCES) {
            enter { copy(safeContact = it) }
        }
        mainAction(words(R.string.new_client_action), form.name.isNotBlank() && !state.doing.busy) { model.addClient() }
    }

    private fun enter(how: ClientForm.() -> ClientForm) = model.enter(model.state.value.form.how())

    private fun Page.goTo(case: String) {
        model.noteOpened()
        post { way.replace(ClientScreen(phone, way, case)) }
    }
}
