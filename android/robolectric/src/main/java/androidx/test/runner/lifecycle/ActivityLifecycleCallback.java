package androidx.test.runner.lifecycle;

import android.app.Activity;

/** Told when an activity has come to a stage. */
public interface ActivityLifecycleCallback {
    void onActivityLifecycleChanged(Activity activity, Stage stage);
}
