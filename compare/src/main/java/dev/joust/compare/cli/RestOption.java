package dev.joust.compare.cli;

import dev.joust.compare.plan.UsageException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How long a session waits for a machine at rest: {@code --rest}. */
final class RestOption {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final int MAX_SECONDS = 3_600;

    @Option(
            names = "--rest",
            paramLabel = "SECONDS",
            description =
                    "How long to wait, before the first block, for the machine to be at rest: 0 to 3600. Default: 60."
                            + " The session goes on in any case, and says who disturbs it.")
    private Optional<Integer> seconds;

    /**
     * What the user gives.
     *
     * @throws UsageException when it is out of range
     */
    Optional<Duration> given() {
        seconds.filter(given -> given < 0 || given > MAX_SECONDS).ifPresent(given -> {
            throw new UsageException(
                    String.format(Locale.ROOT, "--rest must be 0 to %d seconds, found %d", MAX_SECONDS, given));
        });
        return seconds.map(Duration::ofSeconds);
    }

    /** What the user gives, or the usual time. */
    Duration orUsual() {
        return given().orElse(USUAL);
    }
}
