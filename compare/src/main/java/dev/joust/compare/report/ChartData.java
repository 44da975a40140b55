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
 * @param views the charts that show verdicts, prices and offered rates
 */
public record ChartData(List<String> arms, List<ScenarioChart> charts, List<SweepChart> sweeps, ChartViews views) {

    /** Charts by kind, each with its own id. */
    public record ChartViews(
            List<ForestChart> forests,
            List<ClaimChart> claims,
            List<MachineForest> machines,
            List<PriceChart> prices,
            List<RateChart> rates) {}

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
     * @param values of the parameter, ascending
     */
    public record SweepChart(
            String id, SweepAxes axes, List<Double> values, List<SweepCurve> curves, List<CrossoverMark> crossovers) {}

    /** The parameter is the horizontal axis, the metric the vertical one. */
    public record SweepAxes(String parameter, String metric) {}

    /**
     * A crossover.
     *
     * @param number by which the page names it, from 1
     * @param found its span is the interval; empty where it is not located
     * @param outcome of the expectation, in words
     */
    public record CrossoverMark(
            int number, SweepReport.ExpectedCrossover expected, Optional<FigureReport> found, String outcome) {}

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
                        .mapToObj(i -> chart(scenarioId(i), scenarios.get(i)))
                        .toList(),
                sweeps(report.scaling().sweeps()),
                views(report));
    }

    private static ChartViews views(Report report) {
        List<ForestChart> forests = new ArrayList<>();
        List<ClaimChart> claims = new ArrayList<>();
        List<MachineForest> machines = new ArrayList<>();
        List<PriceChart> prices = new ArrayList<>();
        List<RateChart> rates = new ArrayList<>();
        var scenarios = report.ordered();
        for (int i = 0; i < scenarios.size(); i++) {
            String id = scenarioId(i);
            ForestChart.of(id, scenarios.get(i), report.heading().profile()).ifPresent(forests::add);
            ClaimChart.of(id, scenarios.get(i)).ifPresent(claims::add);
            machines.addAll(MachineForest.of(id, scenarios.get(i)));
            PriceChart.of(id, scenarios.get(i)).ifPresent(prices::add);
            RateChart.of(id, scenarios.get(i)).ifPresent(rates::add);
        }
        var sweeps = report.scaling().sweeps();
        for (int i = 0; i < sweeps.size(); i++) {
            rates.addAll(RateChart.of(sweepId(i), sweeps.get(i), report));
        }
        return new ChartViews(forests, claims, machines, prices, rates);
    }

    /** The element of the trials of a scenario. */
    static String scenarioId(int scenario) {
        return "s" + scenario;
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
                new SweepAxes(sweep.heading().parameter(), sweep.heading().axis()),
                points.stream().map(SweepReport.SweepRow::value).toList(),
                IntStream.range(0, sweep.arms().size())
                        .mapToObj(arm -> new SweepCurve(
                                sweep.arms().get(arm),
                                points.stream()
                                        .map(point -> point.figures().get(arm))
                                        .toList()))
                        .toList(),
                IntStream.range(0, sweep.crossovers().size())
                        .mapToObj(i -> mark(i + 1, sweep.crossovers().get(i)))
                        .toList());
    }

    private static CrossoverMark mark(int number, SweepReport.CrossoverReport crossover) {
        return new CrossoverMark(
                number,
                crossover.origin().expected(),
                crossover.found(),
                crossover.outcome().word());
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
