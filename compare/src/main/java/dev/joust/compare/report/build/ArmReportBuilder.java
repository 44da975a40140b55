package dev.joust.compare.report.build;

import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmReport.Invalid;
import dev.joust.compare.report.ArmReport.Label;
import dev.joust.compare.report.ArmReport.Point;
import dev.joust.compare.report.ArmReport.Standing;
import dev.joust.compare.report.ArmReport.Trials;
import dev.joust.compare.report.ArmReport.Units;
import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.session.Result;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Arm;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Computes what a report shows of one arm. */
record ArmReportBuilder(Evidence evidence, Arm arm) {

    ArmReport report(Standing standing) {
        var valid = evidence.valid(arm);
        return new ArmReport(
                label(), standing, trials(valid), latencies(valid), new ResourceUsageBuilder(valid).amounts());
    }

    private Label label() {
        var seen = measurements(all()).stream().map(Measurement::model).findFirst();
        return new Label(
                arm.name(),
                arm.model(),
                seen.map(Measurement.ModelInfo::runtime),
                seen.map(Measurement.ModelInfo::slots));
    }

    private Trials trials(List<Result> valid) {
        List<Point> points = new ArrayList<>();
        for (var result : valid) {
            boolean steady = result.measurement().orElseThrow().window().steady();
            MetricReader.of(evidence.scenario().judging().primary(), result)
                    .ifPresent(figure -> points.add(new Point(result.id().block(), figure, steady)));
        }
        int nonSteady = (int) measurements(valid).stream()
                .filter(measurement -> !measurement.window().steady())
                .count();
        return new Trials(points, invalid(), valid.size(), nonSteady, units(valid));
    }

    private List<Invalid> invalid() {
        return evidence.all(arm).stream()
                .filter(trial -> !trial.valid())
                .map(trial -> new Invalid(trial.result().id().block(), String.join("; ", trial.failed())))
                .toList();
    }

    private Units units(List<Result> valid) {
        return new Units(
                sum(valid, Counts::done),
                sum(valid, Counts::unfinished),
                sum(all(), counts -> counts.failures().failed()),
                sum(all(), counts -> counts.failures().wrong()));
    }

    private static long sum(List<Result> results, ToLongFunction<Counts> count) {
        return measurements(results).stream()
                .map(Measurement::classes)
                .map(classes -> classes.values())
                .flatMap(Collection::stream)
                .map(ClassResult::counts)
                .mapToLong(count)
                .sum();
    }

    private List<LatencyReport> latencies(List<Result> valid) {
        return evidence.scenario().workload().classes().stream()
                .map(WorkClass::name)
                .flatMap(name -> latency(name, valid))
                .toList();
    }

    /** Nothing where no unit of the class was in flight for this arm. */
    private static Stream<LatencyReport> latency(String name, List<Result> valid) {
        var trials = measurements(valid).stream()
                .map(measurement -> measurement.classes().get(name))
                .filter(Objects::nonNull)
                .toList();
        return trials.isEmpty() ? Stream.empty() : Stream.of(LatencyPercentiles.latency(name, trials));
    }

    private List<Result> all() {
        return evidence.all(arm).stream().map(Checked::result).toList();
    }

    private static List<Measurement> measurements(List<Result> results) {
        return results.stream().flatMap(result -> result.measurement().stream()).toList();
    }
}
