package dev.joust.compare.fidelity;

import static dev.joust.compare.fidelity.ProbeCases.USUAL;
import static dev.joust.compare.fidelity.ProbeCases.USUAL_MILLIS;

import dev.joust.compare.fidelity.Tolerance.EachWithin;
import dev.joust.compare.fidelity.Tolerance.JavaAbove;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How long a thread waits for the lock after a sleep or a timer: rows 10 to 12, 19, 21 and 22. */
final class OvershootFigures {
    private OvershootFigures() {}

    static List<LockMetric> overshoots() {
        var figures = new ArrayList<LockMetric>();
        for (long interval : new long[] {1000, USUAL, 20_000}) {
            var key = ProbeCases.overshoot(1, interval);
            var label = String.format(Locale.ROOT, "I = %d ms, %%s, ms", interval / 1000);
            figures.add(LockMetric.of(
                    String.format(Locale.ROOT, label, "p50"),
                    Tolerance.within(0.03),
                    key,
                    r -> r.median(key, "overshoot")));
            figures.add(LockMetric.of(
                    String.format(Locale.ROOT, label, "p90"),
                    Tolerance.within(0.05),
                    key,
                    r -> r.percentile(key, "overshoot", 90)));
        }
        return figures;
    }

    static List<LockMetric> crowded() {
        var figures = new ArrayList<LockMetric>();
        for (int threads : new int[] {2, 4}) {
            var key = ProbeCases.overshoot(threads, USUAL);
            figures.add(LockMetric.of(
                    String.format(Locale.ROOT, "n=%d, mean, ms", threads),
                    Tolerance.factor(1.6),
                    key,
                    r -> r.mean(key, "overshoot")));
            figures.add(LockMetric.of(
                    String.format(Locale.ROOT, "n=%d, p90, ms", threads),
                    Tolerance.factor(1.6),
                    key,
                    r -> r.percentile(key, "overshoot", 90)));
        }
        return figures;
    }

    static List<LockMetric> line() {
        var keys = Stream.of(1000L, USUAL, 20_000L)
                .map(interval -> ProbeCases.overshoot(1, interval))
                .toList();
        double[] millis = {1, USUAL_MILLIS, 20};
        return List.of(
                LockMetric.of("slope, ms per ms", new EachWithin(0.97, 1.03), keys, r -> line(r, keys, millis)
                        .slope()),
                LockMetric.of(
                        "intercept, ms", new EachWithin(Double.NEGATIVE_INFINITY, 0.4), keys, r -> line(r, keys, millis)
                                .intercept()));
    }

    private static FittedLine line(RoundValues round, List<String> keys, double[] millis) {
        return FittedLine.through(
                millis,
                keys.stream().mapToDouble(key -> round.median(key, "overshoot")).toArray());
    }

    static List<LockMetric> uninterruptible() {
        return List.of(LockMetric.of(
                "about 80 ms",
                new EachWithin(0.85, 1.15),
                ProbeCases.UNINTERRUPTIBLE,
                r -> r.median(ProbeCases.UNINTERRUPTIBLE, "overshoot") / r.median(ProbeCases.UNINTERRUPTIBLE, "task")));
    }

    // Beside a thread the lag comes from the lock. Idle it comes from the loop's own code, asyncio's in Python, and is
    // about
    // a tenth of a millisecond.
    static List<LockMetric> loopLag() {
        return List.of(
                LockMetric.of(
                        "idle, median, ms",
                        Tolerance.within(0.50),
                        ProbeCases.LOOP_LAG,
                        r -> r.median(ProbeCases.LOOP_LAG, "idle")),
                LockMetric.of(
                        "beside 1 CPU thread, median, ms",
                        Tolerance.within(0.05),
                        ProbeCases.LOOP_LAG,
                        r -> r.median(ProbeCases.LOOP_LAG, "beside")));
    }

    // A waiter asks once an interval, and is served with the same chance each time. So the number of intervals has a
    // geometric distribution, and the mean estimates the chance best. The median of a dozen is a whole number near it.
    static List<LockMetric> ablation() {
        var key = ProbeCases.overshoot(1, USUAL);
        return List.of(new LockMetric(
                "mean, I = 5 ms",
                List.of(key),
                new JavaAbove(3),
                LockUnderTest.NO_FORCED,
                r -> r.mean(key, "overshoot") / USUAL_MILLIS));
    }
}
