package androidx.test.runner.intent;

/** What Robolectric hands to {@link IntentMonitorRegistry}; nobody here asks it anything. */
public interface IntentMonitor {}
