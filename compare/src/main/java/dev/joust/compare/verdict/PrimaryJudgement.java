package dev.joust.compare.verdict;

import dev.joust.compare.stats.Estimate;
import dev.joust.compare.stats.PairedComparison;
import dev.joust.compare.stats.Winner;
import java.util.List;
import java.util.Optional;

/**
 * What the metric that ranks the arms of a scenario says.
 *
 * @param arms in the order of the scenario
 * @param comparisons of every pair of arms; empty where nothing is judged
 * @param winner empty for controls and where nothing is judged
 */
public record PrimaryJudgement(List<ArmJudgement> arms, List<PairedComparison> comparisons, Optional<Winner> winner) {

    /** What the arm of that name reached. */
    public ArmJudgement arm(String name) {
        return arms.stream().filter(arm -> arm.arm().equals(name)).findFirst().orElseThrow();
    }

    /** The advantage of an arm over another; empty where they share no block. */
    public Optional<Estimate> advantage(String arm, String rival) {
        return comparisons.stream()
                .filter(comparison -> comparison.between(arm, rival))
                .map(comparison -> comparison.seenBy(arm))
                .findFirst();
    }
}
