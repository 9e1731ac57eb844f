package androidx.test.runner.lifecycle;

/** Where Robolectric leaves the monitor of the running test, and finds it again. */
public final class ActivityLifecycleMonitorRegistry {
    private static volatile ActivityLifecycleMonitor monitor;

    private ActivityLifecycleMonitorRegistry() {}

    public static void registerInstance(ActivityLifecycleMonitor made) {
        monitor = made;
    }

    /** The monitor of the running test; fails when no test has begun. */
    public static ActivityLifecycleMonitor getInstance() {
        if (monitor == null) {
            throw new IllegalStateException("no test has begun");
        }
        return monitor;
    }
}
