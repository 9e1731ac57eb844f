// An exchange that somebody asked for while another was under way.
package org.alongside.companion.screens

import org.alongside.core.AlongsideException
import org.alongside.core.OfflineReason

/**
 * Exchanges; nothing when an exchange is under way already, which brings what was asked for: nobody has to hear that they
 * pressed at the wrong moment.
 */
internal suspend fun <T : Any> unlessUnderWay(exchange: suspend () -> T): T? =
    try {
        exchange()
    } catch (refused: AlongsideException.Offline) {
        if (refused.why == OfflineReason.ALREADY_RUNNING) null else throw refused
    }
