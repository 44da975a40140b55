package dev.joust.compare.report;

import static dev.joust.compare.report.ResourceFigure.CPU_PER_UNIT;
import static dev.joust.compare.report.ResourceFigure.CPU_TIME;
import static dev.joust.compare.report.ResourceFigure.MEMORY_PROPORTIONAL;
import static dev.joust.compare.report.ResourceFigure.MEMORY_RESIDENT_PEAK;
import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each arm costs beside what it does: CPU time against the scenario's metric, and memory. Under an open load of
 * several classes of work every arm gets the same units, so the CPU time of the window compares them there.
 *
 * @param id of its element in the page
 * @param points one per arm that has both figures
 * @param without the arms that do not
 * @param text which arms no other beats, by medians
 */
public record PriceChart(String id, PriceAxes axes, List<PricePoint> points, List<String> without, String text) {

    /**
     * What the figures are.
     *
     * @param memory empty where not every point has it
     */
    public record PriceAxes(AxisName price, AxisName metric, Optional<AxisName> memory) {}

    /** A quantity and its unit. */
    public record AxisName(String quantity, String unit) {
        /** {@code throughput, units/s}. */
        public String text() {
            return quantity + ", " + unit;
        }
    }

    /**
     * An arm.
     *
     * @param beatenBy the arm that is better in each respect; empty where none is
     */
    public record PricePoint(
            String arm, double price, double value, Optional<Double> memory, Optional<String> beatenBy) {}

    /** Empty for a control, where no arm has both figures, and where the metric is the price itself. */
    static Optional<PriceChart> of(String id, ScenarioReport scenario) {
        var price = price(scenario);
        var arms = scenario.arms().stream()
                .filter(arm -> arm.amount(price.key()).isPresent()
                        && arm.result().median().isPresent())
                .toList();
        boolean itself = scenario.question().metric().name().startsWith(CPU_PER_UNIT.key());
        if (arms.isEmpty() || itself || scenario.control()) {
            return Optional.empty();
        }
        var memory = Stream.of(MEMORY_PROPORTIONAL, MEMORY_RESIDENT_PEAK)
                .filter(figure ->
                        arms.stream().allMatch(arm -> arm.amount(figure.key()).isPresent()))
                .findFirst();
        var metric = scenario.question().metric();
        var axes = new PriceAxes(
                price == CPU_PER_UNIT
                        ? new AxisName("CPU time per unit", "ms")
                        : new AxisName("CPU time of the window", "s"),
                new AxisName(metric.name(), metric.unit()),
                memory.map(figure -> new AxisName(
                        figure == MEMORY_PROPORTIONAL ? "proportional memory" : "peak resident memory", "MiB")));
        var domination = domination(scenario, arms, price, memory, axes);
        return Optional.of(new PriceChart(
                id + "-price",
                axes,
                arms.stream()
                        .map(arm -> new PricePoint(
                                arm.label().name(),
                                arm.amount(price.key()).orElseThrow(),
                                arm.result().median().orElseThrow(),
                                memory.flatMap(figure -> arm.amount(figure.key())),
                                domination.beatenBy(arm.label().name())))
                        .toList(),
                scenario.arms().stream()
                        .filter(arm -> !arms.contains(arm))
                        .map(arm -> arm.label().name())
                        .toList(),
                arms.size() == 1
                        ? "only " + arms.getFirst().label().name() + " has both figures"
                        : domination.text()));
    }

    private static ResourceFigure price(ScenarioReport scenario) {
        boolean perUnit = scenario.arms().stream()
                .anyMatch(arm -> arm.amount(CPU_PER_UNIT.key()).isPresent());
        boolean open =
                scenario.arms().stream().anyMatch(arm -> !arm.load().offered().isEmpty());
        return !perUnit && open ? CPU_TIME : CPU_PER_UNIT;
    }

    private static Domination domination(
            ScenarioReport scenario,
            List<ArmReport> arms,
            ResourceFigure price,
            Optional<ResourceFigure> memory,
            PriceAxes axes) {
        double sign = scenario.question().metric().scale().lowerIsBetter() ? 1 : -1;
        List<String> respects = new ArrayList<>(
                List.of(axes.price().quantity(), axes.metric().quantity()));
        axes.memory().ifPresent(name -> respects.add(name.quantity()));
        return new Domination(
                respects,
                arms.stream()
                        .map(arm -> new Domination.Candidate(
                                arm.label().name(),
                                Stream.concat(
                                                Stream.of(
                                                        arm.amount(price.key()).orElseThrow(),
                                                        sign
                                                                * arm.result()
                                                                        .median()
                                                                        .orElseThrow()),
                                                memory.flatMap(figure -> arm.amount(figure.key())).stream())
                                        .toList()))
                        .toList());
    }

    /** The sentence, with the arms that are not compared. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "By medians, %s%s.",
                text,
                without.isEmpty() ? "" : "; not compared: " + WinnerReport.enumerated(without));
    }

    /** The figures of the chart. */
    Table table() {
        return new Table(
                "Price and performance, medians over the valid trials",
                List.of(
                        words("arm"),
                        numbers(axes.price().text()),
                        numbers(axes.metric().text()),
                        numbers(axes.memory().map(AxisName::text).orElse("memory")),
                        words("beaten in each respect by")),
                points.stream()
                        .map(point -> List.of(
                                point.arm(),
                                Numbers.figure(point.price()),
                                Numbers.figure(point.value()),
                                Numbers.figure(point.memory()),
                                point.beatenBy().orElse("-")))
                        .toList());
    }
}
