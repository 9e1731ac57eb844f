package org.alongside.app.worker

import org.alongside.app.R
import org.alongside.app.way.Place
import org.alongside.companion.Phone

/** Where a link worker can go. */
fun workerPlaces(phone: Phone): List<Place> = listOf(Place(R.string.sync_name) { SyncScreen(phone) })
