package dev.joust.compare.advise;

import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.build.CostReportBuilder;
import dev.joust.compare.report.build.ReportBuilder;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.Session;
import dev.joust.compare.session.SessionFolder;
import dev.joust.compare.verdict.Judge;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Scenario;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A session without the models that do not sustain the traffic. Such a model has no value, and beside an arm without a
 * value none can win. An owner who must choose does not want it anyway.
 *
 * @param whole the session with all its arms
 * @param judged the session without them; the whole one where none is left, and where its verdicts are withheld
 * @param report of the judged one
 * @param scenario the name of the one that measures the traffic
 * @param dropped the models that are left out, and why
 */
public record SustainedSession(
        JudgedSession whole, JudgedSession judged, Report report, String scenario, Map<String, String> dropped) {

    /**
     * Reads and judges the session of a folder.
     *
     * @param ruledOut whether the arithmetic rules a model out; without a valid trial it is left out then
     */
    public static SustainedSession in(Path folder, String scenario, Predicate<String> ruledOut) {
        var whole = JudgedSession.in(folder);
        var dropped = dropped(judgement(whole, scenario), ruledOut);
        int arms = judgement(whole, scenario).evidence().scenario().arms().size();
        boolean asItIs = dropped.isEmpty()
                || dropped.size() == arms
                || whole.judgement().status().withholds();
        var judged = asItIs ? whole : without(whole, folder, scenario, dropped);
        return new SustainedSession(whole, judged, new ReportBuilder(judged).report(), scenario, dropped);
    }

    private static ScenarioJudgement judgement(JudgedSession session, String name) {
        return session.judgement().scenarios().stream()
                .filter(one -> one.evidence().scenario().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scenario " + name + " in the session"));
    }

    private static Map<String, String> dropped(ScenarioJudgement found, Predicate<String> ruledOut) {
        var evidence = found.evidence();
        var metric = evidence.scenario().judging().primary();
        Map<String, String> dropped = new LinkedHashMap<>();
        for (var arm : evidence.scenario().arms()) {
            var valid = evidence.valid(arm);
            if (valid.isEmpty() && ruledOut.test(arm.name())) {
                dropped.put(arm.name(), "none of its trials is valid");
            } else if (evidence.missed(metric, arm) || isBeyondTheBest(found, arm)) {
                dropped.put(arm.name(), evidence.absence(metric, arm).orElse("it has no value"));
            }
        }
        return dropped;
    }

    /** Whether only a lower bound is known, and that is worse than the median of another arm by the margin of quick. */
    private static boolean isBeyondTheBest(ScenarioJudgement found, Arm arm) {
        var metric = found.evidence().scenario().judging().primary();
        var bound = found.evidence().valid(arm).stream()
                .mapToDouble(trial -> MetricReader.lowerBound(metric, trial).orElse(0))
                .max()
                .orElse(0);
        var best = found.primary().arms().stream()
                .flatMap(each -> each.median().stream())
                .min(Double::compare);
        return metric.quantity().lowerIsBetter()
                && found.primary().arm(arm.name()).median().isEmpty()
                && best.filter(median -> bound > 1.25 * median).isPresent();
    }

    private static JudgedSession without(JudgedSession whole, Path folder, String name, Map<String, String> dropped) {
        var session = whole.session();
        var plan = session.plan();
        var reduced = new Session(
                session.format(),
                session.name(),
                new Session.Planned(
                        plan.profile(),
                        plan.seed(),
                        plan.scenarios().stream()
                                .map(scenario -> scenario.name().equals(name) ? kept(scenario, dropped) : scenario)
                                .toList(),
                        plan.notAsked(),
                        plan.unavailable()),
                session.machine(),
                session.instrument());
        var opened = SessionFolder.open(folder);
        var results = opened.readResults().stream()
                .filter(result -> !isDropped(result, name, dropped))
                .toList();
        return new JudgedSession(
                reduced,
                new Judge(reduced, opened.readRecalibrations()).judge(results),
                whole.notes(),
                whole.capacities());
    }

    private static boolean isDropped(Result result, String scenario, Map<String, String> dropped) {
        return result.id().scenario().equals(scenario)
                && dropped.containsKey(result.id().arm());
    }

    private static Scenario kept(Scenario scenario, Map<String, String> dropped) {
        return scenario.with(scenario.arms().stream()
                .filter(arm -> !dropped.containsKey(arm.name()))
                .toList());
    }

    /** The report on the traffic, by the metric that decides. */
    public ScenarioReport scenarioReport() {
        return report.comparisons().stream()
                .filter(one -> one.question().name().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    /** What the models cost. */
    public List<CostReport> costs() {
        return CostReport.beside(scenarioReport(), new CostReportBuilder(judged).costs());
    }

    /** The valid trials of a model, whether it sustains the traffic or not. */
    List<Result> trials(String model) {
        var evidence = judgement(whole, scenario).evidence();
        return evidence.scenario().arms().stream()
                .filter(arm -> arm.name().equals(model))
                .findFirst()
                .map(evidence::valid)
                .orElse(List.of());
    }

    /** The models that were measured. */
    List<String> models() {
        return judgement(whole, scenario).evidence().scenario().arms().stream()
                .map(Arm::name)
                .toList();
    }

    /** Why a model does not sustain the traffic; empty where it does. */
    Optional<String> reason(String model) {
        return Optional.ofNullable(dropped.get(model))
                .map(because -> String.format(Locale.ROOT, "%s does not sustain the traffic: %s", model, because));
    }
}
