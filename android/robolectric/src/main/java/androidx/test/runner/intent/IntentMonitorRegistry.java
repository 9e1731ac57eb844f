package androidx.test.runner.intent;

/** Takes the monitor that Robolectric makes. No test of ours asks for it, so it is not kept. */
public final class IntentMonitorRegistry {
    private IntentMonitorRegistry() {}

    public static void registerInstance(IntentMonitor made) {}
}
