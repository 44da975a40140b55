package dev.joust.compare.fidelity;

import static dev.joust.compare.fidelity.ProbeCases.USUAL;

import dev.joust.compare.fidelity.FidelityRow.Gated;
import dev.joust.compare.fidelity.Tolerance.All;
import dev.joust.compare.fidelity.Tolerance.Apart;
import dev.joust.compare.fidelity.Tolerance.Each;
import dev.joust.compare.fidelity.Tolerance.EachAbove;
import dev.joust.compare.fidelity.Tolerance.JavaAbove;
import dev.joust.compare.fidelity.Tolerance.PositiveAlways;
import dev.joust.compare.fidelity.Tolerance.Unbounded;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The table: every quantity with its tolerance, written here and nowhere else. */
final class FidelityTable {
    private static final double USUAL_MILLIS = USUAL / 1e3;
    private static final Tolerance REAL_TIME = new Each(0.93, 1.06);

    private FidelityTable() {}

    static List<FidelityRow> all() {
        return List.of(
                new FidelityRow(1, "fixed total work: time of n threads / of 1", Gated.ALWAYS, totalWork()),
                new FidelityRow(2, "fixed work per thread: time of n threads / of 1", Gated.ALWAYS, workEach()),
                new FidelityRow(3, "4 threads spin until a deadline: elapsed / deadline", Gated.ALWAYS, asPrinted()),
                new FidelityRow(4, "CPU time / wall time of n spinners", Gated.ALWAYS, cpu()),
                new FidelityRow(5, "slice, 2 threads, median", Gated.ALWAYS, sliceMedians()),
                new FidelityRow(6, "switches a second, 2 threads", Gated.ALWAYS, switches()),
                new FidelityRow(7, "slice, 4 threads, p95", Gated.ALWAYS, longSlices()),
                new FidelityRow(
                        8, "share of slices in (1.1 I, 2.2 I): of 4 threads less of 2", Gated.ALWAYS, restarted()),
                new FidelityRow(9, "next holder is the one that ran longest ago", Gated.NEVER, leastRecent()),
                new FidelityRow(10, "overshoot of a 1 ms sleep beside 1 spinner", Gated.ALWAYS, overshoots()),
                new FidelityRow(11, "overshoot of a 1 ms sleep beside several", Gated.NEVER, crowded()),
                new FidelityRow(12, "overshoot against interval, 1 spinner", Gated.ALWAYS, line()),
                new FidelityRow(13, "echo: rate alone / beside 1 CPU thread", Gated.WITH_GLIBC, convoy()),
                new FidelityRow(14, "echo: log-log slope of rate against interval", Gated.WITH_GLIBC, echoSlope()),
                new FidelityRow(15, "echo beside 1 CPU thread: latency has two humps", Gated.ALWAYS, humps()),
                new FidelityRow(16, "echo beside 1 CPU thread: switches a request", Gated.NEVER, switchesPerRequest()),
                new FidelityRow(17, "echo beside 1 CPU thread: rate on one core / on all", Gated.ALWAYS, pinned()),
                new FidelityRow(18, "share of short calls that lose the lock", Gated.NEVER, lost()),
                new FidelityRow(19, "uninterruptible task: overshoot / its length", Gated.ALWAYS, uninterruptible()),
                new FidelityRow(20, "CPU work lost beside echo, interval 0.1 ms", Gated.NEVER, workLost()),
                new FidelityRow(21, "event loop: a 1 ms timer fires late by", Gated.ALWAYS, loopLag()),
                new FidelityRow(22, "without forced switching: overshoot / interval", Gated.ALWAYS, ablation()),
                new FidelityRow(23, "processes: fixed work by 2 workers / by 1", Gated.ALWAYS, processes()));
    }

    private static List<LockMetric> totalWork() {
        var tolerance = new All(List.of(new Each(0.93, 1.12), new Apart(0.08)));
        return List.of(
                LockMetric.of("n=2", tolerance, ProbeCases.WORK, r -> asOne(r, 0)),
                LockMetric.of("n=4", tolerance, ProbeCases.WORK, r -> asOne(r, 1)));
    }

    private static List<LockMetric> workEach() {
        return List.of(
                LockMetric.of("n=2", new Each(2 * 0.92, 2 * 1.08), ProbeCases.WORK, r -> 2 * asOne(r, 2)),
                LockMetric.of("n=4", new Each(4 * 0.92, 4 * 1.08), ProbeCases.WORK, r -> 4 * asOne(r, 3)));
    }

    /**
     * The fastest by several threads against the fastest by one that did the same amount: a guest on the other half of a core can only slow
     * a try.
     */
    private static double asOne(RoundValues round, int place) {
        return fastest(round, "many", place) / fastest(round, "one", place);
    }

    private static double fastest(RoundValues round, String name, int place) {
        return round.every(ProbeCases.WORK, name, place, 4).min().orElse(Double.NaN);
    }

    private static List<LockMetric> asPrinted() {
        return List.of(LockMetric.of(
                "elapsed",
                new Each(Double.NEGATIVE_INFINITY, 1.10),
                ProbeCases.AS_PRINTED,
                r -> r.first(ProbeCases.AS_PRINTED, "elapsed")));
    }

    private static List<LockMetric> cpu() {
        return List.of(
                LockMetric.of("n=1", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 4)),
                LockMetric.of("n=2", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 5)),
                LockMetric.of("n=4", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 7)));
    }

    private static double cpuOfWall(RoundValues round, int place) {
        return round.every(ProbeCases.WORK, "cpu", place, 8).sum()
                / round.every(ProbeCases.WORK, "wall", place, 8).sum();
    }

    private static List<LockMetric> sliceMedians() {
        return Stream.of(20_000L, USUAL, 1000L)
                .map(interval -> LockMetric.of(
                        "I = %d ms, ms".formatted(interval / 1000),
                        Tolerance.within(0.03),
                        ProbeCases.slices(2, interval),
                        r -> r.median(ProbeCases.slices(2, interval), "slices")))
                .toList();
    }

    private static List<LockMetric> switches() {
        return List.of(
                switches("I = 5 ms", USUAL, 0.05), switches("I = 1 ms", 1000, 0.05), switches("I = 0.1 ms", 100, 0.15));
    }

    private static LockMetric switches(String label, long interval, double share) {
        var key = ProbeCases.slices(2, interval);
        return LockMetric.of(label, Tolerance.within(share), key, r -> r.first(key, "switches") / r.first(key, "spun"));
    }

    private static List<LockMetric> longSlices() {
        var key = ProbeCases.slices(4, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms, ms", new Tolerance.Ratio(0.85, 1.15), key, r -> r.percentile(key, "slices", 95)));
    }

    private static List<LockMetric> restarted() {
        var two = ProbeCases.slices(2, USUAL);
        var four = ProbeCases.slices(4, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms", new PositiveAlways(), List.of(two, four), r -> longer(r, four) - longer(r, two)));
    }

    private static double longer(RoundValues round, String key) {
        return round.share(key, "slices", 1.1 * USUAL_MILLIS, 2.2 * USUAL_MILLIS);
    }

    private static List<LockMetric> leastRecent() {
        return Stream.of(3, 4)
                .map(n -> LockMetric.of(
                        "n=" + n,
                        new Apart(0.2),
                        ProbeCases.slices(n, USUAL),
                        r -> HandoverOrder.leastRecentShare(r.values(ProbeCases.slices(n, USUAL), "owners"), n)))
                .toList();
    }

    private static List<LockMetric> overshoots() {
        var figures = new ArrayList<LockMetric>();
        for (long interval : new long[] {1000, USUAL, 20_000}) {
            var key = ProbeCases.overshoot(1, interval);
            var label = "I = %d ms, %%s, ms".formatted(interval / 1000);
            figures.add(LockMetric.of(
                    label.formatted("p50"), Tolerance.within(0.03), key, r -> r.median(key, "overshoot")));
            figures.add(LockMetric.of(
                    label.formatted("p90"), Tolerance.within(0.05), key, r -> r.percentile(key, "overshoot", 90)));
        }
        return figures;
    }

    private static List<LockMetric> crowded() {
        var figures = new ArrayList<LockMetric>();
        for (int threads : new int[] {2, 4}) {
            var key = ProbeCases.overshoot(threads, USUAL);
            figures.add(LockMetric.of(
                    "n=%d, mean, ms".formatted(threads), Tolerance.factor(1.6), key, r -> r.mean(key, "overshoot")));
            figures.add(LockMetric.of(
                    "n=%d, p90, ms".formatted(threads),
                    Tolerance.factor(1.6),
                    key,
                    r -> r.percentile(key, "overshoot", 90)));
        }
        return figures;
    }

    private static List<LockMetric> line() {
        var keys = Stream.of(1000L, USUAL, 20_000L)
                .map(interval -> ProbeCases.overshoot(1, interval))
                .toList();
        double[] millis = {1, USUAL_MILLIS, 20};
        return List.of(
                LockMetric.of("slope, ms per ms", new Each(0.97, 1.03), keys, r -> line(r, keys, millis)
                        .slope()),
                LockMetric.of("intercept, ms", new Each(Double.NEGATIVE_INFINITY, 0.4), keys, r -> line(r, keys, millis)
                        .intercept()));
    }

    private static FittedLine line(RoundValues round, List<String> keys, double[] millis) {
        return FittedLine.through(
                millis,
                keys.stream().mapToDouble(key -> round.median(key, "overshoot")).toArray());
    }

    private static List<LockMetric> convoy() {
        var alone = ProbeCases.echo(0, USUAL);
        var beside = ProbeCases.echo(1, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms", Tolerance.factor(2), List.of(alone, beside), r -> r.requests(alone) / r.requests(beside)));
    }

    private static List<LockMetric> echoSlope() {
        var keys = Stream.of(USUAL, 1000L, 100L)
                .map(interval -> ProbeCases.echo(1, interval))
                .toList();
        double[] logs = {Math.log(USUAL_MILLIS), Math.log(1), Math.log(0.1)};
        return List.of(LockMetric.of("I = 5, 1, 0.1 ms", new Apart(0.15), keys, r -> FittedLine.through(
                        logs,
                        keys.stream()
                                .mapToDouble(key -> Math.log(r.requests(key)))
                                .toArray())
                .slope()));
    }

    // which hump has the median is not the lock's doing: compare/decisions/0010. "p99 about I to 2 I": latencies come
    // in
    // whole intervals, so it is one interval or two, to the nearest
    private static List<LockMetric> humps() {
        var key = ProbeCases.echo(1, USUAL);
        return List.of(
                LockMetric.of("share between 0.1 I and 0.85 I", new Each(0, 0.1), key, r -> r.first(key, "between")),
                LockMetric.of("p50, ms, for the reader", new Unbounded(), key, r -> r.first(key, "p50")),
                LockMetric.of(
                        "p99, ms", new Each(0.5 * USUAL_MILLIS, 2.5 * USUAL_MILLIS), key, r -> r.first(key, "p99")));
    }

    private static List<LockMetric> switchesPerRequest() {
        var key = ProbeCases.echo(1, USUAL);
        return List.of(
                LockMetric.of("I = 5 ms", Tolerance.within(0.25), key, r -> r.rate(key, "switches") / r.requests(key)));
    }

    private static List<LockMetric> pinned() {
        var all = ProbeCases.echo(1, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms",
                new EachAbove(10),
                List.of(all, ProbeCases.PINNED_ECHO),
                r -> r.requests(ProbeCases.PINNED_ECHO) / r.requests(all)));
    }

    private static List<LockMetric> lost() {
        return List.of(LockMetric.of(
                "pread, I = 5 ms",
                new Each(0, 0.15),
                ProbeCases.SHORT_CALL,
                r -> r.first(ProbeCases.SHORT_CALL, "lost") / r.first(ProbeCases.SHORT_CALL, "calls")));
    }

    private static List<LockMetric> uninterruptible() {
        return List.of(LockMetric.of(
                "about 80 ms",
                new Each(0.85, 1.15),
                ProbeCases.UNINTERRUPTIBLE,
                r -> r.median(ProbeCases.UNINTERRUPTIBLE, "overshoot") / r.median(ProbeCases.UNINTERRUPTIBLE, "task")));
    }

    private static List<LockMetric> workLost() {
        var key = ProbeCases.echo(1, 100);
        return List.of(LockMetric.of(
                "share of it alone", new Unbounded(), key, r -> 1 - r.first(key, "beside") / r.first(key, "alone")));
    }

    // beside a thread the lag is the lock's; idle it is the loop's own code, asyncio's in Python, and a tenth of a
    // millisecond in all
    private static List<LockMetric> loopLag() {
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

    private static List<LockMetric> ablation() {
        var key = ProbeCases.overshoot(1, USUAL);
        return List.of(new LockMetric(
                "p50, I = 5 ms",
                List.of(key),
                new JavaAbove(3),
                LockUnderTest.NO_FORCED,
                r -> r.median(key, "overshoot") / USUAL_MILLIS));
    }

    // the fastest of several: whoever else is on the other half of a core can only slow them, and CPython's interpreter
    // loop, which
    // fills a core, more than a chain of multiplications
    private static List<LockMetric> processes() {
        return List.of(LockMetric.of(
                "2 cores",
                new Each(0.5 * 0.9, 0.55 * 1.1),
                ProbeCases.PROCESSES,
                r -> r.percentile(ProbeCases.PROCESSES, "two", 0) / r.percentile(ProbeCases.PROCESSES, "one", 0)));
    }
}
