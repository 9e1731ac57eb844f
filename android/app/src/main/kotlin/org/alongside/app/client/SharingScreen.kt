package org.alongside.app.client

import kotlinx.coroutines.flow.StateFlow
import org.alongside.app.R
import org.alongside.app.kit.Page
import org.alongside.app.kit.heading
import org.alongside.app.kit.paragraph
import org.alongside.app.kit.quiet
import org.alongside.app.kit.switch
import org.alongside.app.way.Screen
import org.alongside.app.words.dayInWords
import org.alongside.companion.PhoneSurface
import org.alongside.companion.screens.SharingModel
import org.alongside.companion.screens.SharingState
import org.alongside.core.CaseId
import org.alongside.core.SharingPurpose
import org.alongside.core.SharingView

/** What a client lets others see, and who sees what in any case. */
class SharingScreen(phone: PhoneSurface, case: CaseId) : Screen<SharingState>() {
    private val model = SharingModel(phone, scope, case)

    override val title = R.string.sharing_name
    override val states: StateFlow<SharingState> = model.state

    override fun refresh() {
        model.refresh()
    }

    override fun Page.show(state: SharingState) {
        heading(words(R.string.sharing_yours))
        if (state.switches.orEmpty().isEmpty()) paragraph(words(R.string.sharing_none))
        state.switches.orEmpty().forEach { one(it) }
        heading(words(R.string.sharing_who))
        state.readers.forEach { part ->
            paragraph(part.what)
            quiet(part.who)
        }
        paragraph(state.alsoSees)
    }

    private fun Page.one(view: SharingView) {
        val purpose = words(purposeInWords(view.sharing.purpose))
        val label = view.sharing.with?.let { words(R.string.sharing_with, purpose, it) } ?: purpose
        // A word of a newer version can be read here, and only be answered where it is understood.
        if (view.sharing.purpose == SharingPurpose.UNKNOWN) return paragraph(label)
        switch(view.sharing.purpose.name, label, view.given) { model.switch(view.sharing.purpose, it) }
        view.sharing.scope?.let { quiet(it) }
        quiet(words(R.string.sharing_asked, dayInWords(context, view.sharing.askedAt)))
    }
}
