package dev.joust.compare.verdict;

import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.ScalingLaws.BlockCurve;
import dev.joust.compare.stats.Stratum;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.scenario.Arm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The results of a sweep, block by block: a block is the trials of one round at all values.
 *
 * @param points the scenario at each value, in ascending order of the values
 */
record SweepEvidence(List<Evidence> points) {

    /** The numbers of the blocks that all values have. One value may go on to a later look than the others. */
    SortedSet<Integer> rounds() {
        var rounds = new TreeSet<>(points.getFirst().blocks().keySet());
        points.forEach(point -> rounds.retainAll(point.blocks().keySet()));
        return rounds;
    }

    /** By block, the advantage of an arm over another at each value; NaN where the two have none. */
    List<double[]> advantages(String arm, String rival) {
        var values = points.stream().map(SweepEvidence::byRound).toList();
        return rounds().stream()
                .map(round -> values.stream()
                        .mapToDouble(value -> {
                            var of = value.get(round);
                            var advantage = of == null
                                    ? new double[0]
                                    : of.logRatios(arm, rival).values();
                            return advantage.length == 0 ? Double.NaN : advantage[0];
                        })
                        .toArray())
                .toList();
    }

    /** Where each block ran: one machine runs the whole round. */
    List<Stratum> strata() {
        return rounds().stream().map(this::stratum).toList();
    }

    private Stratum stratum(int round) {
        return points.stream()
                .flatMap(point -> point.stratum(round).stream())
                .findFirst()
                .orElse(Stratum.ONLY);
    }

    private static Map<Integer, Blocks> byRound(Evidence point) {
        var values = point.values(point.scenario().judging().primary());
        Map<Integer, Blocks> byRound = new HashMap<>();
        int next = 0;
        for (var round : point.blocks().keySet()) {
            byRound.put(round, new Blocks(List.of(values.metrics().get(next++)), values.better()));
        }
        return byRound;
    }

    /** By block, a figure of an arm's valid trials at each value that has one; without blocks that have none. */
    List<BlockCurve> curves(Arm arm, Function<Result, OptionalDouble> figure) {
        List<BlockCurve> curves = new ArrayList<>();
        for (var round : rounds()) {
            List<double[]> known = new ArrayList<>();
            for (var point : points) {
                var value = point.scenario().point().orElseThrow().value();
                trial(point, round, arm)
                        .filter(Checked::valid)
                        .map(trial -> figure.apply(trial.result()))
                        .filter(OptionalDouble::isPresent)
                        .ifPresent(found -> known.add(new double[] {value, found.getAsDouble()}));
            }
            if (!known.isEmpty()) {
                curves.add(new BlockCurve(column(known, 0), column(known, 1), stratum(round)));
            }
        }
        return curves;
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static Optional<Checked> trial(Evidence point, int round, Arm arm) {
        return Optional.ofNullable(point.blocks().get(round)).map(block -> block.get(arm.name()));
    }
}
