package dev.joust.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads and prints durations as scenario files and options write them: {@code 20ms}, {@code 1.5 s}, {@code 250us}. */
public final class Durations {
    /** What a duration looks like, for messages. */
    public static final String FORM = "a duration with a unit (ns, us, ms, s, min)";

    static final Pattern PATTERN = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|ms|s|min)");
    private static final Map<String, Long> NANOS =
            Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L);
    private static final BigDecimal MAX_NANOS = BigDecimal.valueOf(Long.MAX_VALUE);

    private Durations() {}

    /**
     * The duration that a text says, rounded down to whole nanoseconds.
     *
     * @return empty when the text is no number with a unit; 292 years, {@link Long#MAX_VALUE} nanoseconds, when it says
     *     more
     */
    public static Optional<Duration> parse(String text) {
        var match = PATTERN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var nanos = new BigDecimal(match.group(1)).multiply(BigDecimal.valueOf(NANOS.get(match.group(2))));
        return Optional.of(Duration.ofNanos(nanos.min(MAX_NANOS).longValue()));
    }

    /** The duration in whole milliseconds, or in nanoseconds when it is no whole number of milliseconds. */
    public static String format(Duration time) {
        return time.toNanos() % 1_000_000 == 0 ? time.toMillis() + "ms" : time.toNanos() + "ns";
    }
}
