package dev.joust.trial;

import java.util.Map;
import java.util.TreeMap;

/**
 * How busy the parts of a model are that its units share: a lock, loops. One reading; two of them give the figures of
 * the time in between. The names are {@link #LOCK_HELD} and the others below.
 *
 * @param integrals how much was in use, integrated over the time since the model started, in nanoseconds. A lock that
 *     was held for 2 s has 2e9, and so have two threads that waited for it for 1 s each
 * @param longest the longest single time since the last reading, in nanoseconds
 */
public record Activity(Map<String, Double> integrals, Map<String, Double> longest) {
    /** A lock: held or not. */
    public static final String LOCK_HELD = "lock-held";

    /** A lock: the number of threads that wait for it. */
    public static final String LOCK_WAITING = "lock-waiting";

    /** A loop: the CPU time of its thread. The mean over the loops, where there are several. */
    public static final String LOOP_BUSY = "loop-busy";

    /** A loop: the time for which its thread was ready and waited for a core. */
    public static final String LOOP_WITHOUT_CORE = "loop-without-core";

    /** A loop: the time for which one unit kept it from its I/O, from one look at the sockets to the next. */
    public static final String LOOP_TURN = "loop-turn";

    /** Of a model without such parts. */
    public static final Activity NONE = new Activity(Map.of(), Map.of());

    private static final String WINDOW = "window-";

    private static final double NANOS_PER_MILLI = 1e6;

    public Activity {
        integrals = Map.copyOf(integrals);
        longest = Map.copyOf(longest);
    }

    /** The counter that has this integral as a mean over the window. */
    public static String meanName(String integral) {
        return WINDOW + integral;
    }

    /** The counter that has this longest time in the window, in milliseconds. */
    public static String longestName(String longest) {
        return WINDOW + longest + "-millis";
    }

    /** This and the activity of other parts. */
    public Activity with(Activity others) {
        return new Activity(joined(integrals, others.integrals), joined(longest, others.longest));
    }

    private static Map<String, Double> joined(Map<String, Double> some, Map<String, Double> more) {
        var all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    /**
     * The figures of the time since an earlier reading: for each integral the mean number in use,
     * {@code window-lock-held} from 0 to 1 for example, and each longest time, {@code window-loop-turn-millis}.
     */
    Map<String, Double> since(Activity start, long nanos) {
        Map<String, Double> figures = new TreeMap<>();
        integrals.forEach((name, value) -> {
            var before = start.integrals.get(name);
            if (before != null && nanos > 0) {
                figures.put(meanName(name), Math.max(0, (value - before) / nanos));
            }
        });
        longest.forEach((name, value) -> figures.put(longestName(name), value / NANOS_PER_MILLI));
        return figures;
    }
}
