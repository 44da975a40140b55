package dev.joust.compare.fidelity;

import dev.joust.compare.fidelity.Tolerance.All;
import dev.joust.compare.fidelity.Tolerance.Apart;
import dev.joust.compare.fidelity.Tolerance.EachWithin;
import java.util.List;

/** How fast several threads or processes do fixed work: rows 1 to 4 and 23. */
final class SpeedFigures {
    private static final Tolerance REAL_TIME = new EachWithin(0.93, 1.06);

    private SpeedFigures() {}

    static List<LockMetric> totalWork() {
        var tolerance = new All(List.of(new EachWithin(0.93, 1.12), new Apart(0.08)));
        return List.of(
                LockMetric.of("n=2", tolerance, ProbeCases.WORK, r -> asOne(r, 0)),
                LockMetric.of("n=4", tolerance, ProbeCases.WORK, r -> asOne(r, 1)));
    }

    static List<LockMetric> workEach() {
        return List.of(
                LockMetric.of("n=2", new EachWithin(2 * 0.92, 2 * 1.08), ProbeCases.WORK, r -> 2 * asOne(r, 2)),
                LockMetric.of("n=4", new EachWithin(4 * 0.92, 4 * 1.08), ProbeCases.WORK, r -> 4 * asOne(r, 3)));
    }

    /**
     * The fastest try by several threads, relative to the fastest by one thread that did the same amount. Another guest
     * on the other half of a core can only slow a try.
     */
    private static double asOne(RoundValues round, int place) {
        return fastest(round, "many", place) / fastest(round, "one", place);
    }

    private static double fastest(RoundValues round, String name, int place) {
        return round.every(ProbeCases.WORK, name, place, 4).min().orElse(Double.NaN);
    }

    static List<LockMetric> asPrinted() {
        return List.of(LockMetric.of(
                "elapsed",
                new EachWithin(Double.NEGATIVE_INFINITY, 1.10),
                ProbeCases.AS_PRINTED,
                r -> r.first(ProbeCases.AS_PRINTED, "elapsed")));
    }

    static List<LockMetric> cpu() {
        return List.of(
                LockMetric.of("n=1", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 4)),
                LockMetric.of("n=2", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 5)),
                LockMetric.of("n=4", REAL_TIME, ProbeCases.WORK, r -> cpuOfWall(r, 7)));
    }

    private static double cpuOfWall(RoundValues round, int place) {
        return round.every(ProbeCases.WORK, "cpu", place, 8).sum()
                / round.every(ProbeCases.WORK, "wall", place, 8).sum();
    }

    // The fastest of several: another guest on the other half of a core can only slow them. It slows CPython's
    // interpreter
    // loop, which fills a core, more than a chain of multiplications.
    static List<LockMetric> processes() {
        return List.of(LockMetric.of(
                "2 cores",
                new EachWithin(0.5 * 0.9, 0.55 * 1.1),
                ProbeCases.PROCESSES,
                r -> r.percentile(ProbeCases.PROCESSES, "two", 0) / r.percentile(ProbeCases.PROCESSES, "one", 0)));
    }
}
