package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Place
import org.alongside.companion.PhoneSurface

/** Where a link worker can go. */
fun workerPlaces(phone: PhoneSurface): List<Place> = listOf(
    Place(R.string.today_name) { TodayScreen(phone, it) },
    Place(R.string.caseload_name) { CaseloadScreen(phone, it) },
    Place(R.string.decisions_name) { DecisionsScreen(phone, it) },
    Place(R.string.sync_name) { SyncScreen(phone) },
)
