package androidx.test.runner.lifecycle;

/** What Robolectric hands to {@link ApplicationLifecycleMonitorRegistry}; nobody here asks it anything. */
public interface ApplicationLifecycleMonitor {}
