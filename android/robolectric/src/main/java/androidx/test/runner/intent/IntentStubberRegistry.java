package androidx.test.runner.intent;

/** Says that nobody stubs intents. */
public final class IntentStubberRegistry {
    private IntentStubberRegistry() {}

    public static boolean isLoaded() {
        return false;
    }

    public static IntentStubber getInstance() {
        throw new IllegalStateException("no stubber was loaded");
    }
}
