package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.Table.Column;
import dev.joust.trial.CounterNames;
import dev.joust.trial.HttpTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What each arm of a scenario had to do its work with, so that a reader sees how equal the comparison is. */
final class ParityTable {
    private ParityTable() {}

    /** Empty where no arm ran. */
    static Table of(ScenarioReport scenario) {
        var memory = Stream.of(ResourceFigure.MEMORY_PROPORTIONAL, ResourceFigure.MEMORY_RESIDENT_PEAK)
                .filter(figure -> scenario.arms().stream()
                        .anyMatch(arm -> arm.amount(figure.key()).isPresent()))
                .findFirst()
                .orElse(ResourceFigure.MEMORY_RESIDENT_PEAK);
        List<Column> columns = new ArrayList<>(List.of(
                words("arm"),
                words("model"),
                words("runtime"),
                numbers("slots"),
                numbers("computing at once"),
                numbers("waiting at once"),
                numbers("connections to the service"),
                numbers("processes"),
                numbers("threads"),
                numbers(memory.label()),
                numbers("heap at most, MiB")));
        var served = scenario.arms().stream()
                .anyMatch(arm -> arm.amount(CounterNames.BACKLOG).isPresent());
        if (served) {
            columns.addAll(List.of(numbers("connections of clients"), numbers("backlog")));
        }
        return new Table(
                "What each arm had: slots and units at once by its model, the rest medians over the valid trials",
                columns,
                scenario.arms().stream()
                        .filter(arm -> arm.label().slots().isPresent())
                        .filter(arm -> !arm.resourceUsage().isEmpty())
                        .map(arm -> row(arm, memory, served))
                        .toList());
    }

    private static List<String> row(ArmReport arm, ResourceFigure memory, boolean served) {
        var label = arm.label();
        List<String> cells = new ArrayList<>(List.of(
                label.name(),
                label.model(),
                label.runtime().orElse(Numbers.ABSENT),
                count(label.slots()),
                count(label.atOnce().map(ArmReport.UnitsAtOnce::computing)),
                count(label.atOnce().map(ArmReport.UnitsAtOnce::waiting)),
                Numbers.figure(arm.amount(ResourceFigure.CONNECTIONS.key())),
                Numbers.figure(arm.amount(ResourceFigure.PROCESSES.key())),
                Numbers.figure(arm.amount(ResourceFigure.THREADS.key())),
                Numbers.figure(arm.amount(memory.key())),
                Numbers.figure(arm.amount(CounterNames.HEAP))));
        if (served) {
            cells.add(Numbers.figure(arm.amount(HttpTarget.CONNECTIONS_OPENED)));
            cells.add(Numbers.figure(arm.amount(CounterNames.BACKLOG)));
        }
        return cells;
    }

    private static String count(Optional<Integer> number) {
        return number.map(Numbers::count).orElse(Numbers.ABSENT);
    }
}
