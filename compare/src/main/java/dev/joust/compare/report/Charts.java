package dev.joust.compare.report;

import dev.joust.compare.report.LatencyReport.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the charts of a page draw, for its script; everything in it stands in a table as well. */
public record Charts(List<Chart> charts) {

    /**
     * The charts of a scenario.
     *
     * @param id of its place in the page
     * @param axis what the figures are
     */
    public record Chart(String id, String axis, List<String> arms, List<Line> lines, List<Spectrum> spectra) {}

    /**
     * The trials of a block, joined.
     *
     * @param figures one for each arm; empty where the trial is invalid
     */
    public record Line(int block, List<Optional<Double>> figures, List<Boolean> steady) {}

    /** The latencies of a class of work. */
    public record Spectrum(String id, String workClass, List<Curve> curves) {}

    /** The latencies of an arm. */
    public record Curve(String arm, List<Spot> response, List<Spot> service) {}

    static Charts of(Report report) {
        var scenarios = report.ordered();
        return new Charts(IntStream.range(0, scenarios.size())
                .mapToObj(i -> chart("s" + i, scenarios.get(i)))
                .toList());
    }

    static Chart chart(String id, ScenarioReport scenario) {
        var question = scenario.question();
        return new Chart(
                id,
                "%s, %s (%s)".formatted(question.metric(), question.unit(), question.direction()),
                scenario.arms().stream().map(arm -> arm.label().name()).toList(),
                lines(scenario),
                spectra(id, scenario));
    }

    private static List<Line> lines(ScenarioReport scenario) {
        var blocks = new TreeSet<Integer>();
        scenario.arms().forEach(arm -> arm.trials().points().forEach(p -> blocks.add(p.block())));
        return blocks.stream()
                .map(block -> new Line(
                        block,
                        scenario.arms().stream().map(arm -> arm.figure(block)).toList(),
                        scenario.arms().stream().map(arm -> steady(arm, block)).toList()))
                .toList();
    }

    private static boolean steady(ArmReport arm, int block) {
        return arm.trials().points().stream().noneMatch(p -> p.block() == block && !p.steady());
    }

    private static List<Spectrum> spectra(String id, ScenarioReport scenario) {
        Map<String, List<Curve>> byClass = new LinkedHashMap<>();
        for (var arm : scenario.arms()) {
            for (var latency : arm.latencies()) {
                if (!latency.response().spectrum().isEmpty()) {
                    byClass.computeIfAbsent(latency.workClass(), c -> new ArrayList<>())
                            .add(new Curve(
                                    arm.label().name(),
                                    latency.response().spectrum(),
                                    latency.service().spectrum()));
                }
            }
        }
        List<Spectrum> spectra = new ArrayList<>();
        byClass.forEach(
                (workClass, curves) -> spectra.add(new Spectrum(id + "-latency-" + spectra.size(), workClass, curves)));
        return spectra;
    }
}
