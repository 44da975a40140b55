package dev.joust.compare.verdict;

import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * The time after a peak of the offered rate until response times are as they were before it. It is known to the second:
 * from the end of the last second of the peak to the end of the first second that is as before. A second is as before
 * where its 99th percentile is at most 10 % above the highest of a second before the peak, and so are all later ones.
 * A model that does not keep up with the rate before the peak has nothing to go back to.
 *
 * @param seconds the whole seconds of the window, of all classes that count
 */
record RecoveryTime(List<Second> seconds) {
    private static final double TOLERANCE = 1.1;

    /** Of the units before the peak so many must be done before it. */
    private static final double LEAST_DONE = 0.95;

    /** The highest rate is a peak where it is at least so many times the lowest. */
    private static final double PEAK = 1.5;

    /** The classes second by second; of two percentiles the higher one counts. */
    static RecoveryTime of(Collection<OpenResult> classes, double windowSeconds) {
        List<Second> together = new ArrayList<>();
        for (int i = 0; i < (int) windowSeconds; i++) {
            int second = i;
            var parts = classes.stream()
                    .filter(units -> second < units.seconds().size())
                    .map(units -> units.seconds().get(second))
                    .toList();
            together.add(new Second(
                    parts.stream().mapToLong(Second::offered).sum(),
                    parts.stream().mapToLong(Second::done).sum(),
                    parts.stream().mapToLong(Second::inFlight).sum(),
                    parts.stream().mapToLong(Second::p50Nanos).max().orElse(0),
                    parts.stream().mapToLong(Second::p99Nanos).max().orElse(0)));
        }
        return new RecoveryTime(together);
    }

    MetricReading reading() {
        long most = seconds.stream().mapToLong(Second::offered).max().orElse(0);
        long least = seconds.stream().mapToLong(Second::offered).min().orElse(0);
        if (most < PEAK * least || most == 0) {
            return new MetricReading.Absent("the offered rate has no peak");
        }
        double middle = (most + least) / 2.0;
        int first = 0;
        while (seconds.get(first).offered() < middle) {
            first++;
        }
        int last = seconds.size() - 1;
        while (seconds.get(last).offered() < middle) {
            last--;
        }
        if (first == 0 || last == seconds.size() - 1) {
            return new MetricReading.Absent("the window has no whole second before the peak and after it");
        }
        var earlier = seconds.subList(0, first);
        long offered = earlier.stream().mapToLong(Second::offered).sum();
        long done = earlier.stream().mapToLong(Second::done).sum();
        if (offered - done > (1 - LEAST_DONE) * offered + 1) {
            return new MetricReading.Missed(String.format(
                    Locale.ROOT,
                    "the rate before the peak is not sustained: %.1f %% of it was done before the peak",
                    100.0 * done / offered));
        }
        long before = earlier.stream().mapToLong(Second::p99Nanos).max().orElseThrow();
        int recovered = seconds.size();
        while (recovered > last + 1 && seconds.get(recovered - 1).p99Nanos() <= TOLERANCE * before) {
            recovered--;
        }
        return recovered == seconds.size()
                ? new MetricReading.AtLeast(
                        seconds.size() - 1.0 - last, "response times were not as before when the window ended")
                : new MetricReading.KnownValue(recovered - last, 1);
    }
}
