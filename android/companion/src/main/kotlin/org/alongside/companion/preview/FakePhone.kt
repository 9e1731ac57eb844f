package org.alongside.companion.preview

import kotlinx.coroutines.Dispatchers
import org.alongside.companion.PhoneSurface
import org.alongside.companion.Surface
import org.alongside.companion.calls.Changes
import org.alongside.companion.calls.Core
import org.alongside.companion.calls.Lanes

/**
 * Stands in for a phone in previews and in tests of what a screen looks like: it shows a [Scene] and needs no library, file
 * or service.
 *
 * It is no phone. It knows no rule: a note that is typed and a step that is ticked are shown again, a list that the scene
 * does not have is empty, and what it cannot show fails with `Unexpected`. Nothing is kept. Test what a screen does with a
 * real [org.alongside.companion.Phone].
 */
class FakePhone private constructor(surface: PhoneSurface) : PhoneSurface by surface {
    constructor(scene: Scene = Scene.invented()) : this(over(scene))

    private companion object {
        fun over(scene: Scene): PhoneSurface {
            val changes = Changes()
            val shown = SceneCore(scene, changes)
            return Surface({}, changes, Core(shown, changes, Lanes(Dispatchers.Default)))
        }
    }
}
