package dev.joust.compare.verdict;

import dev.joust.compare.session.Session;
import dev.joust.compare.stats.FigureEstimate;
import dev.joust.compare.stats.ScalingLaws;
import dev.joust.compare.stats.Stratum;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The serial fraction of each arm in a batch of pure computation, after Karp and Flatt. The speed-up is that over the
 * single event loop of the same block: one thread computes the batch on one core.
 */
public record SerialFractions(Session session) {
    private static final String ONE_THREAD = "vertx-loop";

    /** By arm, in the order of the scenario; empty where the scenario has none. */
    public Map<String, FigureEstimate> of(ScenarioJudgement judged) {
        var evidence = judged.evidence();
        var scenario = evidence.scenario();
        var looks = session.plan().looks();
        var single = single(scenario);
        Map<String, FigureEstimate> fractions = new LinkedHashMap<>();
        if (!looks.judges() || single.isEmpty() || !applies(scenario)) {
            return fractions;
        }
        var values = evidence.values(scenario.judging().primary()).where(stratum -> cores(evidence, stratum) >= 2);
        double confidence = looks.at(evidence.blocks().size()).confidence();
        for (var arm : scenario.arms()) {
            if (!arm.equals(single.get())) {
                var speedUps = values.logRatios(arm.name(), single.get().name());
                ScalingLaws.serialFraction(speedUps, stratum -> cores(evidence, stratum), confidence)
                        .ifPresent(fraction -> fractions.put(arm.name(), fraction));
            }
        }
        return fractions;
    }

    /** The cores of a trial, on the machine that ran a block. */
    private static double cores(Evidence evidence, Stratum stratum) {
        return evidence.scenario().cpus(evidence.checks().cores(stratum));
    }

    private static Optional<Arm> single(Scenario scenario) {
        return scenario.arms().stream()
                .filter(arm -> arm.model().equals(ONE_THREAD) && arm.cpuFactor() == 1)
                .findFirst();
    }

    private static boolean applies(Scenario scenario) {
        return scenario.judging().control().isEmpty()
                && scenario.judging().primary().quantity() == Metric.Quantity.MAKESPAN
                && scenario.workload().load() instanceof Load.Batch
                && scenario.workload().classes().stream()
                        .flatMap(type -> type.steps().stream())
                        .allMatch(Step.Compute.class::isInstance);
    }
}
