package org.alongside.companion.calls

import org.alongside.core.EntityId
import org.alongside.core.NewPhoto
import org.alongside.core.PhotoView
import org.alongside.core.PhotosSent

/** Photos beside goals, check-ins and what matters: for people who would rather show than write. */
interface PhotoCalls {
    /**
     * Adds a photo to something that is shared with the client: a goal, a check-in, a step, what matters.
     *
     * Fails with `Invalid`: `photo` or `preview` when it is no whole JPEG (`WRONG_TYPE`) or too large (`TOO_LONG`), `of` when
     * that is nothing shared; or with `NotFound`.
     */
    suspend fun addPhoto(of: EntityId, new: NewPhoto): EntityId

    /**
     * Says how a goal is going with a photo: from 0 to 10 and in words as well, or with the photo alone.
     *
     * Fails as `checkIn` and `addPhoto` do.
     */
    suspend fun checkInWithPhoto(goal: EntityId, photo: NewPhoto, score: Long? = null, words: String? = null): EntityId

    /**
     * Says in other words what a photo shows.
     *
     * Fails with `NotFound`.
     */
    suspend fun captionPhoto(photo: EntityId, caption: String)

    /**
     * Puts a photo away.
     *
     * Fails with `NotFound`.
     */
    suspend fun putPhotoAway(photo: EntityId)

    /** The photos beside something, oldest first. Those of goals and check-ins come with `goals`. */
    suspend fun photos(of: EntityId): List<PhotoView>

    /**
     * A photo as a JPEG, when it is on this phone; if not, `fetchPhoto` fetches it.
     *
     * Fails with `NotFound` when there is no such photo that may be shown.
     */
    suspend fun photo(photo: EntityId): ByteArray?

    /**
     * Fetches a photo from the service, for at most `deadlineMs` milliseconds, and says whether it is here now: not while it
     * is still on its way from the phone that took it.
     *
     * Fails as `synchronise` does, or with `NotFound`. What came is kept, and the next call goes on behind it.
     */
    suspend fun fetchPhoto(photo: EntityId, deadlineMs: ULong = 60_000u): Boolean

    /**
     * Sends the photos taken on this phone that the service does not have, for at most `deadlineMs` milliseconds. Call it
     * after a sync: it runs beside the next one, and text never waits for it. On a `metered` network photos of more than
     * 1 MiB wait. However it ends, `ARRIVED` says to look again.
     *
     * Fails as `synchronise` does. What was sent is kept, and the next call goes on behind it.
     */
    suspend fun sendPhotos(deadlineMs: ULong = 120_000u, metered: Boolean): PhotosSent

    /** Calls off whatever is on its way of photos, to the service or from it. */
    fun cancelPhotos()
}

internal class CorePhotoCalls(
    private val core: Core,
) : PhotoCalls {
    override suspend fun addPhoto(of: EntityId, new: NewPhoto): EntityId = core.write { addPhoto(of, new) }

    override suspend fun checkInWithPhoto(goal: EntityId, photo: NewPhoto, score: Long?, words: String?): EntityId =
        core.write { checkInWithPhoto(goal, photo, score, words) }

    override suspend fun captionPhoto(photo: EntityId, caption: String) = core.write { captionPhoto(photo, caption) }

    override suspend fun putPhotoAway(photo: EntityId) = core.write { putPhotoAway(photo) }

    override suspend fun photos(of: EntityId): List<PhotoView> = core.read { photos(of) }

    override suspend fun photo(photo: EntityId): ByteArray? = core.read { photo(photo) }

    override suspend fun fetchPhoto(photo: EntityId, deadlineMs: ULong): Boolean =
        core.carry { fetchPhoto(photo, deadlineMs) }

    override suspend fun sendPhotos(deadlineMs: ULong, metered: Boolean): PhotosSent =
        core.carry { sendPhotos(deadlineMs, metered) }

    override fun cancelPhotos() = core.now { cancelPhotos() }
}
