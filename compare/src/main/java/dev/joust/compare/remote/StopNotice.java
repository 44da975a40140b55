package dev.joust.compare.remote;

import java.nio.file.Path;
import java.util.Locale;

/** Tells the user of a stopped session where the results of the hosts are. Each host stops when its input ends. */
final class StopNotice {
    private final Thread hook;

    private StopNotice(Path shards) {
        hook = Thread.ofPlatform()
                .name("stop-on-signal")
                .unstarted(() -> System.err.printf(
                        Locale.ROOT,
                        "%njoust: interrupted; the hosts stop; the results so far are in %s;"
                                + " judge them with: joust merge %s/* --out DIR%n",
                        shards,
                        shards));
    }

    /** Shows the notice when this JVM ends before {@link #disarm}. */
    static StopNotice arm(Path shards) {
        var notice = new StopNotice(shards);
        Runtime.getRuntime().addShutdownHook(notice.hook);
        return notice;
    }

    void disarm() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // a signal ends this JVM, and the notice is shown
        }
    }
}
