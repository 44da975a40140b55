package dev.joust.compare.report.build;

import dev.joust.compare.report.Report;
import dev.joust.compare.report.Report.Check;
import dev.joust.compare.report.Report.Controls;
import dev.joust.compare.report.Report.Heading;
import dev.joust.compare.session.Session;
import dev.joust.compare.stats.SmallestEffect;
import dev.joust.compare.verdict.Judgement;
import dev.joust.compare.verdict.Judgement.ControlJudgement;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.scenario.Control;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Computes all that a report shows, once, from the session and its judgement. */
public record ReportBuilder(Session session, Judgement judgement) {

    public Report report() {
        return new Report(
                Report.FORMAT,
                new Heading(
                        session.name(),
                        session.machine().started(),
                        session.plan().profile().label(),
                        session.plan().seed(),
                        new Report.Status(judgement.status().word(), meaning())),
                controls(),
                judgement.scenarios().stream()
                        .map(scenario -> new ScenarioReportBuilder(session, judgement.status(), scenario).report())
                        .toList(),
                new StatementsReportBuilder(session, judgement).ledger(),
                new ContextReportBuilder(session, judgement).setting());
    }

    private String meaning() {
        return switch (judgement.status()) {
            case SOUND -> "every control did as it must";
            case CONTAMINATED -> "a control whose answer is known did not give it, so all verdicts are withheld";
            case UNDERPOWERED -> "an effect that was put there was not found, so what was not found may be there";
            case UNCONTROLLED -> "no control ran, so nothing says whether the instrument can be believed";
            case UNJUDGED -> "this profile judges nothing";
        };
    }

    private Controls controls() {
        var scenarios = judgement.scenarios();
        return new Controls(
                scenarios.stream().flatMap(s -> check(s).stream()).toList(),
                scenarios.stream().mapToInt(s -> s.evidence().blocks().size()).sum(),
                scenarios.stream().mapToInt(s -> s.evidence().repeated()).sum(),
                smallestEffect());
    }

    private static Optional<Check> check(ScenarioJudgement scenario) {
        var asked = scenario.evidence().scenario();
        return asked.judging()
                .control()
                .map(control -> new Check(
                        asked.name(),
                        kind(control),
                        scenario.control().map(ControlJudgement::passed),
                        scenario.control().map(ControlJudgement::finding).orElse("this profile judges nothing")));
    }

    private static String kind(Control control) {
        return switch (control) {
            case Control.Same same -> "A/A";
            case Control.Slower slower -> "sensitivity";
            case Control.Expects expects -> "analytic";
        };
    }

    /** The largest of several, so that it holds wherever an A/A pair ran. */
    private Optional<Double> smallestEffect() {
        List<Double> effects = judgement.scenarios().stream()
                .flatMap(s -> s.control().stream())
                .filter(c -> c.control() instanceof Control.Same)
                .flatMap(c -> c.estimate().stream())
                .map(SmallestEffect::of)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return effects.stream().max(Double::compare);
    }
}
