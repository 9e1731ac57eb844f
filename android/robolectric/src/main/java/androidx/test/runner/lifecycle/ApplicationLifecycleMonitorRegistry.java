package androidx.test.runner.lifecycle;

/** Takes the monitor that Robolectric makes. No test of ours asks for it, so it is not kept. */
public final class ApplicationLifecycleMonitorRegistry {
    private ApplicationLifecycleMonitorRegistry() {}

    public static void registerInstance(ApplicationLifecycleMonitor made) {}
}
