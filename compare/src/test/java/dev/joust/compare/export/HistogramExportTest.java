package dev.joust.compare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import dev.joust.compare.session.Session;
import dev.joust.compare.verdict.JudgedSession;
import dev.joust.scenario.Metric.Quantity;
import dev.joust.trial.Histograms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;

/** HdrHistogram's own reader reads the log back. */
final class HistogramExportTest {
    private static final List<String> ARM = List.of("threads");

    @Test
    void eachTrialHasAHistogramOfResponseAndOneOfServiceTimesWithEqualPercentiles() {
        var session = JudgedFixture.of(calls(_ -> 0));
        var read = read(text(session));
        assertThat(read)
                .hasSize(12)
                .extracting(Histogram::getTag)
                .startsWith("calls/threads/task/response", "calls/threads/task/service");
        var blocks = session.judgement().scenarios().getFirst().evidence().blocks();
        for (int i = 0; i < 6; i++) {
            var measured =
                    blocks.get(i + 1).get("threads").result().measurement().orElseThrow();
            var latencies = measured.classes().get("task").latencies();
            assertEqual(read.get(2 * i), Histograms.decoded(latencies.response()));
            assertEqual(read.get(2 * i + 1), Histograms.decoded(latencies.service()));
        }
    }

    private static void assertEqual(Histogram read, Histogram written) {
        assertThat(read.getTotalCount()).isEqualTo(written.getTotalCount());
        for (double percentile : new double[] {0, 50, 90, 99, 99.9, 99.99, 100}) {
            assertThat(read.getValueAtPercentile(percentile)).isEqualTo(written.getValueAtPercentile(percentile));
        }
    }

    @Test
    void theIntervalsFollowEachOtherFromTheStartOfTheSession() {
        var read = read(text(calls(_ -> 0)));
        double start = OffsetDateTime.parse("2026-11-22T10:11:12+01:00").toEpochSecond();
        for (int i = 0; i < read.size(); i++) {
            var interval = read.get(i);
            assertThat(interval.getStartTimeStamp() / 1e3).isCloseTo(start + i / 2, within(0.01));
            assertThat(interval.getEndTimeStamp() - interval.getStartTimeStamp())
                    .isEqualTo(1_000);
        }
    }

    @Test
    void aCommentSaysWhichTimesAreLowerBounds() {
        var text = text(calls(block -> block == 3 ? 17 : 0));
        assertThat(text.lines().filter(line -> line.contains("unfinished")))
                .containsExactly("# calls/threads/task block 3: 17 units were unfinished; their response times are"
                        + " lower bounds, 1100.000 ms and more");
        assertThat(read(text)).hasSize(12);
    }

    @Test
    void aCommentSaysWhichArmDoesNotSustainTheRate() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open("arrivals", 100, Quantity.RESPONSE_P50, ARM))
                .arm("threads", _ -> SampleOpenTrial.answering(100, 5).backlog(50));
        assertThat(text(session))
                .contains("# arrivals/threads/all: the offered rate is not sustained: 50.0 % of it was done");
    }

    @Test
    void invalidTrialsAreLeftOut() {
        var session = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 16, Quantity.THROUGHPUT, ARM))
                .arm("threads", block -> SampleTrial.closed(1_000, 16).wrong(block == 3 ? 1 : 0));
        assertThat(read(text(session))).hasSize(10);
    }

    /** Name and time come from a file that anybody can write. */
    @Test
    void aSessionWhoseStartIsNoTimeIsExportedWithoutIt() {
        var good = JudgedFixture.of(calls(_ -> 0));
        var machine = good.session().machine();
        var session = new Session(
                good.session().format(),
                "a\nname",
                good.session().plan(),
                new Session.Machine(
                        "yesterday\n#[StartTime: 5",
                        machine.environment(),
                        machine.flags(),
                        machine.service(),
                        machine.disturbanceLimits()),
                good.session().instrument());
        var text = text(new JudgedSession(session, good.judgement(), List.of(), List.of()));
        assertThat(text)
                .startsWith("#[Joust session a name]\n")
                .contains("#[the session does not tell when it started]\n")
                .doesNotContain("StartTime: ");
        assertThat(read(text)).hasSize(12);
    }

    private static SessionFixture calls(IntUnaryOperator unfinished) {
        return new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.closed("calls", 16, Quantity.THROUGHPUT, ARM))
                .arm("threads", block -> SampleTrial.closed(1_000 + block, 16)
                        .unfinished(unfinished.applyAsInt(block)));
    }

    private static String text(SessionFixture session) {
        return text(JudgedFixture.of(session));
    }

    private static String text(JudgedSession session) {
        return new HistogramExport(session).text();
    }

    static List<Histogram> read(String text) {
        List<Histogram> all = new ArrayList<>();
        try (var reader = new HistogramLogReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            for (var next = reader.nextIntervalHistogram(); next != null; next = reader.nextIntervalHistogram()) {
                all.add((Histogram) next);
            }
        }
        return all;
    }
}
