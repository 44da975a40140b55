package dev.joust.compare.adr;

import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.CostReport;
import dev.joust.compare.report.Fact;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.report.Report;
import dev.joust.compare.report.ScenarioReport;
import dev.joust.compare.report.SweepReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The question that a record answers, and all that its session found about it. */
record RecordedQuestion(Report report, ScenarioReport scenario, RecordSource source) {

    String name() {
        return scenario.question().name();
    }

    String metric() {
        return scenario.question().metric().name();
    }

    double margin() {
        return report.heading().profile().margin();
    }

    String marginText() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * margin());
    }

    /** {@code 1.52 [1.47, 1.58]}, and its basis where that is not the {@link #basis}. */
    String text(RatioReport ratio) {
        var text = ratio.withInterval();
        return basis().filter(ratio.basis()::equals).isPresent()
                ? text
                : String.format(Locale.ROOT, "%s (%s)", text, ratio.basis());
    }

    /** The confidence and the blocks of the first interval, which most others share; empty without any. */
    Optional<String> basis() {
        return scenario.arms().stream()
                .flatMap(arm -> arm.result().ratioToBest().stream())
                .map(RatioReport::basis)
                .findFirst();
    }

    /** The same scenario by the metrics of its claims other than the one that ranks the options here. */
    List<ScenarioReport> otherMetrics() {
        return report.scenarios().stream()
                .filter(other -> other.question().name().equals(name()))
                .filter(other -> !other.question().metric().name().equals(metric()))
                .toList();
    }

    /** The names of the options, in the order of the scenario. */
    List<String> options() {
        return scenario.arms().stream().map(arm -> arm.label().name()).toList();
    }

    ArmReport arm(String name) {
        return scenario.arm(name).orElseThrow();
    }

    /** The known costs of this scenario. */
    List<CostReport> costs() {
        return CostReport.beside(scenario, source.costs());
    }

    /** The sweep that this scenario is a value of. */
    Optional<SweepReport> sweep() {
        return report.scaling().sweeps().stream()
                .filter(sweep -> sweep.points().stream()
                        .anyMatch(point -> point.scenario().equals(name())))
                .findFirst();
    }

    /** A fact of the environment; empty where the report has none of that name. */
    Optional<String> fact(String name) {
        return report.context().facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(Fact::value)
                .findFirst();
    }
}
