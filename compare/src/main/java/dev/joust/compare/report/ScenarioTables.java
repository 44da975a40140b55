package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.LatencyReport.LatencyTimes;
import dev.joust.compare.report.Table.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The tables of one scenario. */
final class ScenarioTables {
    private ScenarioTables() {}

    /** The result of each arm. Those of a merged session are no figures of one machine. */
    static Table results(ScenarioReport scenario, ContextReport context) {
        var metric = scenario.question().metric();
        return new Table(
                String.format(
                        Locale.ROOT,
                        "Results: %s, %s%s",
                        metric.name(),
                        metric.direction(),
                        context.severalHosts() ? "; medians over the blocks of all machines" : ""),
                List.of(
                        words("arm"),
                        words("verdict"),
                        numbers("median, " + metric.unit()),
                        numbers(Tables.TIMES_WORSE),
                        numbers("interval"),
                        numbers(Tables.EFFICIENCY),
                        numbers("valid trials"),
                        numbers("not steady"),
                        numbers("units done"),
                        numbers("units unfinished"),
                        numbers("units failed"),
                        numbers("wrong answers")),
                scenario.arms().stream().map(arm -> result(scenario, arm)).toList());
    }

    private static List<String> result(ScenarioReport scenario, ArmReport arm) {
        var trials = arm.trials();
        var units = trials.units();
        boolean anyValid = trials.valid() > 0;
        boolean anyRun = trials.run() > 0;
        return List.of(
                arm.label().name(),
                state(scenario, arm),
                arm.result().medianText(),
                Tables.timesWorse(scenario, arm),
                Tables.interval(arm),
                Numbers.percent(arm.result().efficiency()),
                String.format(Locale.ROOT, "%s of %s", trials.valid(), trials.run()),
                anyValid
                        ? String.format(Locale.ROOT, "%s of %s trials", trials.notSteady(), trials.valid())
                        : Numbers.ABSENT,
                anyValid ? Numbers.count(units.done()) : Numbers.ABSENT,
                anyValid ? Numbers.count(units.unfinished()) : Numbers.ABSENT,
                anyRun ? Numbers.count(units.failed()) : Numbers.ABSENT,
                anyRun ? Numbers.count(units.wrong()) : Numbers.ABSENT);
    }

    /** The state, and what a metric without a value lacks. */
    private static String state(ScenarioReport scenario, ArmReport arm) {
        var bound = arm.result().atLeast().isPresent() ? ", a lower bound is not judged" : "";
        var absence = arm.result().absence().filter(_ -> arm.result().state() == ArmState.NO_VALUE);
        return Tables.state(arm) + bound + absence.map(why -> ": " + why).orElse("");
    }

    static Table latencies(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            for (var latency : arm.latencies()) {
                rows.add(latencies(arm, latency, "response", latency.response()));
                rows.add(latencies(arm, latency, "service", latency.service()));
            }
        }
        return new Table(
                "Response time (done - intended) and service time (done - sent), ms, from merged histograms; "
                        + "\u2265 is a lower bound: so long had unfinished units waited when the trial ended",
                List.of(
                        words("arm"),
                        words("work"),
                        words("time"),
                        numbers("units"),
                        numbers("p50"),
                        numbers("p90"),
                        numbers("p99"),
                        numbers("p99.9")),
                rows);
    }

    private static List<String> latencies(ArmReport arm, LatencyReport latency, String which, LatencyTimes times) {
        return List.of(
                arm.label().name(),
                latency.workClass(),
                which,
                Numbers.count(times.units()),
                LatencyReport.text(times.percentiles().p50(), times.units()),
                LatencyReport.text(times.percentiles().p90(), times.units()),
                LatencyReport.text(times.percentiles().p99(), times.units()),
                LatencyReport.text(times.percentiles().p999(), times.units()));
    }

    /** Why each arm is as fast as it is. */
    static Table causes(ScenarioReport scenario) {
        return new Table(
                "Why: the limit that each arm meets, by rules",
                List.of(words("arm"), words("cause"), words("because"), words("against other causes")),
                scenario.arms().stream()
                        .flatMap(arm -> arm.cause().stream()
                                .map(cause -> List.of(
                                        arm.label().name(),
                                        cause.kind(),
                                        cause.because(),
                                        cause.against().isEmpty() ? Numbers.ABSENT : cause.against())))
                        .toList());
    }

    /** The resource usage. What an arm does not know or does not count is not available. */
    static Table resourceUsage(ScenarioReport scenario) {
        Set<String> keys = new LinkedHashSet<>();
        scenario.arms().forEach(arm -> arm.resourceUsage().forEach(amount -> keys.add(amount.key())));
        return byArm(
                "Resource usage of the whole process tree and counters of the models, medians over the valid trials"
                        + unlikeUnits(scenario),
                "resource",
                scenario,
                keys.stream()
                        .map(key -> row(scenario, ResourceFigure.label(key), arm -> arm.amount(key)))
                        .toList());
    }

    /** Why there is no CPU time per unit, where an arm ran several classes of work. */
    private static String unlikeUnits(ScenarioReport scenario) {
        return scenario.arms().stream().anyMatch(arm -> arm.latencies().size() > 1)
                ? "; CPU time and calls per unit are not available for several classes of work, whose units are unlike"
                : "";
    }

    /** Every valid trial: the values that the chart shows. */
    static Table trials(ScenarioReport scenario) {
        Set<Integer> blocks = new TreeSet<>();
        scenario.arms().forEach(arm -> arm.trials().points().forEach(point -> blocks.add(point.block())));
        var metric = scenario.question().metric();
        return byArm(
                String.format(Locale.ROOT, "Every valid trial: %s, %s", metric.name(), metric.unit()),
                "block",
                scenario,
                blocks.stream()
                        .map(block -> row(scenario, block.toString(), arm -> arm.value(block)))
                        .toList());
    }

    static Table invalid(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            for (var trial : arm.trials().invalid()) {
                rows.add(List.of(arm.label().name(), Integer.toString(trial.block()), trial.reason()));
            }
        }
        return new Table(
                "Invalid trials: shown, not judged",
                List.of(words("arm"), numbers("block"), words("failed validity check")),
                rows);
    }

    private static List<String> row(ScenarioReport scenario, String name, Function<ArmReport, Optional<Double>> value) {
        return Stream.concat(Stream.of(name), scenario.arms().stream().map(arm -> Numbers.figure(value.apply(arm))))
                .toList();
    }

    private static Table byArm(String caption, String first, ScenarioReport scenario, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(words(first));
        scenario.arms().forEach(arm -> columns.add(numbers(arm.label().name())));
        return new Table(caption, columns, rows);
    }
}
