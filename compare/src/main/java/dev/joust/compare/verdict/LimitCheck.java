package dev.joust.compare.verdict;

import dev.joust.scenario.Load;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks a trial against its analytic limit.
 *
 * @param units of a batch; of a closed load unused
 * @param limits the limits that a message names
 * @param lenient the limits with the tolerance for calibration: only beyond these a trial fails
 * @param extraQuotaSeconds what a window can get beyond its share of a CPU quota
 */
record LimitCheck(Load load, int units, AnalyticLimits limits, AnalyticLimits lenient, double extraQuotaSeconds) {
    /**
     * How much less CPU time than calibrated a trial may take. A calibration can be some percent slower than the
     * machine at its best. A trial that used a core too many by mistake is far beyond this. Waits have no tolerance:
     * the service waits as long as asked, or longer.
     */
    static final double CALIBRATION_TOLERANCE = 1.15;

    /** A rate counts as sustained from 99 % of its units on. */
    private static final double SUSTAINED = 0.99;

    /** What waking a thread may add to the time of a unit. */
    private static final double WAKING_SECONDS = 0.01;

    /** A search takes the highest of some rates, so it finds the one that was lucky. */
    private static final double STANDARD_DEVIATIONS = 4;

    /** Above the rounding of a sum, below one unit more in any window. */
    private static final double ROUNDING = 1e-6;

    /** One line per limit that the trial exceeded. */
    List<String> failedBy(Measurement measurement) {
        double seconds = measurement.window().nanos() / 1e9;
        List<String> failed = new ArrayList<>();
        switch (load) {
            case Load.Batch _ -> {
                if (seconds
                        < lenient.leastMakespan(units) * (1 - ROUNDING) - extraQuotaSeconds / CALIBRATION_TOLERANCE) {
                    failed.add(String.format(
                            Locale.ROOT,
                            "analytic limit: done in %.3f s, but by arithmetic it takes at least %.3f s",
                            seconds,
                            limits.leastMakespan(units) - extraQuotaSeconds));
                }
            }
            case Load.Closed _ ->
                measurement.classes().forEach((name, done) -> {
                    double found = wholeUnits(done) / seconds;
                    double extra = limits.mostThroughput(name) * extraQuotaSeconds / seconds;
                    if (found > lenient.mostThroughput(name) * (1 + ROUNDING) + extra) {
                        failed.add(String.format(
                                Locale.ROOT,
                                "analytic limit: %.1f units/s of %s, but by arithmetic at most %.1f",
                                found,
                                name,
                                limits.mostThroughput(name)));
                    }
                });
            case Load.Open _ -> {
                double needed = lenient.leastSeconds(
                        name -> wholeUnits(measurement.classes().get(name)) * 1.0);
                if (needed > (seconds + extraQuotaSeconds) * (1 + ROUNDING)) {
                    failed.add(String.format(
                            Locale.ROOT,
                            "analytic limit: its units were done in %.3f s, but by arithmetic they take at least"
                                    + " %.3f s",
                            seconds,
                            limits.leastSeconds(
                                    name -> wholeUnits(measurement.classes().get(name)) * 1.0)));
                }
            }
            case Load.Capacity capacity ->
                measurement.capacity().flatMap(found -> found.sustained()).ifPresent(rate -> {
                    if (rate > tolerance(capacity, rate) * lenient.mostRate(capacity.shares())) {
                        failed.add(String.format(
                                Locale.ROOT,
                                "analytic limit: a capacity of %.1f units/s, but by arithmetic at most %.1f",
                                rate,
                                limits.mostRate(capacity.shares())));
                    }
                });
        }
        return failed;
    }

    /**
     * How many times the limit a capacity may be. Units may be done shortly after the end of a rate's time, and the
     * work that arrives in that time scatters, most where few units hold most of it.
     */
    private double tolerance(Load.Capacity capacity, double rate) {
        double seconds = capacity.time().toNanos() / 1e9;
        double grace = Math.max(seconds / 10, 2 * limits.longest() + WAKING_SECONDS);
        double scatter =
                limits.scatter(name -> rate * seconds * capacity.shares().get(name));
        return (1 + grace / seconds + STANDARD_DEVIATIONS * scatter) / SUSTAINED;
    }

    /**
     * The units that were both intended and done within the window: all of their work falls into it, so the limit holds
     * for them exactly. Older sessions did not count them. Of the units done at most those in flight at the start were
     * intended before it.
     */
    private static long wholeUnits(ClassResult units) {
        return units.latencies().doneWithin().orElseGet(() -> units.counts().done() - units.inFlight());
    }
}
