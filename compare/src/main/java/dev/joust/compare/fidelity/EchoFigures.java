package dev.joust.compare.fidelity;

import static dev.joust.compare.fidelity.ProbeCases.USUAL;
import static dev.joust.compare.fidelity.ProbeCases.USUAL_MILLIS;

import dev.joust.compare.fidelity.Tolerance.Apart;
import dev.joust.compare.fidelity.Tolerance.EachAbove;
import dev.joust.compare.fidelity.Tolerance.EachWithin;
import dev.joust.compare.fidelity.Tolerance.Unbounded;
import java.util.List;
import java.util.stream.Stream;

/** What an echo server with short requests loses beside a computing thread: rows 13 to 18 and 20. */
final class EchoFigures {
    private EchoFigures() {}

    static List<LockMetric> convoy() {
        var alone = ProbeCases.echo(0, USUAL);
        var beside = ProbeCases.echo(1, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms", Tolerance.factor(2), List.of(alone, beside), r -> r.requests(alone) / r.requests(beside)));
    }

    static List<LockMetric> echoSlope() {
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

    // Which hump holds the median does not depend on the lock: compare/decisions/0010. Latencies come in whole
    // intervals, so
    // the p99 is one or two of them, to the nearest.
    static List<LockMetric> humps() {
        var key = ProbeCases.echo(1, USUAL);
        return List.of(
                LockMetric.of(
                        "share between 0.1 I and 0.85 I", new EachWithin(0, 0.1), key, r -> r.first(key, "between")),
                LockMetric.of("p50, ms, for the reader", new Unbounded(), key, r -> r.first(key, "p50")),
                LockMetric.of(
                        "p99, ms",
                        new EachWithin(0.5 * USUAL_MILLIS, 2.5 * USUAL_MILLIS),
                        key,
                        r -> r.first(key, "p99")));
    }

    static List<LockMetric> switchesPerRequest() {
        var key = ProbeCases.echo(1, USUAL);
        return List.of(
                LockMetric.of("I = 5 ms", Tolerance.within(0.25), key, r -> r.rate(key, "switches") / r.requests(key)));
    }

    static List<LockMetric> pinned() {
        var all = ProbeCases.echo(1, USUAL);
        return List.of(LockMetric.of(
                "I = 5 ms",
                new EachAbove(10),
                List.of(all, ProbeCases.PINNED_ECHO),
                r -> r.requests(ProbeCases.PINNED_ECHO) / r.requests(all)));
    }

    static List<LockMetric> lost() {
        return List.of(LockMetric.of(
                "pread, I = 5 ms",
                new EachWithin(0, 0.15),
                ProbeCases.SHORT_CALL,
                r -> r.first(ProbeCases.SHORT_CALL, "lost") / r.first(ProbeCases.SHORT_CALL, "calls")));
    }

    static List<LockMetric> workLost() {
        var key = ProbeCases.echo(1, 100);
        return List.of(LockMetric.of(
                "share of it alone", new Unbounded(), key, r -> 1 - r.first(key, "beside") / r.first(key, "alone")));
    }
}
