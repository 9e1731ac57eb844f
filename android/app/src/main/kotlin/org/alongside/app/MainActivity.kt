package org.alongside.app

import android.Manifest
import android.app.Activity
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.provider.Settings
import android.view.WindowManager
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.combine
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.launch
import org.alongside.app.lock.LockActions
import org.alongside.app.photos.PhotoPicker
import org.alongside.app.start.Doorstep
import org.alongside.app.start.Hall
import org.alongside.app.way.Frame
import org.alongside.companion.lock.LockState

/**
 * The one window. It shows what [Hall] decides: the way in, the lock, or somebody's screens.
 *
 * Nothing of it is ever in a picture: not in the list of recent apps, not in a screenshot, not on another display.
 */
class MainActivity : Activity(), LockActions {
    private val app get() = application as AlongsideApplication
    private lateinit var scope: CoroutineScope
    private lateinit var hall: Hall

    override fun onCreate(kept: Bundle?) {
        super.onCreate(null) // What was on the screen is in the core, not in a bundle of the system's.
        window.setFlags(WindowManager.LayoutParams.FLAG_SECURE, WindowManager.LayoutParams.FLAG_SECURE)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
        val frame = Frame(this)
        setContentView(frame)
        scope = MainScope()
        hall = Hall(app.rooms, frame, scope, this)
        scope.launch { combine(app.entrance.step, app.lock.state, ::Pair).distinctUntilChanged().collect(::show) }
    }

    override fun onStart() {
        super.onStart()
        app.lock.came()
        app.round.came()
    }

    override fun onStop() {
        hall.left()
        app.lock.left()
        app.round.left()
        super.onStop()
    }

    override fun onDestroy() {
        scope.cancel()
        super.onDestroy()
    }

    @Deprecated("The system asks this of an activity with no other way back.")
    override fun onBackPressed() {
        @Suppress("DEPRECATION")
        if (!hall.back()) super.onBackPressed()
    }

    override fun ask() {
        val question = app.screenLock.question(getString(R.string.lock_question), getString(R.string.lock_question_words))
        if (question == null) {
            look()
        } else if (app.lock.ask()) {
            startActivityForResult(question, QUESTION)
        }
    }

    override fun onActivityResult(asked: Int, result: Int, data: Intent?) {
        when (asked) {
            QUESTION -> app.lock.answered(result == RESULT_OK)
            PhotoPicker.REQUEST -> app.picker.answered(data?.data.takeIf { result == RESULT_OK })
            else -> super.onActivityResult(asked, result, data)
        }
    }

    override fun look() = app.lock.look()

    override fun openSettings() = startActivity(Intent(Settings.ACTION_SECURITY_SETTINGS))

    override fun goOnWithout() = app.lock.goOnWithout()

    private fun show(now: Pair<Doorstep, LockState>) {
        val (step, lock) = now
        hall.show(step, lock)
        if (step !is Doorstep.Enrolled) return
        // Who may go without a lock is known only now that the phone says whose it is.
        if (lock is LockState.NoScreenLock) app.lock.look()
        if (lock is LockState.Open) askForNotices()
    }

    /** Asked once somebody is in and can see what for; the system remembers a no. */
    private fun askForNotices() {
        if (Build.VERSION.SDK_INT < Build.VERSION_CODES.TIRAMISU || app.askedForNotices) return
        app.askedForNotices = true
        requestPermissions(arrayOf(Manifest.permission.POST_NOTIFICATIONS), NOTICES)
    }

    private companion object {
        const val QUESTION = 1
        const val NOTICES = 2
    }
}
