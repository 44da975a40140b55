package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure of each block, with the stratum of the block.
 *
 * @param strata one per figure
 */
public record BlockFigures(double[] values, List<Stratum> strata) {
    public BlockFigures {
        strata = List.copyOf(strata);
        if (strata.size() != values.length) {
            throw new IllegalArgumentException(
                    "each figure has a stratum: " + values.length + " figures, " + strata.size() + " strata");
        }
    }

    /** Figures of one machine. */
    public static BlockFigures of(double... onOneMachine) {
        return new BlockFigures(onOneMachine, Collections.nCopies(onOneMachine.length, Stratum.ONLY));
    }

    /** One array per stratum, in the order of the strata; each in the order of its blocks. */
    List<double[]> byStratum() {
        Map<Stratum, List<Double>> grouped = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            grouped.computeIfAbsent(strata.get(i), _ -> new ArrayList<>()).add(values[i]);
        }
        return grouped.values().stream()
                .map(group -> group.stream().mapToDouble(Double::doubleValue).toArray())
                .toList();
    }
}
