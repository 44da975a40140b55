package dev.joust.compare.verdict;

import dev.joust.trial.Activity;
import dev.joust.trial.HttpTarget;
import dev.joust.trial.Measurement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The validity check of the clients of a server: their one loop has time left. A loop that has none limits the server,
 * and what it measures is itself.
 */
final class ClientChecks {
    private static final double MOST_BUSY = 0.9;

    private ClientChecks() {}

    /** Each check that the trial failed, as one line; none where the model runs in the process of the load. */
    static List<String> failedBy(Measurement measurement) {
        var busy = measurement.totals().counters().get(HttpTarget.COUNTERS + Activity.meanName(Activity.LOOP_BUSY));
        return Optional.ofNullable(busy).filter(share -> share > MOST_BUSY).stream()
                .map(share -> String.format(
                        Locale.ROOT,
                        "clients: their loop was busy for %.0f %% of the window, so they limit the server; at most"
                                + " %.0f %% is valid",
                        100 * share,
                        100 * MOST_BUSY))
                .toList();
    }
}
