package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.Joust;
import dev.joust.compare.SampleScenarios;
import dev.joust.compare.SampleSession;
import dev.joust.compare.SampleTrial;
import dev.joust.compare.SessionFixture;
import dev.joust.compare.plan.Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import picocli.CommandLine;

@Isolated("it replaces the standard streams")
final class AdrCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T23:30:00Z"), ZoneOffset.UTC);

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path session;
    private Path records;

    @BeforeEach
    void listen() {
        session = folder.resolve("session");
        records = folder.resolve("records");
        var print = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(print);
        System.setErr(print);
    }

    @AfterEach
    void restore() {
        System.setOut(out);
        System.setErr(err);
    }

    private static SessionFixture race(SessionFixture lab) {
        return lab.with(SampleScenarios.batch("race", "Which is first?", List.of("processes", "gil-threads")))
                .arm("processes", block -> SampleTrial.batch(0.5))
                .arm("gil-threads", block -> SampleTrial.batch(1));
    }

    private int run(String... more) {
        return new CommandLine(new AdrCommand(CLOCK)).execute(arguments(more));
    }

    private String[] arguments(String... more) {
        var arguments = new ArrayList<>(List.of(session.toString(), "--dir", records.toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private String heard() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theOnlyQuestionOfASessionIsRecorded() throws Exception {
        race(new SessionFixture(Profile.QUICK)).controls().save(session);

        assertThat(run("--decision-makers", "Ann,Bob")).isZero();

        var written = records.resolve("0001-use-processes-for-race.md");
        assertThat(heard()).isEqualTo(written + "\n");
        var sha = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(Files.readAllBytes(session.resolve("results.jsonl"))));
        assertThat(written)
                .content()
                .startsWith("---\nstatus: proposed\ndate: 2026-11-26\ndecision-makers: [\"Ann\",\"Bob\"]\n---\n")
                .contains("\n" + sha + "\n")
                .contains("\n./joust run race --seed 4711 --profile quick\n");

        assertThat(run()).isZero();
        assertThat(records.resolve("0002-use-processes-for-race.md")).exists();
    }

    @Test
    void oneOfSeveralQuestionsMustBeNamed() throws IOException {
        SampleSession.lab().save(session);
        var all = new String[] {"adr", session.toString(), "--dir", records.toString()};

        assertThat(Joust.run(all)).isEqualTo(64);
        assertThat(heard())
                .isEqualTo("joust: name one scenario with --scenario: cpu-bound, io-bound, mixed, tail, never-run\n");
        assertThat(run("--scenario", "cpu-bound")).isZero();
        assertThat(records.resolve("0001-use-virtual-threads-for-cpu-bound.md")).exists();
        assertThat(run("--scenario", "mixed")).isZero();
        assertThat(records.resolve("0002-leave-open-which-model-runs-mixed.md")).exists();
        assertThat(run("--scenario", "never-run")).isZero();
    }

    @Test
    void anUnknownQuestionIsAnErrorThatListsTheKnownOnes() throws IOException {
        race(new SessionFixture(Profile.QUICK)).controls().save(session);
        assertThat(Joust.run("adr", session.toString(), "--scenario", "control-aa"))
                .isEqualTo(64);
        assertThat(heard()).endsWith("no scenario 'control-aa' in " + session + "; known: race\n");
    }

    @Test
    void aSessionThatIsNotSoundWritesNothing() throws IOException {
        var withheld = List.of(
                race(new SessionFixture(Profile.QUICK)).disturbed(1, 2, 3).controls(),
                race(new SessionFixture(Profile.QUICK)).controls(0.5),
                race(new SessionFixture(Profile.QUICK)),
                race(new SessionFixture(Profile.SMOKE)).controls());
        var words = List.of("DISTURBED", "CONTAMINATED", "WITHOUT CONTROLS", "NOT JUDGED");
        for (int i = 0; i < words.size(); i++) {
            said.reset();
            session = folder.resolve("session-" + i);
            withheld.get(i).save(session);

            assertThat(run()).isEqualTo(ExitCode.NOT_BELIEVED.number());
            assertThat(heard()).startsWith("joust: no record; " + words.get(i) + ": ");
            assertThat(heard().lines()).hasSize(1);
        }
        assertThat(records).doesNotExist();
    }
}
