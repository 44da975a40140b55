package dev.joust.compare.run;

import dev.joust.compare.process.RunningChildren;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Tells the user of a stopped session how to go on. The results are on disk, and {@link RunningChildren} ends the
 * children.
 */
final class InterruptNotice {
    private final Thread hook;

    private InterruptNotice(Path folder) {
        hook = Thread.ofPlatform()
                .name("stop-on-signal")
                .unstarted(() -> System.err.printf(
                        Locale.ROOT,
                        "%njoust: interrupted; the results so far are in %s; go on with: joust run --resume %s%n",
                        folder,
                        folder));
    }

    /** Shows the notice when this JVM ends before {@link #disarm}. */
    static InterruptNotice arm(Path folder) {
        var notice = new InterruptNotice(folder);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    void disarm() {
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
