package org.alongside.companion.calls

import org.alongside.core.Me

/** Whose phone this is. */
interface EnrolmentCalls {
    /** Whose phone this is; nothing before it was enrolled. */
    suspend fun me(): Me?

    /**
     * Makes this phone one of the service's, with the one-time code its person was given. Needs a connection.
     *
     * `server` is the address, such as `https://alongside.example.org`; `platform` is `android`, `ios`, or what
     * else runs this. Fails with `Invalid` for the field `code` (`Unknown`, `Used`, `Expired`) or `server`, or with
     * `Offline`: then the same code can be tried again.
     */
    suspend fun enrol(server: String, code: String, platform: String): Me
}

internal class CoreEnrolmentCalls(
    private val core: Core,
) : EnrolmentCalls {
    override suspend fun me(): Me? = core.read { me() }

    override suspend fun enrol(server: String, code: String, platform: String): Me =
        core.wait { enrol(server, code, platform) }
}
