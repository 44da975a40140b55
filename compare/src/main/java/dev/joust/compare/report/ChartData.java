package dev.joust.compare.report;

import dev.joust.compare.report.LatencyReport.SpectrumPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * What the scripts of the page draw. All of it stands in a table of the page as well.
 *
 * @param arms every arm of the page; its place gives its colour and symbol in all charts
 */
public record ChartData(List<String> arms, List<ScenarioChart> charts, List<SweepChart> sweeps) {

    /**
     * The charts of a scenario.
     *
     * @param id of its element in the page
     * @param axis what the values are
     */
    public record ScenarioChart(
            String id, String axis, List<ArmMedian> arms, List<BlockLine> blocks, List<LatencyChart> latencies) {}

    /** An arm and its median; empty where it has no value. */
    public record ArmMedian(String arm, Optional<Double> median) {}

    /**
     * The trials of a block, which the chart joins.
     *
     * @param values one per arm; empty where the trial is invalid
     */
    public record BlockLine(int block, List<Optional<Double>> values, List<Boolean> steady) {}

    /** The latencies of one class of work. */
    public record LatencyChart(String id, String workClass, List<LatencyCurve> curves) {}

    /** The latencies of one arm. */
    public record LatencyCurve(String arm, List<SpectrumPoint> response, List<SpectrumPoint> service) {}

    /**
     * The chart of a sweep.
     *
     * @param id of its element in the page
     * @param parameter the horizontal axis
     * @param axis the vertical axis
     * @param values of the parameter, ascending
     */
    public record SweepChart(String id, String parameter, String axis, List<Double> values, List<SweepCurve> curves) {}

    /** The figures of one arm, one per value. */
    public record SweepCurve(String arm, List<Optional<FigureReport>> figures) {}

    static ChartData of(Report report) {
        var scenarios = report.ordered();
        return new ChartData(
                scenarios.stream()
                        .flatMap(scenario -> scenario.arms().stream())
                        .map(arm -> arm.label().name())
                        .distinct()
                        .toList(),
                IntStream.range(0, scenarios.size())
                        .mapToObj(i -> chart("s" + i, scenarios.get(i)))
                        .toList(),
                sweeps(report.scaling().sweeps()));
    }

    /** The element of a sweep's chart. */
    static String sweepId(int sweep) {
        return "sweep" + sweep;
    }

    private static List<SweepChart> sweeps(List<SweepReport> sweeps) {
        return IntStream.range(0, sweeps.size())
                .mapToObj(i -> sweep(sweepId(i), sweeps.get(i)))
                .toList();
    }

    private static SweepChart sweep(String id, SweepReport sweep) {
        var points = sweep.points();
        return new SweepChart(
                id,
                sweep.heading().parameter(),
                sweep.heading().axis(),
                points.stream().map(SweepReport.SweepRow::value).toList(),
                IntStream.range(0, sweep.arms().size())
                        .mapToObj(arm -> new SweepCurve(
                                sweep.arms().get(arm),
                                points.stream()
                                        .map(point -> point.figures().get(arm))
                                        .toList()))
                        .toList());
    }

    static ScenarioChart chart(String id, ScenarioReport scenario) {
        var metric = scenario.question().metric();
        return new ScenarioChart(
                id,
                String.format(Locale.ROOT, "%s, %s (%s)", metric.name(), metric.unit(), metric.direction()),
                scenario.arms().stream()
                        .map(arm ->
                                new ArmMedian(arm.label().name(), arm.result().median()))
                        .toList(),
                blocks(scenario),
                latencies(id, scenario));
    }

    private static List<BlockLine> blocks(ScenarioReport scenario) {
        var blocks = new TreeSet<Integer>();
        scenario.arms().forEach(arm -> arm.trials().points().forEach(p -> blocks.add(p.block())));
        return blocks.stream()
                .map(block -> new BlockLine(
                        block,
                        scenario.arms().stream().map(arm -> arm.value(block)).toList(),
                        scenario.arms().stream().map(arm -> steady(arm, block)).toList()))
                .toList();
    }

    private static boolean steady(ArmReport arm, int block) {
        return arm.trials().points().stream().noneMatch(p -> p.block() == block && !p.steady());
    }

    private static List<LatencyChart> latencies(String id, ScenarioReport scenario) {
        Map<String, List<LatencyCurve>> byClass = new LinkedHashMap<>();
        for (var arm : scenario.arms()) {
            for (var latency : arm.latencies()) {
                if (!latency.response().spectrum().isEmpty()) {
                    byClass.computeIfAbsent(latency.workClass(), c -> new ArrayList<>())
                            .add(new LatencyCurve(
                                    arm.label().name(),
                                    latency.response().spectrum(),
                                    latency.service().spectrum()));
                }
            }
        }
        List<LatencyChart> charts = new ArrayList<>();
        byClass.forEach((workClass, curves) ->
                charts.add(new LatencyChart(id + "-latency-" + charts.size(), workClass, curves)));
        return charts;
    }
}
