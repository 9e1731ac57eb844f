package androidx.test.runner.intent;

import android.app.Instrumentation.ActivityResult;
import android.content.Intent;

/** Answers intents in place of other apps. No test of ours uses one; Robolectric's code names the type. */
public interface IntentStubber {
    ActivityResult getActivityResultForIntent(Intent intent);
}
