package dev.joust.compare.report.build;

import dev.joust.compare.cause.CauseFinder;
import dev.joust.compare.report.ArmLoad;
import dev.joust.compare.report.ArmReport;
import dev.joust.compare.report.ArmReport.ArmLabel;
import dev.joust.compare.report.ArmReport.ArmResult;
import dev.joust.compare.report.ArmReport.ArmTrials;
import dev.joust.compare.report.ArmReport.InvalidTrial;
import dev.joust.compare.report.ArmReport.TrialPoint;
import dev.joust.compare.report.ArmReport.UnitCounts;
import dev.joust.compare.report.ArmReport.UnitsAtOnce;
import dev.joust.compare.report.ArmState;
import dev.joust.compare.report.CauseReport;
import dev.joust.compare.report.LatencyReport;
import dev.joust.compare.report.RatioReport;
import dev.joust.compare.session.Capacities;
import dev.joust.compare.session.Result;
import dev.joust.compare.stats.Median;
import dev.joust.compare.stats.Winner;
import dev.joust.compare.verdict.ArmJudgement;
import dev.joust.compare.verdict.Evidence;
import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.Judgement.ScenarioJudgement;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.compare.verdict.SessionStatus;
import dev.joust.scenario.Arm;
import dev.joust.scenario.WorkClass;
import dev.joust.trial.Measurement;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.Measurement.Counts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** Computes what a report shows of one arm. */
record ArmReportBuilder(ScenarioJudgement judged, Arm arm, SessionStatus status, Capacities capacities) {

    /**
     * The report of the arm.
     *
     * @param reference the arm that it is compared with
     */
    ArmReport report(Optional<String> reference) {
        var valid = evidence().valid(arm);
        return new ArmReport(
                label(),
                result(reference),
                trials(valid),
                latencies(valid),
                new ResourceUsageBuilder(valid).amounts(),
                valid.isEmpty() ? Optional.empty() : Optional.of(cause()),
                load(valid));
    }

    private ArmLoad load(List<Result> valid) {
        var invalid = evidence().all(arm).stream()
                .filter(trial -> !trial.valid())
                .map(Checked::result)
                .toList();
        return new ArmLoadBuilder(evidence().scenario(), arm, measurements(valid), measurements(invalid), capacities)
                .load();
    }

    private CauseReport cause() {
        var found = new CauseFinder(evidence(), status).of(arm);
        return new CauseReport(found.kind().word(), found.because(), found.against());
    }

    private Evidence evidence() {
        return judged.evidence();
    }

    private ArmLabel label() {
        var seen = measurements(all()).stream().map(Measurement::model).findFirst();
        return new ArmLabel(
                arm.name(),
                arm.model(),
                seen.map(Measurement.ModelInfo::runtime),
                seen.map(Measurement.ModelInfo::slots),
                seen.map(Measurement.ModelInfo::ceiling)
                        .map(ceiling -> new UnitsAtOnce(ceiling.computing(), ceiling.waiting())));
    }

    private ArmResult result(Optional<String> reference) {
        var primary = judged.primary();
        var found = primary.arm(arm.name());
        return new ArmResult(
                state(found),
                reference
                        .filter(name -> !name.equals(arm.name()))
                        .flatMap(name -> primary.advantage(name, arm.name()))
                        .map(RatioReport::of),
                found.median(),
                found.median().isPresent() ? Optional.empty() : atLeast(),
                found.median().isPresent()
                        ? Optional.empty()
                        : evidence().absence(evidence().scenario().judging().primary(), arm),
                found.efficiency());
    }

    /** The median over the trials, where one of them has only a lower bound. */
    private Optional<Double> atLeast() {
        var metric = evidence().scenario().judging().primary();
        var trials = evidence().valid(arm);
        var bounds = trials.stream()
                .map(trial -> MetricReader.lowerBound(metric, trial))
                .filter(OptionalDouble::isPresent)
                .toList();
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        var known = trials.stream().map(trial -> MetricReader.of(metric, trial)).filter(OptionalDouble::isPresent);
        var all = Stream.concat(bounds.stream(), known).mapToDouble(OptionalDouble::getAsDouble);
        return Optional.of(Median.of(all.toArray()).orElseThrow());
    }

    private ArmState state(ArmJudgement found) {
        if (evidence().blocks().isEmpty()) {
            return ArmState.ABSENT;
        }
        if (evidence().valid(arm).isEmpty()) {
            return ArmState.INVALID;
        }
        if (found.median().isEmpty()) {
            return ArmState.NO_VALUE;
        }
        if (judged.primary().winner().isEmpty()) {
            return ArmState.UNRANKED;
        }
        return status.withholds()
                ? ArmState.WITHHELD
                : rank(judged.primary().winner().get());
    }

    private ArmState rank(Winner winner) {
        if (!winner.contenders().contains(arm.name())) {
            return ArmState.BEHIND;
        }
        return switch (winner) {
            case Winner.Sole _ -> ArmState.WIN;
            case Winner.Tied _ -> ArmState.TIE;
            case Winner.Undecided _, Winner.OnMachine _ -> ArmState.INCONCLUSIVE;
        };
    }

    private ArmTrials trials(List<Result> valid) {
        List<TrialPoint> points = new ArrayList<>();
        for (var result : compared(valid)) {
            boolean steady = result.measurement().orElseThrow().window().steady();
            MetricReader.of(evidence().scenario().judging().primary(), result)
                    .ifPresent(value -> points.add(new TrialPoint(result.id().block(), value, steady)));
        }
        int notSteady = (int) measurements(valid).stream()
                .filter(measurement -> !measurement.window().steady())
                .count();
        var course = new TrialCourseBuilder(evidence().scenario(), valid).course();
        return new ArmTrials(points, invalid(), valid.size(), notSteady, units(valid), course);
    }

    /** The trials whose values are shown: none where the model missed what the metric needs. */
    private List<Result> compared(List<Result> valid) {
        var metric = evidence().scenario().judging().primary();
        return evidence().missed(metric, arm) ? List.of() : valid;
    }

    private List<InvalidTrial> invalid() {
        return evidence().all(arm).stream()
                .filter(trial -> !trial.valid())
                .map(trial -> new InvalidTrial(trial.result().id().block(), String.join("; ", trial.failed())))
                .toList();
    }

    private UnitCounts units(List<Result> valid) {
        return new UnitCounts(
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
        return evidence().scenario().workload().classes().stream()
                .map(WorkClass::name)
                .flatMap(name -> latency(name, valid))
                .toList();
    }

    /**
     * Empty where this arm had no unit of the class in flight, and where it did not sustain the offered rate: then the
     * times tell how long the window was.
     */
    private static Stream<LatencyReport> latency(String name, List<Result> valid) {
        if (!ArmLoadBuilder.sustained(name, measurements(valid))) {
            return Stream.empty();
        }
        var trials = measurements(valid).stream()
                .map(measurement -> measurement.classes().get(name))
                .filter(Objects::nonNull)
                .toList();
        return trials.isEmpty() ? Stream.empty() : Stream.of(LatencyPercentiles.latency(name, trials));
    }

    private List<Result> all() {
        return evidence().all(arm).stream().map(Checked::result).toList();
    }

    private static List<Measurement> measurements(List<Result> results) {
        return results.stream().flatMap(result -> result.measurement().stream()).toList();
    }
}
