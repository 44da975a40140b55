package dev.joust.compare.verdict;

import dev.joust.trial.Histograms;
import dev.joust.trial.Measurement.Censored;
import dev.joust.trial.Measurement.ClassResult;
import java.util.Collection;
import org.HdrHistogram.Histogram;

/**
 * The merged response times of one or more trials. A unit that was unfinished at the end is in it with the time until
 * then. Below the least of these times every percentile is exact, whatever the units took in the end. From there on it
 * is a lower bound.
 *
 * @param leastCensoredNanos the least time of an unfinished unit
 */
public record ResponseTimes(Histogram merged, long leastCensoredNanos) {

    /**
     * A percentile.
     *
     * @param atLeast whether the true value may be larger
     */
    public record BoundedTime(double millis, boolean atLeast) {}

    public static ResponseTimes of(Collection<ClassResult> trials) {
        var merged = Histograms.empty();
        long least = Long.MAX_VALUE;
        for (var trial : trials) {
            var response = Histograms.decoded(trial.latencies().response());
            merged.add(response);
            var censored = trial.censored().orElseGet(() -> derived(trial, response));
            if (censored.units() > 0) {
                least = Math.min(least, censored.leastNanos());
            }
        }
        return new ResponseTimes(merged, least);
    }

    /** Older sessions do not tell. An unfinished unit has no service time, which gives their number. */
    private static Censored derived(ClassResult trial, Histogram response) {
        long finished = Histograms.decoded(trial.latencies().service()).getTotalCount();
        return new Censored(response.getTotalCount() - finished, 0);
    }

    /** The number of units, unfinished ones too. */
    public long units() {
        return merged.getTotalCount();
    }

    public BoundedTime at(double percentile) {
        long nanos = merged.getValueAtPercentile(percentile);
        return nanos < leastCensoredNanos
                ? new BoundedTime(nanos / 1e6, false)
                : new BoundedTime(merged.lowestEquivalentValue(nanos) / 1e6, true);
    }
}
