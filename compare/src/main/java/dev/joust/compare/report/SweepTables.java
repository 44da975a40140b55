package dev.joust.compare.report;

import static dev.joust.compare.report.Table.numbers;
import static dev.joust.compare.report.Table.words;

import dev.joust.compare.report.ScalingReport.SerialReport;
import dev.joust.compare.report.SweepReport.ArmScalingReport;
import dev.joust.compare.report.SweepReport.LawReport;
import dev.joust.compare.report.SweepReport.SweepRow;
import dev.joust.compare.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The tables of sweeps and of serial fractions. */
final class SweepTables {
    private SweepTables() {}

    /** One row per value, one column per arm. */
    static Table values(SweepReport sweep) {
        List<Column> columns = new ArrayList<>();
        columns.add(words(sweep.heading().parameter()));
        sweep.arms().forEach(arm -> columns.add(numbers(arm)));
        return new Table(
                caption(sweep),
                columns,
                sweep.points().stream()
                        .map(row -> Stream.concat(
                                        Stream.of(row.label()),
                                        row.figures().stream().map(SweepTables::text))
                                .toList())
                        .toList());
    }

    /** One row per value and arm, for a terminal. */
    static Table lines(SweepReport sweep) {
        List<List<String>> rows = new ArrayList<>();
        for (var row : sweep.points()) {
            String label = row.label();
            for (int arm = 0; arm < sweep.arms().size(); arm++) {
                rows.add(line(label, sweep.arms().get(arm), row, arm));
                label = "";
            }
        }
        return new Table(
                caption(sweep),
                List.of(
                        words(sweep.heading().parameter()),
                        words("arm"),
                        numbers(sweep.heading().axis()),
                        numbers("interval")),
                rows);
    }

    private static List<String> line(String label, String name, SweepRow row, int arm) {
        var figure = row.figures().get(arm);
        return List.of(
                label,
                name,
                Numbers.figure(figure.map(FigureReport::value)),
                figure.map(FigureReport::interval).orElse(Numbers.ABSENT));
    }

    private static String caption(SweepReport sweep) {
        return String.format(
                Locale.ROOT,
                "Sweep %s: %s for each value of %s, with its interval",
                sweep.heading().name(),
                sweep.heading().axis(),
                sweep.heading().parameter());
    }

    /** What was expected of the sweep, and what was found, by the numbers of the chart. */
    static Table crossovers(SweepReport sweep) {
        List<List<String>> rows = new ArrayList<>();
        for (var crossover : sweep.crossovers()) {
            rows.add(List.of(
                    Integer.toString(rows.size() + 1),
                    crossover.origin().expected().arms(),
                    crossover.origin().expected().text(),
                    Numbers.figure(crossover.found().map(FigureReport::value)),
                    crossover.found().map(FigureReport::interval).orElse(Numbers.ABSENT),
                    crossover.outcome().word()));
        }
        return new Table(
                "Crossovers: the value of " + sweep.heading().parameter() + " from which the second arm is ahead",
                List.of(
                        words("crossover"),
                        words("arms"),
                        numbers("predicted"),
                        numbers("measured"),
                        numbers("interval"),
                        words("verdict")),
                rows);
    }

    /** The laws of scaling. */
    static Table scaling(SweepReport sweep) {
        return new Table(
                "Scaling, with intervals: Amdahl's serial share; contention sigma and coherency kappa of the Universal"
                        + " Scalability Law; resident memory per unit in flight, kB; the highest value with valid"
                        + " trials",
                List.of(
                        words("arm"),
                        numbers("Amdahl"),
                        numbers("sigma"),
                        numbers("kappa"),
                        numbers("memory"),
                        numbers("limit")),
                sweep.scaling().stream().map(SweepTables::scaling).toList());
    }

    private static List<String> scaling(ArmScalingReport arm) {
        return List.of(
                arm.arm(),
                text(arm.amdahl()),
                text(arm.universal().map(LawReport::sigma)),
                text(arm.universal().map(LawReport::kappa)),
                text(arm.memory()),
                arm.limit().orElse(Numbers.ABSENT));
    }

    /** The serial fractions of a scenario. */
    static Table serial(Optional<SerialReport> serial) {
        return new Table(
                "Serial fraction (Karp and Flatt) over one event loop: 1 where the cores are as fast as one core, 0"
                        + " where they share the computation evenly",
                List.of(words("arm"), numbers("serial fraction"), numbers("interval")),
                serial.stream()
                        .flatMap(found -> found.fractions().stream())
                        .map(one -> List.of(
                                one.arm(),
                                Numbers.figure(one.fraction().value()),
                                one.fraction().interval()))
                        .toList());
    }

    /** The serial fractions of a scenario in one line; empty without any. */
    static Optional<String> serialLine(Optional<SerialReport> serial) {
        return serial.map(found -> String.join(
                ", ",
                found.fractions().stream()
                        .map(one -> one.arm() + " " + one.fraction().text())
                        .toList()));
    }

    private static String text(Optional<FigureReport> figure) {
        return figure.map(FigureReport::text).orElse(Numbers.ABSENT);
    }
}
