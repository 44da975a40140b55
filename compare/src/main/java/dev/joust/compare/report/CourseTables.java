package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.ArmLoad.SecondReport;
import dev.joust.compare.report.ArmLoad.SecondTimes;
import dev.joust.compare.report.Table.Column;
import dev.joust.compare.report.TrialCourse.HousekeepingReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a trial of each arm went within its window, as tables. */
final class CourseTables {
    private static final int TENTHS = 10;

    private CourseTables() {}

    /** An open load second by second. Where its rate changes, the medians over all trials are beside the one trial. */
    static Table seconds(ScenarioReport scenario) {
        boolean changes =
                scenario.arms().stream().anyMatch(arm -> !arm.load().seconds().isEmpty());
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.trials().course().ifPresent(course -> course.seconds()
                    .forEach(second -> rows.add(second(arm, course.housekeeping(), second, changes))));
        }
        List<Column> columns = new ArrayList<>(List.of(
                words("arm"),
                numbers("second"),
                numbers("offered"),
                numbers("done"),
                numbers("in flight at its end"),
                numbers("response p50, ms"),
                numbers("response p99, ms"),
                numbers("collecting garbage, ms"),
                numbers("compiling, ms")));
        if (changes) {
            columns.add(numbers("response p50 of all trials, ms"));
            columns.add(numbers("response p99 of all trials, ms"));
        }
        return new Table(
                "Within a trial, second by second: of each arm the trial in the middle by the primary metric"
                        + blocks(scenario)
                        + (changes ? "; of all trials the medians" : ""),
                columns,
                rows);
    }

    private static List<String> second(
            ArmReport arm, Optional<HousekeepingReport> housekeeping, SecondReport second, boolean changes) {
        List<String> cells = new ArrayList<>(List.of(
                arm.label().name(),
                Integer.toString(second.second()),
                Numbers.figure(second.offered()),
                Numbers.figure(second.done()),
                Numbers.figure(second.inFlight()),
                Numbers.figure(second.times().p50Millis()),
                Numbers.figure(second.times().p99Millis()),
                Numbers.figure(housekeeping.map(known -> known.collectingMillis(second.second()))),
                Numbers.figure(housekeeping.flatMap(known -> known.compilingMillis(second.second())))));
        if (changes) {
            var ofAll = arm.load().seconds().stream()
                    .filter(other -> other.second() == second.second())
                    .map(SecondReport::times)
                    .findFirst();
            cells.add(Numbers.figure(ofAll.map(SecondTimes::p50Millis)));
            cells.add(Numbers.figure(ofAll.map(SecondTimes::p99Millis)));
        }
        return cells;
    }

    /** A closed load in tenths of its window. */
    static Table tenths(ScenarioReport scenario) {
        List<List<String>> rows = new ArrayList<>();
        for (var arm : scenario.arms()) {
            arm.trials()
                    .course()
                    .filter(course -> course.seconds().isEmpty())
                    .filter(course -> course.tenths().size() == TENTHS)
                    .ifPresent(course -> rows.add(tenths(arm, course)));
        }
        List<Column> columns = new ArrayList<>();
        columns.add(words("arm"));
        IntStream.rangeClosed(1, TENTHS)
                .forEach(tenth -> columns.add(numbers(String.format(Locale.ROOT, "tenth %d", tenth))));
        columns.addAll(List.of(numbers("collections"), numbers("collecting garbage, ms"), numbers("compiling, ms")));
        return new Table(
                "Within a trial: units done per second in each tenth of the window; of each arm the trial in the middle"
                        + " by the primary metric" + blocks(scenario),
                columns,
                rows);
    }

    private static List<String> tenths(ArmReport arm, TrialCourse course) {
        List<String> cells = new ArrayList<>();
        cells.add(arm.label().name());
        course.tenths().forEach(done -> cells.add(Numbers.figure(done)));
        var housekeeping = course.housekeeping();
        cells.add(housekeeping.map(known -> Numbers.count(known.collected())).orElse(Numbers.ABSENT));
        cells.add(Numbers.figure(housekeeping.map(known -> known.collections().stream()
                .mapToDouble(TrialCourse.CollectionReport::millis)
                .sum())));
        cells.add(Numbers.figure(housekeeping.flatMap(HousekeepingReport::compilingMillis)));
        return cells;
    }

    /** {@code  (a: block 3; b: block 1)}. */
    static String blocks(ScenarioReport scenario) {
        var blocks = scenario.arms().stream()
                .flatMap(arm -> arm.trials().course().stream()
                        .map(course -> String.format(
                                Locale.ROOT, "%s: block %d", arm.label().name(), course.block())))
                .toList();
        return blocks.isEmpty() ? "" : " (" + String.join("; ", blocks) + ")";
    }
}
