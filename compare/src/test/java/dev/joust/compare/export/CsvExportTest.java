package dev.joust.compare.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.compare.verdict.MetricReader;
import dev.joust.scenario.Load;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.scenario.Scenario;
import dev.joust.scenario.Step;
import dev.joust.scenario.WorkClass;
import dev.joust.scenario.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row per trial and metric, which any reader of RFC 4180 reads. */
final class CsvExportTest {
    private static final List<String> ARM = List.of("threads");
    private static final int TRIALS = 6;
    private static final int METRICS = 6;

    @Test
    void eachTrialHasARowPerMetric() {
        var rows = rows(batch());
        assertThat(rows).hasSize(TRIALS * METRICS);
        assertThat(rows.getFirst().toMap())
                .containsOnlyKeys(CsvExport.COLUMNS)
                .containsEntry("session", "made-up")
                .containsEntry("scenario", "cpu-bound")
                .containsEntry("arm", "threads")
                .containsEntry("model", "threads")
                .containsEntry("block", "1")
                .containsEntry("attempt", "1")
                .containsEntry("repeat", "0")
                .containsEntry("valid", "true")
                .containsEntry("steady", "true")
                .containsEntry("metric", "makespan")
                .containsEntry("unit", "s")
                .containsEntry("value", "0.5")
                .containsEntry("at_least", "false")
                .containsEntry("reason", "");
    }

    @Test
    void linesEndAsTheStandardSays() {
        assertThat(text(JudgedFixture.of(batch())))
                .startsWith(String.join(",", CsvExport.COLUMNS) + "\r\n")
                .endsWith("\r\n");
    }

    @Test
    void anInvalidTrialHasNoValueButAReason() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu-bound", "?", ARM))
                .arm("threads", block -> SampleTrial.batch(0.5).wrong(block == 2 ? 3 : 0));
        assertThat(rows(session).stream().filter(row -> row.get("block").equals("2")))
                .hasSize(METRICS)
                .allSatisfy(row -> assertThat(row.toMap())
                        .containsEntry("valid", "false")
                        .containsEntry("value", "")
                        .containsEntry("at_least", "")
                        .containsEntry("reason", "wrong answers: 3 of 4 of task"));
    }

    @Test
    void aLowerBoundIsMarkedAndTheOtherTrialsOfItsArmKeepTheirValues() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 16, Quantity.RESPONSE_P50, ARM))
                .arm("threads", block -> SampleTrial.closed(1_000, 16).unfinished(block == 3 ? 2_000 : 0));
        var rows = of("response-p50", rows(session));
        assertThat(rows)
                .extracting(row -> row.get("at_least"))
                .containsExactly("false", "false", "true", "false", "false", "false");
        assertThat(rows.get(2).get("reason")).isEqualTo("units were unfinished");
        assertThat(Double.parseDouble(rows.get(2).get("value"))).isGreaterThan(1_000);
        assertThat(Double.parseDouble(rows.get(1).get("value"))).isLessThan(20);
    }

    @Test
    void anArmThatDoesNotSustainTheRateHasNoResponseTimes() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("arrivals", 100, Quantity.RATE_RATIO, ARM))
                .arm("threads", _ -> SampleOpenTrial.answering(100, 5).backlog(50));
        assertThat(of("response-p50", rows(session)))
                .hasSize(TRIALS)
                .allSatisfy(row -> assertThat(row.get("value")).isEmpty())
                .allSatisfy(
                        row -> assertThat(row.get("reason")).startsWith("the offered rate is not sustained: 50.0 %"));
        assertThat(of("rate-ratio", rows(session)).getFirst().get("value")).isEqualTo("0.5");
    }

    @Test
    void anArmThatRunsWithoutAClassOfWorkHasNoValueOfIt() {
        var one = SampleScenarios.closed("mixed", 16, Quantity.THROUGHPUT, ARM);
        var calls = new WorkClass("calls", 1, List.of(new Step.Sleep(Duration.ofMillis(1))));
        var work = new Workload(
                List.of(one.workload().classes().getFirst(), calls),
                new Load.Closed(Map.of("task", 16), Duration.ofSeconds(1)));
        var mixed = new Scenario(
                one.name(), one.question(), one.statement(), work, one.pod(), one.arms(), one.judging(), one.point());
        var session = new SessionFixture(Profile.QUICK).with(mixed).arm("threads", _ -> SampleTrial.closed(900, 16));
        assertThat(of("throughput of calls", rows(session))).hasSize(TRIALS).allSatisfy(row -> assertThat(row.toMap())
                .containsEntry("valid", "true")
                .containsEntry("value", "")
                .containsEntry("reason", "not available"));
        assertThat(of("throughput of task", rows(session)).getFirst().get("value"))
                .isEqualTo("900.0");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "=1+1          | '=1+1",
                "+1            | '+1",
                "-1            | '-1",
                "@SUM(A1)      | '@SUM(A1)",
                "\" =1\"       | \"' =1\"",
                "\"\t=1\"      | \"' =1\"",
                "\uFF1D1       | '\uFF1D1",
                "a=1           | a=1",
                "\"\"          | \"\"",
            },
            delimiter = '|')
    void aTextThatWouldBeAFormulaIsNone(String text, String safe) {
        assertThat(CsvText.safe(text)).isEqualTo(safe);
    }

    @Test
    void aNameOfAStrangerStaysInItsFieldAndIsNoFormula() {
        var good = JudgedFixture.of(batch());
        var session = new Session(
                good.session().format(),
                "=cmd|'/c calc'!A0,\"x\"\r\n\u001B[2J",
                good.session().plan(),
                good.session().machine(),
                good.session().instrument());
        var text = text(new JudgedSession(session, good.judgement(), List.of(), List.of()));
        assertThat(parsed(text)).hasSize(TRIALS * METRICS).allSatisfy(row -> assertThat(row.get("session"))
                .isEqualTo("'=cmd|'/c calc'!A0,\"x\"  \uFFFD[2J"));
    }

    @Test
    void aValueIsTheJudgesToTheLastDigit() {
        var session = JudgedFixture.of(new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 16, Quantity.CPU_PER_UNIT, ARM))
                .arm("threads", block -> SampleTrial.closed(900 + block, 16)));
        var evidence = session.judgement().scenarios().getFirst().evidence();
        var expected = evidence.valid(evidence.scenario().arm("threads")).stream()
                .map(result -> MetricReader.of(evidence.scenario().judging().primary(), result)
                        .orElseThrow())
                .toList();
        assertThat(of("cpu-per-unit", parsed(text(session))))
                .extracting(row -> Double.parseDouble(row.get("value")))
                .isEqualTo(expected);
    }

    private static SessionFixture batch() {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.batch("cpu-bound", "?", ARM))
                .arm("threads", _ -> SampleTrial.batch(0.5));
    }

    private static String text(JudgedSession session) {
        return new CsvExport(session).text();
    }

    private static List<CSVRecord> rows(SessionFixture session) {
        return parsed(text(JudgedFixture.of(session)));
    }

    private static List<CSVRecord> of(String metric, List<CSVRecord> rows) {
        return rows.stream().filter(row -> row.get("metric").equals(metric)).toList();
    }

    static List<CSVRecord> parsed(String text) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = CSVParser.parse(text, format)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
