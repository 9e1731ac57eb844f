package org.alongside.device

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network
import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.conflate
import kotlinx.coroutines.flow.distinctUntilChanged

/**
 * Whether this phone has a network: now, and whenever that changes.
 *
 * A network that leads nowhere, such as one that wants a sign-in first, counts as one: the core tells that apart by the answer.
 */
class Connectivity(private val context: Context) {
    /** Whether what goes over the network of this moment costs money, or may. */
    val metered: Boolean get() = context.service<ConnectivityManager>().isActiveNetworkMetered

    /** True while there is a network. */
    val connected: Flow<Boolean> = callbackFlow {
        val networks = context.service<ConnectivityManager>()
        val heard = object : ConnectivityManager.NetworkCallback() {
            override fun onAvailable(network: Network) {
                trySend(true)
            }

            override fun onLost(network: Network) {
                trySend(false)
            }
        }
        trySend(networks.activeNetwork != null)
        networks.registerDefaultNetworkCallback(heard)
        awaitClose { networks.unregisterNetworkCallback(heard) }
    }.conflate().distinctUntilChanged()
}
