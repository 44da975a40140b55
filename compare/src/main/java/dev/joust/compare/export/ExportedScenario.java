package dev.joust.compare.export;

import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.compare.verdict.MetricReading;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A scenario of a session with its metrics. What an arm lacks is found once per metric, because that decodes the
 * histograms of all of its trials.
 *
 * @param evidence its trials
 * @param judged the metrics that rank the arms; the primary one comes first
 * @param without per metric, the arms that have no values of it, and why
 */
record ExportedScenario(Evidence evidence, List<Metric> judged, Map<Metric, Map<String, MetricReading>> without) {

    /** The scenarios of a session, in its order. */
    static List<ExportedScenario> of(JudgedSession session) {
        Map<String, List<ScenarioJudgement>> byName = new LinkedHashMap<>();
        for (var one : session.judgement().scenarios()) {
            byName.computeIfAbsent(one.evidence().scenario().name(), _ -> new ArrayList<>())
                    .add(one);
        }
        return byName.values().stream().map(ExportedScenario::of).toList();
    }

    private static ExportedScenario of(List<ScenarioJudgement> byMetric) {
        var evidence = byMetric.getFirst().evidence();
        var judged = byMetric.stream()
                .map(one -> one.evidence().scenario().judging().primary())
                .toList();
        Map<Metric, Map<String, MetricReading>> without = new LinkedHashMap<>();
        Stream.concat(judged.stream(), evidence.scenario().workload().metrics().stream())
                .distinct()
                .forEach(metric -> without.put(metric, evidence.without(metric)));
        return new ExportedScenario(evidence, judged, without);
    }

    Scenario scenario() {
        return evidence.scenario();
    }

    /** All metrics that the scenario has; those that rank the arms come first. */
    List<Metric> metrics() {
        return List.copyOf(without.keySet());
    }

    /**
     * What a valid trial says about a metric, where its arm has values of it. An arm of which some trials have a lower
     * bound only has no value for the judge; here each trial says what it knows.
     */
    MetricReading reading(Metric metric, Arm arm, Result result) {
        var none = without.get(metric).get(arm.name());
        return none == null || none instanceof MetricReading.AtLeast ? MetricReader.read(metric, result) : none;
    }

    /** The trials of an arm that the judge has a value of, in block order; none where the arm has none. */
    List<TrialValue> values(Metric metric, Arm arm) {
        return without.get(metric).containsKey(arm.name())
                ? List.of()
                : evidence.valid(arm).stream()
                        .flatMap(result -> MetricReader.of(metric, result).stream()
                                .mapToObj(value -> new TrialValue(result, value)))
                        .toList();
    }

    /** The value of a metric in one trial. */
    record TrialValue(Result result, double value) {}
}
