package dev.joust.compare.verdict;

import dev.joust.compare.session.Session;
import dev.joust.compare.stats.Crossover;
import dev.joust.compare.stats.FigureEstimate;
import dev.joust.compare.stats.ScalingLaws;
import dev.joust.compare.stats.VerdictOutcome;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.SweepJudgement.CrossoverJudgement;
import dev.joust.compare.verdict.SweepJudgement.SweepValue;
import dev.joust.scenario.Arm;
import dev.joust.scenario.CrossoverClaim;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.SweepPoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judges the sweeps of a session by the evidence of their scenarios, on the primary metric. */
record SweepJudge(Session session) {
    /** Of the intervals that a profile without a look shows. */
    private static final double USUAL_CONFIDENCE = 0.95;

    /** @param scenarios of the session; the first of each name is the one on its primary metric */
    List<SweepJudgement> judge(List<ScenarioJudgement> scenarios) {
        Map<String, Map<String, Evidence>> sweeps = new LinkedHashMap<>();
        for (var judged : scenarios) {
            var scenario = judged.evidence().scenario();
            if (scenario.point().isPresent()) {
                sweeps.computeIfAbsent(scenario.family(), _ -> new LinkedHashMap<>())
                        .putIfAbsent(scenario.name(), judged.evidence());
            }
        }
        return sweeps.values().stream().map(points -> sweep(points.values())).toList();
    }

    private SweepJudgement sweep(Collection<Evidence> all) {
        var sweep = new SweepEvidence(List.copyOf(all));
        var first = sweep.points().getFirst().scenario();
        double confidence = confidence(sweep.rounds().size());
        return new SweepJudgement(
                first,
                sweep.points().stream().map(this::value).toList(),
                asked(first).map(claim -> crossover(claim, sweep, confidence)).toList(),
                first.arms().stream()
                        .map(arm -> new ArmScalingJudge(sweep, confidence).scaling(arm))
                        .toList());
    }

    private double confidence(int blocks) {
        var looks = session.plan().looks();
        return looks.judges() ? looks.at(blocks).confidence() : USUAL_CONFIDENCE;
    }

    /** The crossovers between arms that run, or that would if their runtime were available. */
    private Stream<CrossoverClaim> asked(Scenario first) {
        var known = Stream.concat(
                        first.arms().stream().map(Arm::name),
                        session.plan().unavailable().stream()
                                .filter(arm -> arm.scenario().equals(first.name()))
                                .map(arm -> arm.arm()))
                .collect(Collectors.toSet());
        return first.point().orElseThrow().crossovers().stream()
                .filter(claim -> known.containsAll(
                        List.of(claim.between().arm(), claim.between().other())));
    }

    private SweepValue value(Evidence point) {
        double confidence = confidence(point.blocks().size());
        var values = point.values(point.scenario().judging().primary());
        Map<String, FigureEstimate> metric = new TreeMap<>();
        for (var arm : point.scenario().arms()) {
            ScalingLaws.positive(values.values(arm.name()), confidence)
                    .ifPresent(found -> metric.put(arm.name(), found));
        }
        return new SweepValue(point.scenario().point().orElseThrow(), metric);
    }

    private CrossoverJudgement crossover(CrossoverClaim claim, SweepEvidence sweep, double confidence) {
        var first = sweep.points().getFirst().scenario();
        var missing = session.plan().unavailable().stream()
                .filter(arm -> arm.scenario().equals(first.name()))
                .filter(arm ->
                        List.of(claim.between().arm(), claim.between().other()).contains(arm.arm()))
                .findFirst();
        if (missing.isPresent()) {
            return new CrossoverJudgement(
                    claim,
                    VerdictOutcome.NOT_APPLICABLE,
                    missing.get().arm() + " is not available: " + missing.get().reason(),
                    Optional.empty());
        }
        double[] values = sweep.points().stream()
                .map(point -> point.scenario().point().orElseThrow())
                .mapToDouble(SweepPoint::value)
                .toArray();
        var found = Crossover.of(
                values,
                sweep.advantages(claim.between().other(), claim.between().arm()),
                sweep.strata(),
                Math.log(claim.between().by()),
                confidence);
        boolean judges = session.plan().looks().judges() && session.onlyShard().isEmpty();
        var rule = new CrossoverRule(claim, judges);
        return new CrossoverJudgement(claim, rule.outcome(found), rule.reason(found), Optional.of(found));
    }
}
