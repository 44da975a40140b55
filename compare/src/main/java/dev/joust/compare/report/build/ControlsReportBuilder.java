package dev.joust.compare.report.build;

import dev.joust.compare.report.ControlReport;
import dev.joust.compare.report.ControlReport.ControlKind;
import dev.joust.compare.report.ControlReport.ControlResult;
import dev.joust.compare.report.ControlReport.ControlState;
import dev.joust.compare.report.ControlsReport;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.verdict.ControlJudgement;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Control;
import dev.joust.scenario.Scenario;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Computes what a report shows of the controls. */
record ControlsReportBuilder(Judgement judgement) {

    ControlsReport controls() {
        var scenarios = judgement.scenarios();
        var blocks = scenarios.stream()
                .collect(Collectors.toMap(
                        s -> s.evidence().scenario().name(), ScenarioJudgement::evidence, (first, _) -> first))
                .values();
        return new ControlsReport(
                scenarios.stream().flatMap(ControlsReportBuilder::control).toList(),
                blocks.stream().mapToInt(evidence -> evidence.blocks().size()).sum(),
                blocks.stream().mapToInt(Evidence::repeated).sum());
    }

    private static Stream<ControlReport> control(ScenarioJudgement judged) {
        var scenario = judged.evidence().scenario();
        return scenario.judging().control().stream()
                .map(control -> new ControlReport(
                        control instanceof Control.OwnPair(var shape) ? shape : scenario.name(),
                        kind(control),
                        judged.control().map(ControlsReportBuilder::state).orElse(ControlState.NOT_JUDGED),
                        expected(control),
                        judged.control().map(found -> result(scenario, found))));
    }

    private static ControlKind kind(Control control) {
        return switch (control) {
            case Control.Same _ -> ControlKind.SAME;
            case Control.OwnPair _ -> ControlKind.OWN_PAIR;
            case Control.Slower _ -> ControlKind.SLOWER;
            case Control.Expects _ -> ControlKind.ANALYTIC;
        };
    }

    private static Optional<Double> expected(Control control) {
        return control instanceof Control.Expects(double times, double _) ? Optional.of(times) : Optional.empty();
    }

    private static ControlState state(ControlJudgement judged) {
        return switch (judged.outcome()) {
            case PASSED -> ControlState.PASSED;
            case NOT_SHOWN -> ControlState.NOT_SHOWN;
            case FAILED -> ControlState.FAILED;
        };
    }

    private static ControlResult result(Scenario scenario, ControlJudgement judged) {
        return new ControlResult(
                scenario.arms().getFirst().name(),
                scenario.arms().getLast().name(),
                judged.estimate().map(RatioReport::of),
                judged.blocks().valid(),
                judged.blocks().planned());
    }
}
