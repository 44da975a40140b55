package dev.joust.compare.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The log-ratios of one model over another, one per block, by the machine that ran the block. Two shards of one
 * machine count as two: they had another calibration and another service.
 *
 * <p>Blocks of one machine are paired with each other alone, since two machines may differ by more than the noise. So
 * the Walsh averages are those within a machine, and the null distribution of their count is that of the sum of the
 * machines' signed-rank statistics (van Elteren 1960 and Lehmann, Nonparametrics, 1975, section 3.3, for ranks within
 * strata; their weights cancel where machines have equally many blocks). Blocks of one machine give what {@link
 * SignedRank} and {@link Estimate} give without machines.
 *
 * @param byMachine one array per machine, none of them empty, in any order
 */
public record LogRatios(List<double[]> byMachine) {
    public LogRatios {
        byMachine = byMachine.stream()
                .filter(machine -> machine.length > 0)
                .map(double[]::clone)
                .toList();
    }

    /** The log-ratios of blocks of one machine. */
    public static LogRatios of(double... onOneMachine) {
        return new LogRatios(List.of(onOneMachine));
    }

    /** How many blocks there are. */
    public int blocks() {
        return byMachine.stream().mapToInt(machine -> machine.length).sum();
    }

    public boolean isEmpty() {
        return byMachine.isEmpty();
    }

    /** All of them, machine after machine. */
    public double[] all() {
        return byMachine.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** The Walsh averages within the machines, in ascending order. */
    double[] walshAverages() {
        return WalshAverages.sorted(byMachine, Double.NaN);
    }

    /** How many Walsh averages are strictly above the boundary; below it with side -1. */
    int beyond(double boundary, int side) {
        int beyond = 0;
        for (var machine : byMachine) {
            for (int i = 0; i < machine.length; i++) {
                for (int j = i; j < machine.length; j++) {
                    if (side * ((machine[i] - boundary) + (machine[j] - boundary)) > 0) {
                        beyond++;
                    }
                }
            }
        }
        return beyond;
    }

    /** The distribution of {@link #beyond} where both signs of each log-ratio are equally probable. */
    Wilcoxon nullDistribution() {
        return Wilcoxon.of(
                byMachine.stream().mapToInt(machine -> machine.length).toArray());
    }

    /** @throws IllegalArgumentException when one is not finite: a model that did not take part has no ratio */
    LogRatios requireFinite() {
        for (var machine : byMachine) {
            if (!Arrays.stream(machine).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "a log-ratio must be finite: %s", Arrays.toString(machine)));
            }
        }
        return this;
    }
}
