package org.alongside.app.words

import android.content.res.Resources
import org.alongside.app.R
import org.alongside.core.SyncState

/** What is on this phone only, a line for changes and one for photos. None when the service has everything. */
fun onThisPhoneOnly(resources: Resources, sync: SyncState): List<String> {
    val counted = listOf(R.plurals.sync_unsent to sync.unsent, R.plurals.photos_unsent to sync.photosUnsent)
    return counted.filter { (_, count) -> count > 0uL }.map { (words, count) ->
        resources.getQuantityString(words, count.toInt(), count.toInt())
    }
}
