package dev.joust.compare.cli;

import static dev.joust.compare.SessionFixture.wobble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleOpenTrial;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.advise.SustainedSession;
import dev.joust.compare.plan.Profile;
import dev.joust.scenario.Metric.Quantity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An advice leaves a decision record, where the session can be believed. */
final class AdviceRecordTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream show = new PrintStream(said, true, StandardCharsets.UTF_8);

    /** The pool does not sustain the traffic, so that it is no option of the record. */
    @Test
    void theRecordLiesInTheFolderOfTheSession() throws IOException {
        var written = record(20, 0).write(Optional.empty(), show).orElseThrow();

        assertThat(written).isEqualTo(folder.resolve("s/0001-use-platform-threads-for-sample.md"));
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo("decision record: " + written + "\n");
        assertThat(Files.readString(written))
                .contains("status: proposed", "Chosen option: \"platform-threads\"")
                .contains(
                        "./joust run " + folder.resolve("s/traffic.yaml") + " \\\n  --seed 4711 \\\n  --profile quick")
                .doesNotContain("processes");
    }

    /** The advice says the same: stay as you are. */
    @Test
    void whatRunsTodayStaysWhereItTies() throws IOException {
        assertThat(record(4, 0).write(Optional.empty(), show).orElseThrow())
                .hasFileName("0001-use-platform-threads-for-sample.md")
                .content()
                .contains("on response-p50 within 25 %, and platform-threads runs today.")
                .doesNotContain("resource usage decides");
    }

    @Test
    void orInTheFolderThatTheUserNames() throws IOException {
        var records = folder.resolve("records");
        assertThat(record(20, 0).write(Optional.of(records), show).orElseThrow())
                .isEqualTo(records.resolve("0001-use-platform-threads-for-sample.md"));
    }

    @Test
    void aSessionThatCannotBeBelievedLeavesNone() throws IOException {
        assertThat(record(20, 0.5).write(Optional.empty(), show)).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("no decision record: CONTAMINATED: ");
    }

    @Test
    void oneModelIsNoDecision() throws IOException {
        assertThat(record(400, 0).write(Optional.empty(), show)).isEmpty();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualTo("no decision record: it compares two models at least\n");
    }

    /** @param loopMillis from 400 on the loop does not sustain the traffic either */
    private AdviceRecord record(double loopMillis, double apart) throws IOException {
        var fixture = new SessionFixture(Profile.QUICK)
                .with(SampleScenarios.open(
                        "sample", 2000, Quantity.RESPONSE_P50, List.of("vertx-loop", "platform-threads", "processes")))
                .arm("vertx-loop", block -> SampleOpenTrial.answering(2000, wobble(loopMillis, block, 0.01))
                        .backlog(loopMillis < 400 ? 0 : 1_500))
                .arm("platform-threads", block -> SampleOpenTrial.answering(2000, wobble(4, block, 0.01)))
                .arm("processes", block -> SampleOpenTrial.answering(2000, wobble(400, block, 0.01))
                        .backlog(1_500))
                .controls(apart);
        var session = folder.resolve("s");
        fixture.save(session);
        return new AdviceRecord(
                SustainedSession.in(session, "sample", _ -> true), session, Optional.of("platform-threads"));
    }
}
