package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.ArmReport.Amount;
import dev.joust.compare.report.LatencyReport.Times;
import dev.joust.compare.report.Table.Column;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The tables of a report, the same for every renderer. */
final class Tables {
    private Tables() {}

    /** The verdict matrix, one line for each of its cells. */
    static Table standings(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (var scenario : report.contests()) {
            String name = scenario.question().name();
            for (var arm : scenario.arms()) {
                var standing = arm.standing();
                rows.add(List.of(
                        name,
                        arm.label().name(),
                        Numbers.figure(standing.median(), scenario.question().unit()),
                        behind(scenario, arm),
                        interval(arm),
                        Numbers.percent(standing.efficiency()),
                        state(arm)));
                name = "";
            }
        }
        return new Table(
                "How far each arm is behind the best of its scenario, in the primary metric",
                List.of(
                        words("scenario"),
                        words("arm"),
                        numbers("median"),
                        numbers("behind"),
                        numbers("interval"),
                        numbers("of ceiling"),
                        words("verdict")),
                rows);
    }

    static Table controls(Report report) {
        return new Table(
                "Controls: scenarios whose answer is known beforehand",
                List.of(words("control"), words("scenario"), words("state"), words("finding")),
                report.controls().checks().stream()
                        .map(check -> List.of(check.kind(), check.scenario(), check.word(), check.finding()))
                        .toList());
    }

    /** What one scenario found, arm by arm. */
    static Table results(ScenarioReport scenario) {
        var question = scenario.question();
        return new Table(
                "Results: %s, %s".formatted(question.metric(), question.direction()),
                List.of(
                        words("arm"),
                        words("verdict"),
                        numbers("median, " + question.unit()),
                        numbers("behind"),
                        numbers("interval"),
                        numbers("of ceiling"),
                        numbers("valid trials"),
                        numbers("NON-STEADY"),
                        numbers("units done"),
                        numbers("left"),
                        numbers("failed"),
                        numbers("wrong")),
                scenario.arms().stream().map(arm -> result(scenario, arm)).toList());
    }

    private static List<String> result(ScenarioReport scenario, ArmReport arm) {
        var trials = arm.trials();
        var units = trials.units();
        int run = trials.valid() + trials.invalid().size();
        return List.of(
                arm.label().name(),
                state(arm),
                Numbers.figure(arm.standing().median()),
                behind(scenario, arm),
                interval(arm),
                Numbers.percent(arm.standing().efficiency()),
                "%d of %d".formatted(trials.valid(), run),
                trials.valid() == 0 ? Numbers.ABSENT : Integer.toString(trials.nonSteady()),
                trials.valid() == 0 ? Numbers.ABSENT : Numbers.count(units.done()),
                trials.valid() == 0 ? Numbers.ABSENT : Numbers.count(units.left()),
                run == 0 ? Numbers.ABSENT : Numbers.count(units.failed()),
                run == 0 ? Numbers.ABSENT : Numbers.count(units.wrong()));
    }

    static Table latencies(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            for (var latency : arm.latencies()) {
                rows.add(times(arm, latency, "response", latency.response()));
                rows.add(times(arm, latency, "service", latency.service()));
            }
        }
        return new Table(
                "Response time (done - intended) and service time (done - sent), ms, from merged histograms",
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

    private static List<String> times(ArmReport arm, LatencyReport latency, String which, Times times) {
        return List.of(
                arm.label().name(),
                latency.workClass(),
                which,
                Numbers.count(latency.units()),
                latency.text(times.p50()),
                latency.text(times.p90()),
                latency.text(times.p99()),
                latency.text(times.p999()));
    }

    /** The resource bill; what an arm does not know, or does not count, is not available. */
    static Table resourceUsage(ScenarioReport scenario) {
        Set<String> names = new LinkedHashSet<>();
        scenario.arms().forEach(arm -> arm.resourceUsage().forEach(amount -> names.add(title(amount))));
        return byArm(
                "Resource bill of the whole process tree, medians over the valid trials",
                "resource",
                scenario,
                names.stream()
                        .map(name -> cells(scenario, name, arm -> arm.resourceUsage().stream()
                                .filter(amount -> title(amount).equals(name))
                                .findFirst()
                                .flatMap(Amount::value)))
                        .toList());
    }

    /** Every trial; what the chart shows. */
    static Table trials(ScenarioReport scenario) {
        Set<Integer> blocks = new TreeSet<>();
        scenario.arms().forEach(arm -> arm.trials().points().forEach(point -> blocks.add(point.block())));
        return byArm(
                "Every valid trial: %s, %s"
                        .formatted(
                                scenario.question().metric(),
                                scenario.question().unit()),
                "block",
                scenario,
                blocks.stream()
                        .map(block -> cells(scenario, block.toString(), arm -> arm.figure(block)))
                        .toList());
    }

    static Table invalid(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.trials()
                    .invalid()
                    .forEach(trial ->
                            rows.add(List.of(arm.label().name(), Integer.toString(trial.block()), trial.reason())));
        }
        return new Table(
                "Invalid trials: shown, not judged", List.of(words("arm"), numbers("block"), words("gate")), rows);
    }

    static Table environment(Report report) {
        return new Table(
                "Where and how this was measured",
                List.of(words("what"), words("value")),
                report.setting().facts().stream()
                        .map(fact -> List.of(fact.name(), fact.value()))
                        .toList());
    }

    /** {@code 1.52}; the reference is not behind anybody. */
    static String behind(ScenarioReport scenario, ArmReport arm) {
        boolean reference =
                scenario.podium().reference().filter(arm.label().name()::equals).isPresent();
        return reference ? "-" : arm.standing().behind().map(RatioReport::text).orElse(Numbers.ABSENT);
    }

    private static String interval(ArmReport arm) {
        return arm.standing().behind().map(RatioReport::interval).orElse("");
    }

    private static String state(ArmReport arm) {
        int invalid = arm.trials().invalid().size();
        boolean some = invalid > 0 && arm.standing().state() != ArmState.INVALID;
        return arm.standing().state().word() + (some ? " (%d invalid)".formatted(invalid) : "");
    }

    private interface Cell {
        Optional<Double> of(ArmReport arm);
    }

    private static List<String> cells(ScenarioReport scenario, String name, Cell cell) {
        return Stream.concat(Stream.of(name), scenario.arms().stream().map(arm -> Numbers.figure(cell.of(arm))))
                .toList();
    }

    private static Table byArm(String caption, String first, ScenarioReport scenario, List<List<String>> rows) {
        List<Column> columns = new ArrayList<>();
        columns.add(words(first));
        scenario.arms().forEach(arm -> columns.add(numbers(arm.label().name())));
        return new Table(caption, columns, rows);
    }

    private static String title(Amount amount) {
        return amount.unit().isEmpty() ? amount.name() : amount.name() + ", " + amount.unit();
    }
}
