package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.ArmLoad.CapacityReport;
import dev.joust.compare.report.ArmLoad.OfferedReport;
import dev.joust.compare.report.LatencyReport.PercentileReport;
import dev.joust.compare.report.SweepReport.SweepRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Response time, and the share of the units that was done, against the offered rate: of a search for the capacity, or
 * of one class of work of a sweep over the rate.
 *
 * @param id of its element in the page
 * @param what the class of work, or the search
 * @param time the percentile that the times are
 */
public record RateChart(String id, String what, String time, List<RateCurve> curves) {
    private static final String RATE = "rate";

    /**
     * An arm.
     *
     * @param points by ascending rate
     * @param capacity the highest rate that the arm sustained; empty where it sustained all rates or none
     */
    public record RateCurve(String arm, List<RatePoint> points, Optional<Double> capacity) {}

    /**
     * One rate, in units per second.
     *
     * @param done the share of the offered units that was done
     * @param time empty where it is not known, or tells only how long the window was
     * @param state whether the rate was sustained, in words
     * @param sustained false: the chart shows a hollow point
     */
    public record RatePoint(double rate, double done, Optional<RateTime> time, String state, boolean sustained) {}

    /**
     * A response time in milliseconds.
     *
     * @param atLeast whether it is a lower bound
     */
    public record RateTime(double millis, boolean atLeast) {}

    /** The rates that the searches for the capacities of a scenario tried; empty without a search. */
    static Optional<RateChart> of(String id, ScenarioReport scenario) {
        List<RateCurve> curves = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.load()
                    .capacity()
                    .filter(capacity -> !capacity.probes().isEmpty())
                    .ifPresent(capacity -> curves.add(curve(arm.label().name(), capacity)));
        }
        var promise = scenario.arms().stream()
                .flatMap(arm -> arm.load().capacity().stream())
                .flatMap(capacity -> capacity.promise().stream())
                .findFirst();
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(new RateChart(
                        id + "-rate",
                        "the search for the capacity",
                        promise.orElse("the promised percentile"),
                        curves));
    }

    private static RateCurve curve(String arm, CapacityReport capacity) {
        var sustained = capacity.found().sustained();
        return new RateCurve(
                arm,
                capacity.probes().stream()
                        .sorted(Comparator.comparingDouble(ArmLoad.ProbeReport::rate))
                        .map(probe -> {
                            boolean within = sustained.filter(most -> probe.rate() <= most).isPresent();
                            return new RatePoint(
                                    probe.rate(),
                                    probe.offered() == 0 ? 1 : (double) probe.done() / probe.offered(),
                                    probe.promisedMillis().map(millis -> new RateTime(millis, false)),
                                    within ? "within the capacity" : "beyond the capacity",
                                    within);
                        })
                        .toList(),
                sustained);
    }

    /** One per class of work of a sweep over the rate; none for another sweep. */
    static List<RateChart> of(String id, SweepReport sweep, Report report) {
        var parameter = sweep.heading().parameter();
        if (!parameter.equals(RATE) && !parameter.startsWith(RATE + " of ")) {
            return List.of();
        }
        var scenarios = sweep.points().stream()
                .map(SweepRow::scenario)
                .flatMap(name -> report.scenarios().stream()
                        .filter(scenario -> scenario.question().metric().primary()
                                && scenario.question().name().equals(name)))
                .toList();
        Set<String> classes = new LinkedHashSet<>();
        scenarios.forEach(scenario -> scenario.arms()
                .forEach(arm -> rates(arm).forEach(offered -> classes.add(offered.workClass()))));
        var names = List.copyOf(classes);
        return IntStream.range(0, names.size())
                .mapToObj(i -> of(id + "-rate" + i, names.get(i), sweep.arms(), scenarios))
                .toList();
    }

    private static RateChart of(String id, String workClass, List<String> arms, List<ScenarioReport> scenarios) {
        boolean p99 = scenarios.stream()
                .flatMap(scenario -> scenario.arms().stream())
                .anyMatch(arm -> time(arm, workClass, LatencyReport.MainPercentiles::p99).isPresent());
        Function<LatencyReport.MainPercentiles, PercentileReport> percentile =
                p99 ? LatencyReport.MainPercentiles::p99 : LatencyReport.MainPercentiles::p90;
        return new RateChart(
                id,
                workClass,
                String.format(Locale.ROOT, "%s of %s", p99 ? "p99" : "p90", workClass),
                arms.stream()
                        .map(name -> curve(
                                name,
                                scenarios.stream()
                                        .flatMap(scenario -> scenario.arm(name).stream())
                                        .flatMap(arm -> rates(arm).stream()
                                                .filter(offered -> offered.workClass().equals(workClass))
                                                .map(offered -> point(arm, offered, percentile)))
                                        .sorted(Comparator.comparingDouble(RatePoint::rate))
                                        .toList()))
                        .toList());
    }

    private static RateCurve curve(String arm, List<RatePoint> points) {
        boolean all = points.stream().allMatch(RatePoint::sustained);
        var most = points.stream().filter(RatePoint::sustained).map(RatePoint::rate).max(Double::compare);
        return new RateCurve(arm, points, all ? Optional.empty() : most);
    }

    /** What was offered in the valid trials, or in the invalid ones where none is valid. */
    private static List<OfferedReport> rates(ArmReport arm) {
        return arm.load().offered().isEmpty() ? arm.load().invalid() : arm.load().offered();
    }

    private static RatePoint point(
            ArmReport arm,
            OfferedReport offered,
            Function<LatencyReport.MainPercentiles, PercentileReport> percentile) {
        boolean valid = !arm.load().offered().isEmpty();
        return new RatePoint(
                offered.perSecond().offered(),
                offered.perSecond().ratio(),
                time(arm, offered.workClass(), percentile),
                !valid ? "invalid" : offered.sustained() ? "sustained" : "not sustained",
                valid && offered.sustained());
    }

    private static Optional<RateTime> time(
            ArmReport arm, String workClass, Function<LatencyReport.MainPercentiles, PercentileReport> percentile) {
        return arm.latencies().stream()
                .filter(latency -> latency.workClass().equals(workClass))
                .map(latency -> percentile.apply(latency.response().percentiles()))
                .findFirst()
                .flatMap(found -> found.millis().map(millis -> new RateTime(millis, found.atLeast())));
    }

    /** The figures of the chart. */
    Table table() {
        List<List<String>> rows = new ArrayList<>();
        for (var curve : curves) {
            for (var point : curve.points()) {
                rows.add(List.of(
                        curve.arm(),
                        Numbers.figure(point.rate()),
                        Numbers.percent(Optional.of(point.done())),
                        point.time()
                                .map(time -> time.atLeast()
                                        ? Numbers.atLeast(time.millis())
                                        : Numbers.figure(time.millis()))
                                .orElse(Numbers.ABSENT),
                        point.state()));
            }
        }
        return new Table(
                "Against the offered rate, " + what,
                List.of(
                        words("arm"),
                        numbers("offered rate, units/s"),
                        numbers("share done"),
                        numbers(time + ", ms"),
                        words("rate")),
                rows);
    }
}
