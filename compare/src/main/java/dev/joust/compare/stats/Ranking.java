package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which models beat and tie which, as far as the paired comparisons show it. */
record Ranking(List<PairedComparison> comparisons, BeatsRule beats, TiesRule ties) {

    Ranking {
        for (int i = 0; i < comparisons.size(); i++) {
            PairedComparison comparison = comparisons.get(i);
            if (comparisons.subList(0, i).stream()
                    .anyMatch(earlier -> earlier.between(comparison.model(), comparison.rival()))) {
                throw new IllegalArgumentException(
                        "two comparisons of one pair: " + comparison.model() + ", " + comparison.rival());
            }
        }
    }

    boolean beats(String model, String rival) {
        return advantage(model, rival).map(beats::judge).map(Ranking::held).orElse(false);
    }

    /** The pairs of these models for which a tie is not shown, one line per pair. */
    List<String> untied(List<String> models) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                String pair = models.get(i) + " and " + models.get(j) + ": ";
                Optional<Verdict> tie = advantage(models.get(i), models.get(j)).map(ties::judge);
                if (tie.isEmpty()) {
                    open.add(pair + "no block in which both are valid");
                } else if (!held(tie.get())) {
                    open.add(pair + tie.get().reason());
                }
            }
        }
        return open;
    }

    private Optional<Estimate> advantage(String model, String rival) {
        return comparisons.stream()
                .filter(comparison -> comparison.between(model, rival))
                .map(comparison -> comparison.seenBy(model))
                .findFirst();
    }

    private static boolean held(Verdict verdict) {
        return verdict.outcome() == VerdictOutcome.HELD;
    }
}
