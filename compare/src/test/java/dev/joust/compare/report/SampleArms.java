package dev.joust.compare.report;

import dev.joust.compare.report.ArmReport.ArmLabel;
import dev.joust.compare.report.ArmReport.ArmResult;
import dev.joust.compare.report.ArmReport.ArmTrials;
import dev.joust.compare.report.ArmReport.UnitCounts;
import dev.joust.compare.report.ArmReport.UnitsAtOnce;
import dev.joust.compare.report.ScenarioReport.MetricReport;
import dev.joust.compare.report.ScenarioReport.Question;
import dev.joust.compare.report.ScenarioReport.ValueScale;
import dev.joust.compare.report.WinnerReport.AskedArms;
import dev.joust.compare.report.WinnerReport.WinnerKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the report of a scenario arm by arm, so that a test says what each knows. The first arm is the best. */
final class SampleArms {
    private final List<ArmReport> arms = new ArrayList<>();
    private final MetricReport metric;

    private SampleArms(String metric, String unit, boolean lowerIsBetter) {
        this.metric = new MetricReport(metric, new ValueScale(unit, lowerIsBetter), true, 1, Optional.empty());
    }

    static SampleArms throughput() {
        return new SampleArms("throughput", "units/s", false);
    }

    static SampleArms lower(String metric) {
        return new SampleArms(metric, "ms", true);
    }

    /** An arm with this value of the metric and these amounts. */
    SampleArms arm(String name, double value, ResourceAmount... usage) {
        return add(name, Optional.of(value), List.of(usage), ArmLoad.NONE);
    }

    /** An arm under an open load of this many units per second. */
    SampleArms open(String name, double value, ResourceAmount... usage) {
        var offered = new ArmLoad.OfferedReport("task", new ArmLoad.OfferedRates(100, 100, 100, 0), 0, 0, true);
        return add(
                name,
                Optional.of(value),
                List.of(usage),
                new ArmLoad(List.of(offered), List.of(), Optional.empty(), List.of()));
    }

    SampleArms withoutValue(String name, ResourceAmount... usage) {
        return add(name, Optional.empty(), List.of(usage), ArmLoad.NONE);
    }

    private SampleArms add(String name, Optional<Double> value, List<ResourceAmount> usage, ArmLoad load) {
        arms.add(new ArmReport(
                new ArmLabel(
                        name, name, Optional.of("a runtime"), Optional.of(24), Optional.of(new UnitsAtOnce(2, 24))),
                new ArmResult(
                        arms.isEmpty() ? ArmState.WIN : ArmState.BEHIND,
                        Optional.empty(),
                        value,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new ArmTrials(List.of(), List.of(), 6, 0, new UnitCounts(0, 0, 0, 0)),
                List.of(),
                usage,
                Optional.of(new CauseReport("cpu of " + name, "the cores were busy", "")),
                load));
        return this;
    }

    ScenarioReport scenario() {
        var best = arms.getFirst().label().name();
        return new ScenarioReport(
                new Question("race", "Which is best?", Optional.empty(), Optional.empty(), metric),
                new WinnerReport(
                        WinnerKind.SOLE,
                        List.of(best),
                        new AskedArms(arms.size(), List.of(), List.of(), List.of()),
                        Optional.empty(),
                        List.of()),
                Optional.of(best),
                arms,
                List.of());
    }

    static ResourceAmount cpu(double millis) {
        return ResourceAmount.of(ResourceFigure.CPU_PER_UNIT, Optional.of(millis));
    }

    static ResourceAmount window(double seconds) {
        return ResourceAmount.of(ResourceFigure.CPU_TIME, Optional.of(seconds));
    }

    static ResourceAmount shared(double mib) {
        return ResourceAmount.of(ResourceFigure.MEMORY_PROPORTIONAL, Optional.of(mib));
    }

    static ResourceAmount resident(double mib) {
        return ResourceAmount.of(ResourceFigure.MEMORY_RESIDENT_PEAK, Optional.of(mib));
    }
}
