package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

/** Where Robolectric leaves the instrumentation of the running test. */
public final class InstrumentationRegistry {
    private static volatile Instrumentation instrumentation;

    private InstrumentationRegistry() {}

    /** Called by Robolectric when it has made the world of a test. */
    public static void registerInstance(Instrumentation made, Bundle arguments) {
        instrumentation = made;
    }

    /** The instrumentation of the running test; fails when no test has begun. */
    public static Instrumentation getInstrumentation() {
        if (instrumentation == null) {
            throw new IllegalStateException("no test has begun");
        }
        return instrumentation;
    }
}
