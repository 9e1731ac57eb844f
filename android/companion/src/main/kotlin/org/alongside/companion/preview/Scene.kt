package org.alongside.companion.preview

import org.alongside.core.CaseOverview
import org.alongside.core.CaseSummary
import org.alongside.core.ClientHome
import org.alongside.core.Me
import org.alongside.core.NoteView
import org.alongside.core.Today

/**
 * What a [FakePhone] shows. Begin with [invented] and `copy` what a preview is about: a screen with nothing on it, with a
 * very long name, with much that is not sent yet.
 */
data class Scene(
    /** The moment of the scene, in milliseconds since 1970 in UTC. */
    val now: Long,
    /** Whose phone it is. */
    val me: Me,
    /** The link worker's cases. */
    val caseload: List<CaseSummary>,
    /** The link worker's day, with the state of the sync. */
    val today: Today,
    /** The first screen of a visit, for each case that can be opened. */
    val overviews: List<CaseOverview>,
    /** Notes of all cases. */
    val notes: List<NoteView>,
    /** The client's own phone. Its goals are also those that a link worker sees. */
    val home: ClientHome,
) {
    companion object {
        /** Two clients on a Thursday morning. Everybody in it is invented. */
        fun invented(): Scene = inventedScene()
    }
}
