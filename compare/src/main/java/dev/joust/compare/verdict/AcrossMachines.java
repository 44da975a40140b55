package dev.joust.compare.verdict;

import dev.joust.compare.stats.LogRatios;
import dev.joust.compare.stats.MachineDependence;
import dev.joust.compare.stats.MachineEstimate;
import dev.joust.compare.stats.Rule;
import dev.joust.compare.stats.Verdict;
import dev.joust.compare.stats.VerdictOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A claim in a session of several machines, beside its verdict. The verdict speaks of <em>these machines</em>: its test
 * is stratified. Of <em>machines like these</em> the machines themselves are the sample, one figure each.
 *
 * @param machines each alone, by name
 * @param alike the verdict on machines like these, whose estimate counts machines in place of blocks; not judged where
 *     they are too few, and inconclusive where these contradict each other already
 */
public record AcrossMachines(List<OneMachine> machines, Verdict alike) {
    /** An exact two-sided test cannot reject at 5 % with fewer: 2/2^6 = 3.1 %. */
    static final int MIN_ALIKE = 6;

    /** The verdict that the blocks of one machine give alone. */
    public record OneMachine(String machine, Verdict verdict) {}

    /**
     * Judges a claim machine by machine.
     *
     * @param estimates of each machine
     * @param confidence of the look
     * @return empty for one machine
     */
    static Optional<AcrossMachines> of(Rule rule, List<MachineEstimate> estimates, double confidence) {
        return estimates.size() < 2
                ? Optional.empty()
                : Optional.of(new AcrossMachines(
                        estimates.stream()
                                .map(one -> new OneMachine(one.machine(), rule.judge(one.advantage())))
                                .toList(),
                        alike(rule, estimates, confidence)));
    }

    private static Verdict alike(Rule rule, List<MachineEstimate> estimates, double confidence) {
        return estimates.size() < MIN_ALIKE
                ? Verdict.notJudged(String.format(
                        Locale.ROOT,
                        "not claimed: %d machines are no sample of machines like these, %d are needed",
                        estimates.size(),
                        MIN_ALIKE))
                : agreed(named(rule.judge(figures(estimates), confidence)), rule, estimates);
    }

    private static Verdict named(Verdict verdict) {
        return new Verdict(
                verdict.outcome(), verdict.reason().replaceAll("([0-9]+) blocks", "$1 machines"), verdict.estimate());
    }

    /** The Hodges-Lehmann estimate of each machine, as one observation. */
    private static LogRatios figures(List<MachineEstimate> estimates) {
        return LogRatios.of(estimates.stream()
                .mapToDouble(one -> one.advantage().logRatio())
                .toArray());
    }

    /** A verdict on machines: inconclusive where two of them contradict each other. */
    static Verdict agreed(Verdict together, Rule rule, List<MachineEstimate> estimates) {
        return MachineDependence.of(rule, estimates)
                .map(depends -> new Verdict(VerdictOutcome.INCONCLUSIVE, depends.text(), together.estimate()))
                .orElse(together);
    }

    /** The p-value of the verdict on machines like these; empty where it is not judged. */
    Optional<Double> p(Rule rule) {
        return alike.estimate().isEmpty()
                ? Optional.empty()
                : Optional.of(rule.p(LogRatios.of(machines.stream()
                        .mapToDouble(
                                one -> one.verdict().estimate().orElseThrow().logRatio())
                        .toArray())));
    }

    AcrossMachines with(Verdict adjusted) {
        return new AcrossMachines(machines, adjusted);
    }
}
