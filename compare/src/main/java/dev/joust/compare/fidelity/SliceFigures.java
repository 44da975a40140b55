package dev.joust.compare.fidelity;

import static dev.joust.compare.fidelity.ProbeCases.USUAL;
import static dev.joust.compare.fidelity.ProbeCases.USUAL_MILLIS;

import dev.joust.compare.fidelity.Tolerance.Apart;
import dev.joust.compare.fidelity.Tolerance.PositiveAlways;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long a thread keeps the lock, and which thread takes over: rows 5 to 9. */
final class SliceFigures {
    private SliceFigures() {}

    static List<LockMetric> sliceMedians() {
        return Stream.of(20_000L, USUAL, 1000L)
                .map(interval -> LockMetric.of(
                        String.format(Locale.ROOT, "I = %d ms, ms", interval / 1000),
                        Tolerance.within(0.03),
                        ProbeCases.slices(2, interval),
                        r -> r.median(ProbeCases.slices(2, interval), "slices")))
                .toList();
    }

    static List<LockMetric> switches() {
        return List.of(
                switches("I = 5 ms", USUAL, 0.05), switches("I = 1 ms", 1000, 0.05), switches("I = 0.1 ms", 100, 0.15));
    }

    private static LockMetric switches(String label, long interval, double share) {
        var key = ProbeCases.slices(2, interval);
        return LockMetric.of(label, Tolerance.within(share), key, r -> r.first(key, "switches") / r.first(key, "spun"));
    }

    static List<LockMetric> longSlices() {
        var key = ProbeCases.slices(4, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms, ms", new Tolerance.RatioWithin(0.85, 1.15), key, r -> r.percentile(key, "slices", 95)));
    }

    static List<LockMetric> restarted() {
        var two = ProbeCases.slices(2, USUAL);
        var four = ProbeCases.slices(4, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms", new PositiveAlways(), List.of(two, four), r -> longer(r, four) - longer(r, two)));
    }

    private static double longer(RoundValues round, String key) {
        return round.share(key, "slices", 1.1 * USUAL_MILLIS, 2.2 * USUAL_MILLIS);
    }

    static List<LockMetric> leastRecent() {
        return Stream.of(3, 4)
                .map(n -> LockMetric.of(
                        "n=" + n,
                        new Apart(0.2),
                        ProbeCases.slices(n, USUAL),
                        r -> HandoverOrder.leastRecentShare(r.values(ProbeCases.slices(n, USUAL), "owners"), n)))
                .toList();
    }
}
