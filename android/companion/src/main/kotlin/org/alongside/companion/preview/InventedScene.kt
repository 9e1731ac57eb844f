package org.alongside.companion.preview

import org.alongside.core.CaseOverview
import org.alongside.core.CaseSummary
import org.alongside.core.Client
import org.alongside.core.ClientHome
import org.alongside.core.ClientStatus
import org.alongside.core.ContactMode
import org.alongside.core.Goal
import org.alongside.core.GoalStatus
import org.alongside.core.GoalView
import org.alongside.core.LinkWorkerCard
import org.alongside.core.Me
import org.alongside.core.NextContactView
import org.alongside.core.NoteState
import org.alongside.core.NoteView
import org.alongside.core.PlaceVisits
import org.alongside.core.Progress
import org.alongside.core.PromiseLine
import org.alongside.core.Role
import org.alongside.core.Step
import org.alongside.core.StepBy
import org.alongside.core.StepView
import org.alongside.core.SyncState
import org.alongside.core.Today
import org.alongside.core.VisitLine
import org.alongside.core.VisitNote
import org.alongside.core.WordingBy

private const val NOW = 1_795_683_600_000
private const val HOUR = 3_600_000L
private const val DAY = 24 * HOUR
private const val WORKER = "Sana Iqbal"
private const val SERVER = "https://alongside.example.org"

internal fun inventedScene(): Scene =
    Scene(
        now = NOW,
        me = Me("person-sana", WORKER, Role.LINK_WORKER, "Riverside Link Workers", null, SERVER),
        caseload = listOf(DELYTH.summary(NOW - 7 * DAY), TOMASZ.summary(null)),
        today = Today("2026-11-26", listOf(DELYTH.visitAtHome()), emptyList(), emptyList(), emptyList(), LINE),
        overviews = listOf(DELYTH.overview(), TOMASZ.overview()),
        notes = listOf(NOTE),
        home = HOME,
    )

/** Somebody invented. */
private class Invented(
    val case: String,
    val name: String,
    val knownAs: String?,
    val born: Long,
    val coming: NextContactView?
) {
    fun summary(last: Long?) = CaseSummary(case, name, knownAs, born, ClientStatus.ACTIVE, last, coming, false)

    fun visitAtHome() =
        PlaceVisits("", listOf(visit()))

    private fun visit() =
        VisitLine(case, name, knownAs, NOW + HOUR, ContactMode.HOME, WHY, true, emptyList(), PROMISE, null, false)

    fun overview() =
        CaseOverview(
            case = case,
            client = client(),
            ownWords = emptyList(),
            lastPromise = PROMISE.takeIf { coming != null },
            safeContact = null,
            accessNeeds = emptyList(),
            episode = null,
            atRest = false,
            nextContact = coming,
            lastContact = null,
            openDuties = emptyList(),
            warnings = emptyList(),
        )

    private fun client() =
        Client(
            name = name,
            knownAs = knownAs,
            birthYear = born,
            practice = null,
            conditions = emptyList(),
            consent = true,
            phone = null,
            address = null,
            safeContact = null,
            plannedMonths = null,
            status = ClientStatus.ACTIVE,
            since = NOW - 60 * DAY,
            nhsNumber = null,
            born = null,
            pronouns = null,
            language = null,
            preferredMode = null,
            contactEveryDays = null,
            intensity = null,
            intensityWhy = null,
            lifeNow = null,
            ethnicity = null,
            deprivationQuintile = null,
            otherSupport = emptyList(),
        )
}

private const val WHY = "To open the letters together, as Delyth asked"
private val PROMISE = PromiseLine("note-0", "Bring the form about the heating", 7)
private val COMING = NextContactView(NOW + HOUR, ContactMode.HOME, WORKER, WHY, null, true, false)
private val DELYTH = Invented("case-delyth", "Delyth Vaughan-Okoro", "Del", 1951, COMING)
private val TOMASZ = Invented("case-tomasz", "Tomasz Zielony", null, 1963, null)
private val LINE = SyncState(2u, NOW - HOUR, NOW - 2 * HOUR, NOW - HOUR, "unreachable", false, NOW + HOUR, false, 0u, null, 0u, 0u)

private val NOTE =
    NoteView(
        id = "note-0",
        case = DELYTH.case,
        note = VisitNote(DELYTH.case, NOW - 7 * DAY, null, null, "Delyth spoke of her garden.", PROMISE.words, null),
        state = NoteState.SIGNED,
        author = WORKER,
        signedAt = NOW - 7 * DAY,
        otherTexts = emptyList(),
        voidBecause = null,
        unsent = false,
    )

private val GOAL =
    GoalView(
        id = "goal-garden",
        goal =
            Goal(
                wording = "I want to sit in my garden again before the frost",
                wordingBy = WordingBy.CLIENT,
                paraphrase = null,
                category = null,
                status = GoalStatus.ACTIVE,
                parkReason = null,
                at = NOW - 7 * DAY,
                clientConfirmedAt = NOW - 6 * DAY,
                why = null,
                became = null,
                need = null,
                settledAt = null,
                wordingByName = null,
            ),
        otherWordings = emptyList(),
        steps =
            listOf(
                step(0, "Ring the allotment about the wheelbarrow", StepBy.CLIENT),
                step(1, "Borrow a chair", StepBy.WORKER),
            ),
        checkIns = emptyList(),
        clientProgress = Progress(3, 5, NOW - DAY, 2u),
        workerProgress = null,
        unsent = false,
    )

private fun step(position: Long, title: String, by: StepBy) =
    StepView("step-$position", Step("goal-garden", position, title, by, false, null, NOW - 7 * DAY, null, null), false)

private val HOME =
    ClientHome(
        case = DELYTH.case,
        linkWorker =
            LinkWorkerCard("person-sana", WORKER, "I have time to listen", "Riverside Link Workers", "0191 496 0001"),
        reachMissing = null,
        change = null,
        nextContact = COMING,
        nextToConfirm = null,
        goals = listOf(GOAL),
        referrals = emptyList(),
        sharing = emptyList(),
        wishes = emptyList(),
        crisis = emptyList(),
        notWatched = "Nobody reads this at once.",
    )
