package org.alongside.companion.calls

import org.alongside.core.InstrumentSummary
import org.alongside.core.PackCheck

/** The instruments of this phone, and packs of further ones. */
interface PackCalls {
    /** The instruments an assessment can be begun with, each in the version it begins with. */
    suspend fun instruments(): List<InstrumentSummary>

    /** Every instrument this phone knows, in every version: also those that are only read. */
    suspend fun listInstruments(): List<InstrumentSummary>

    /** What a pack is and whether it would be taken, without taking it: for a screen that shows its licence first. */
    suspend fun checkPack(pack: ByteArray): PackCheck

    /**
     * Takes a pack: an instrument that an organisation has a licence for, or the word that one is withdrawn. It is
     * kept on this phone, encrypted. A new version stands beside the old one, in which drafts that were begun with
     * it end.
     *
     * Fails with `Invalid` for the field `pack`; `checkPack` says why in words. Nothing was taken then, and nothing
     * that was there is changed.
     */
    suspend fun loadPack(pack: ByteArray)
}

internal class CorePackCalls(
    private val core: Core,
) : PackCalls {
    override suspend fun instruments(): List<InstrumentSummary> = core.read { instruments() }

    override suspend fun listInstruments(): List<InstrumentSummary> = core.read { listInstruments() }

    override suspend fun checkPack(pack: ByteArray): PackCheck = core.read { checkPack(pack) }

    override suspend fun loadPack(pack: ByteArray) = core.write { loadPack(pack) }
}
