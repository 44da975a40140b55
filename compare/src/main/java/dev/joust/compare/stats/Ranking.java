package dev.joust.compare.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which models beat and tie which, as far as the paired comparisons show it. Where that depends on the machine, they do
 * neither.
 */
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
        return comparison(model, rival)
                .filter(pair -> held(beats.judge(pair.seenBy(model))))
                .filter(pair ->
                        MachineDependence.of(beats, pair.byMachineSeenBy(model)).isEmpty())
                .isPresent();
    }

    /** The pairs of these models for which a tie is not shown, one line per pair. */
    List<String> untied(List<String> models) {
        List<String> open = new ArrayList<>();
        for (int i = 0; i < models.size(); i++) {
            for (int j = i + 1; j < models.size(); j++) {
                String pair = models.get(i) + " and " + models.get(j) + ": ";
                open(models.get(i), models.get(j)).ifPresent(reason -> open.add(pair + reason));
            }
        }
        return open;
    }

    /** Whether the machines contradict each other about two of these models. */
    boolean dependsOnMachine(List<String> models) {
        return comparisons.stream()
                .filter(pair -> models.contains(pair.model()) && models.contains(pair.rival()))
                .anyMatch(pair -> dependence(pair, pair.model()).isPresent());
    }

    /** Why a tie is not shown; empty where it is. */
    private Optional<String> open(String model, String rival) {
        var pair = comparison(model, rival);
        if (pair.isEmpty()) {
            return Optional.of("no block in which both are valid");
        }
        return dependence(pair.get(), model).map(MachineDependence::text).or(() -> Optional.of(
                        ties.judge(pair.get().seenBy(model)))
                .filter(tie -> !held(tie))
                .map(Verdict::reason));
    }

    /** Whether the machines contradict each other about who beats whom, or about the tie. */
    private Optional<MachineDependence> dependence(PairedComparison pair, String model) {
        var rival = pair.model().equals(model) ? pair.rival() : pair.model();
        return MachineDependence.of(beats, pair.byMachineSeenBy(model))
                .or(() -> MachineDependence.of(beats, pair.byMachineSeenBy(rival)))
                .or(() -> MachineDependence.of(ties, pair.byMachineSeenBy(model)));
    }

    private Optional<PairedComparison> comparison(String model, String rival) {
        return comparisons.stream()
                .filter(comparison -> comparison.between(model, rival))
                .findFirst();
    }

    private static boolean held(Verdict verdict) {
        return verdict.outcome() == VerdictOutcome.HELD;
    }
}
