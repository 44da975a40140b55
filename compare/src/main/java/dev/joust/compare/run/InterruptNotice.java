package dev.joust.compare.run;

import dev.joust.compare.process.RunningChildren;
import java.nio.file.Path;

/** When the session is told to stop, says how to go on. What was measured is on disk, and the children are ended by {@link RunningChildren}. */
public final class InterruptNotice {
    private final Thread hook;

    public InterruptNotice(Path folder) {
        hook = Thread.ofPlatform()
                .name("stop-on-signal")
                .unstarted(() -> System.err.printf(
                        "%njoust: interrupted; what was measured is in %s; go on with: joust run --resume %s%n",
                        folder, folder));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public void disarm() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
