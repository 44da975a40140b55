package dev.joust.compare.export;

import dev.joust.compare.verdict.Evidence.Checked;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.MetricReading;
import dev.joust.scenario.Arm;
import dev.joust.scenario.Metric;
import dev.joust.trial.Measurement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A session as a tidy table: a header, then one row per trial and metric. Quoted as RFC 4180 says. */
record CsvExport(JudgedSession judged) {
    static final List<String> COLUMNS = List.of(
            "session",
            "scenario",
            "arm",
            "model",
            "block",
            "attempt",
            "repeat",
            "valid",
            "steady",
            "metric",
            "unit",
            "value",
            "at_least",
            "reason");

    private static final String NOTHING = "";

    String text() {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord(COLUMNS);
            for (var scenario : ExportedScenario.of(judged)) {
                print(csv, scenario);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // no StringBuilder throws it
        }
        return text.toString();
    }

    private void print(CSVPrinter csv, ExportedScenario scenario) throws IOException {
        for (var block : scenario.evidence().blocks().values()) {
            for (var arm : scenario.scenario().arms()) {
                for (var metric : scenario.metrics()) {
                    csv.printRecord(row(scenario, arm, block.get(arm.name()), metric));
                }
            }
        }
    }

    private List<Object> row(ExportedScenario scenario, Arm arm, Checked trial, Metric metric) {
        var id = trial.result().id();
        var cell = trial.valid()
                ? Cell.of(scenario.reading(metric, arm, trial.result()))
                : Cell.without(String.join("; ", trial.failed()));
        return List.of(
                CsvText.safe(judged.session().name()),
                CsvText.safe(scenario.scenario().name()),
                CsvText.safe(arm.name()),
                CsvText.safe(arm.model()),
                id.block(),
                id.attempt(),
                id.earlierRuns(),
                trial.valid(),
                trial.result().measurement().<Object>map(CsvExport::steady).orElse(NOTHING),
                CsvText.safe(metric.toString()),
                metric.quantity().unit(),
                cell.value(),
                cell.atLeast(),
                CsvText.safe(cell.reason()));
    }

    private static boolean steady(Measurement measurement) {
        return measurement.window().steady();
    }

    /**
     * What a row says about its metric.
     *
     * @param value a number, or nothing
     * @param atLeast whether the value is a lower bound; nothing without a value
     * @param reason why there is no value, or a lower bound only
     */
    private record Cell(Object value, Object atLeast, String reason) {

        static Cell of(MetricReading reading) {
            return switch (reading) {
                case MetricReading.KnownValue(double value, long _) -> new Cell(value, false, "");
                case MetricReading.AtLeast(double value, String because) -> new Cell(value, true, because);
                case MetricReading.Missed(String because) -> without(because);
                case MetricReading.Absent(String because) -> without(because.isEmpty() ? "not available" : because);
            };
        }

        static Cell without(String reason) {
            return new Cell(NOTHING, NOTHING, reason);
        }
    }
}
