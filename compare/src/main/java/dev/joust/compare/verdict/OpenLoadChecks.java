package dev.joust.compare.verdict;

import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.OpenResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The validity checks of open loads: whether the generator kept its rate, and whether its stamps and counts agree. */
final class OpenLoadChecks {
    /** The mean number of units in flight over the window, which the generator integrates event by event. */
    static final String MEAN_IN_FLIGHT = "in-flight.mean";

    static final String IN_FLIGHT_OF_UNITS = "in-flight.of-units";

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
        littlesLaw(failed, measurement.totals().counters());
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
     * Little's law, exactly over the window: the generator counts units as they arrive and leave, and the stamps of all
     * units tell how long each was in flight. A unit that is lost, counted twice or stamped late tells them apart.
     */
    private static void littlesLaw(List<String> failed, Map<String, Double> counters) {
        var counted = counters.get(MEAN_IN_FLIGHT);
        var stamped = counters.get(IN_FLIGHT_OF_UNITS);
        if (counted == null || stamped == null) {
            return;
        }
        if (Math.abs(counted - stamped) > LITTLES_LAW_TOLERANCE * Math.max(counted, stamped)) {
            failed.add(String.format(
                    Locale.ROOT,
                    "Little's law: the generator counted %.2f units in flight on average, but by the stamps of the"
                            + " units there were %.2f",
                    counted,
                    stamped));
        }
    }
}
