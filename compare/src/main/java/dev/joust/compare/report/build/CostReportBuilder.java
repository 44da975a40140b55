package dev.joust.compare.report.build;

import dev.joust.compare.machine.MemoryUse;
import dev.joust.compare.machine.ResourceUsage;
import dev.joust.compare.report.CostFigure;
import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.CostReport.ArmCost;
import dev.joust.compare.report.CostReport.CostRatio;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Blocks;
import dev.joust.compare.stats.PairedComparison;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.trial.Measurement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what the arms of each scenario cost, with the intervals and the confidence of the metrics. A trial in which
 * a process was not counted has no cost but its start-up: it would be too small.
 */
public record CostReportBuilder(JudgedSession judged) {
    private static final double MIB = 1 << 20;

    /** One per scenario and cost that is known; none where the profile judges nothing. */
    public List<CostReport> costs() {
        List<CostReport> costs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (var scenario : judged.judgement().scenarios()) {
            if (seen.add(scenario.evidence().scenario().name())) {
                costs.addAll(costs(scenario));
            }
        }
        return costs;
    }

    private List<CostReport> costs(ScenarioJudgement scenario) {
        var looks = session().plan().looks();
        var evidence = scenario.evidence();
        if (!looks.judges() || evidence.blocks().isEmpty()) {
            return List.of();
        }
        double confidence = looks.at(evidence.blocks().size()).confidence();
        var left = divided(evidence) ? CostFigure.MEMORY_PEAK : CostFigure.MEMORY_SHARED;
        return Arrays.stream(CostFigure.values())
                .filter(figure -> figure != left)
                .map(figure -> cost(figure, evidence, confidence))
                .filter(cost -> !cost.arms().isEmpty())
                .toList();
    }

    private Session session() {
        return judged.session();
    }

    private static CostReport cost(CostFigure figure, Evidence evidence, double confidence) {
        var blocks = blocks(figure, evidence);
        return new CostReport(
                evidence.scenario().name(),
                figure,
                blocks.participants().stream()
                        .map(arm -> new ArmCost(arm, blocks.median(arm).orElseThrow()))
                        .toList(),
                blocks.comparisons(confidence).stream()
                        .filter(pair -> pair.advantage().achievable())
                        .map(CostReportBuilder::ratio)
                        .toList());
    }

    private static CostRatio ratio(PairedComparison pair) {
        return new CostRatio(pair.model(), pair.rival(), RatioReport.of(pair.advantage()));
    }

    /** With higher as the better, an advantage is how many times as much the first arm uses. */
    private static Blocks blocks(CostFigure figure, Evidence evidence) {
        List<Map<String, Double>> values = new ArrayList<>();
        for (var block : evidence.blocks().values()) {
            Map<String, Double> valid = new HashMap<>();
            block.forEach((arm, trial) -> {
                if (trial.valid()) {
                    value(figure, trial.result())
                            .filter(value -> value > 0 && Double.isFinite(value))
                            .ifPresent(value -> valid.put(arm, value));
                }
            });
            values.add(valid);
        }
        return new Blocks(values, evidence.strata(), Blocks.Better.HIGHER);
    }

    private static Optional<Double> value(CostFigure figure, Result result) {
        return switch (figure) {
            case CPU_PER_UNIT ->
                usage(result).flatMap(usage -> perUnit(result, usage.cpu().total() * 1e3));
            case MEMORY_SHARED ->
                usage(result).flatMap(usage -> usage.memory().proportional()).map(bytes -> bytes / MIB);
            case MEMORY_PEAK ->
                usage(result)
                        .map(ResourceUsage::memory)
                        .flatMap(MemoryUse::peak)
                        .map(bytes -> bytes / MIB);
            case SWITCHES_PER_UNIT ->
                usage(result)
                        .flatMap(ResourceUsage::switches)
                        .flatMap(switches -> perUnit(result, switches.voluntary() + switches.involuntary()));
            case START_TIME -> result.outside().startUpMillis();
        };
    }

    private static Optional<ResourceUsage> usage(Result result) {
        return result.outside().resourceUsage().filter(usage -> usage.changes().complete());
    }

    /** Units of several classes are unlike, and what the process tree used cannot be divided among them. */
    private static Optional<Double> perUnit(Result result, double amount) {
        return result.measurement()
                .map(Measurement::classes)
                .filter(classes -> classes.size() == 1)
                .map(classes -> classes.values().iterator().next().counts().done())
                .filter(done -> done > 0)
                .map(done -> amount / done);
    }

    /** Whether every valid trial knows its memory with shared pages divided. */
    private static boolean divided(Evidence evidence) {
        return evidence.blocks().values().stream()
                .flatMap(block -> block.values().stream())
                .filter(Checked::valid)
                .flatMap(trial -> usage(trial.result()).stream())
                .allMatch(usage -> usage.memory().proportional().isPresent());
    }
}
