package dev.joust.compare.verdict;

import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.OpenResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The validity checks of open loads: whether the generator kept its rate, and whether its stamps and counts agree. */
final class OpenLoadChecks {
    /** The mean number of units in flight over the window, which the generator integrates event by event. */
    static final String MEAN_IN_FLIGHT = "in-flight.mean";

    private static final double LEAST_SENT = 0.99;
    private static final double LITTLES_LAW_TOLERANCE = 0.05;

    private OpenLoadChecks() {}

    /** Each check that the trial failed, as one line; none for other loads. */
    static List<String> failedBy(Measurement measurement) {
        List<String> failed = new ArrayList<>();
        if (measurement.capacity().isEmpty()) { // a search that is stopped ends with what it knows
            measurement.window().stopped().ifPresent(reason -> failed.add("stopped early: " + reason));
        }
        measurement.classes().forEach((name, units) -> units.open().ifPresent(open -> counts(failed, name, open)));
        double seconds = measurement.window().nanos() / 1e9;
        OfferedUnits.of(measurement.classes().values(), seconds)
                .ifPresent(offered -> littlesLaw(failed, measurement, offered));
        return failed;
    }

    /** A single unit is no share: it may be intended in the last microseconds of the window. */
    private static void counts(List<String> failed, String name, OpenResult open) {
        long missing = open.offered() - open.sent();
        if (missing > Math.max(1, (1 - LEAST_SENT) * open.offered())) {
            failed.add(String.format(
                    Locale.ROOT,
                    "generator: %.1f %% of the offered units of %s were sent in the window (%,d of %,d), at least"
                            + " %.0f %% must be",
                    100.0 * open.sent() / open.offered(),
                    name,
                    open.sent(),
                    open.offered(),
                    100 * LEAST_SENT));
        }
        if (open.sent() > open.offered() || open.inTime() > open.offered()) {
            failed.add(String.format(
                    Locale.ROOT,
                    "counts of %s: %,d units offered, but %,d sent and %,d answered in time",
                    name,
                    open.offered(),
                    open.sent(),
                    open.inTime()));
        }
    }

    /**
     * The mean number in flight against the rate times the mean response time. The units in flight at the two ends of
     * the window have part of their time outside it, so the two may differ by as much. Where units are unfinished or
     * timed out the response times do not tell how long units were in flight.
     */
    private static void littlesLaw(List<String> failed, Measurement measurement, OfferedUnits offered) {
        var integral = measurement.totals().counters().get(MEAN_IN_FLIGHT);
        if (integral == null || !offered.sustained() || offered.timedOut() > 0 || unfinished(measurement)) {
            return;
        }
        var response = ResponseTimes.of(offered.classes()).merged();
        double meanSeconds = response.getMean() / 1e9;
        double byLaw = response.getTotalCount() * meanSeconds / offered.seconds();
        double atEnds = 2 * Math.max(offered.backlog(), byLaw) * meanSeconds / offered.seconds();
        if (Math.abs(integral - byLaw) > LITTLES_LAW_TOLERANCE * Math.max(integral, byLaw) + atEnds) {
            failed.add(String.format(
                    Locale.ROOT,
                    "Little's law: %.2f units in flight on average, but %.1f units/s times %.2f ms are %.2f",
                    integral,
                    response.getTotalCount() / offered.seconds(),
                    1e3 * meanSeconds,
                    byLaw));
        }
    }

    private static boolean unfinished(Measurement measurement) {
        return measurement.classes().values().stream()
                .map(ClassResult::counts)
                .anyMatch(counts -> counts.unfinished() > 0);
    }
}
