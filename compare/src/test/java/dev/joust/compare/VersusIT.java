package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.session.Result;
import dev.joust.compare.session.SessionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code joust versus} as a process: it runs, and each trial gets what its arm says. No figure is judged. */
@Tag("long")
final class VersusIT {
    private static final String SCENARIO = """
            scenario: tiny
            question: Is it faster?
            work:
              task: [{compute: {kernel: mix, cpu: 2ms}}]
            load:
              batch: 8
            models: [platform-threads]
            metric: makespan
            """;

    /** A trial on a busy machine may be invalid. */
    private static final List<Integer> RAN = List.of(ExitCode.HELD.number(), ExitCode.INCONCLUSIVE.number());

    @TempDir
    private Path folder;

    @Test
    void eachTrialRunsOnWhatItsArmSays() throws Exception {
        var scenario = Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
        var base = SampleJar.write(folder, 0);
        var head = SampleJar.write(folder, 10);
        var session = folder.resolve("session");
        var markdown = folder.resolve("verdict.md");
        var joust = new JoustCommand(folder);
        String[] arguments = {
            "versus",
            "jars=" + base,
            "jars=" + head + ",flags=-XX:TieredStopAtLevel=3,-Dchanged=yes",
            "--scenario",
            scenario.toString(),
            "--model",
            SampleJar.MODEL,
            "--profile",
            "smoke"
        };
        var ended = joust.run(with(arguments, "--out", session.toString(), "--markdown", markdown.toString()));
        assertThat(ended.status()).as(ended.said()).isIn(RAN);
        assertThat(ended.said()).contains("tiny-versus, makespan of padded: not judged");
        assertThat(markdown).content().startsWith("### Is the change faster? Not judged");
        assertThat(session.resolve("junit.xml")).content().contains("head keeps up with base");
        assertThat(session.resolve("report.md")).content().contains("jar padded-10.jar with SHA-256 ");
        var results = SessionFolder.open(session).readResults();
        assertThat(results).hasSize(3).allSatisfy(result -> {
            assertThat(result.failure()).isEmpty();
            assertThat(counters(result).containsKey("-Dchanged=yes"))
                    .as(result.id().arm())
                    .isEqualTo(result.id().arm().equals("head"));
            assertThat(counters(result)).containsKey("-XX:+UseSerialGC");
        });
        var instrument = SessionFolder.open(session).readSession().instrument();
        assertThat(instrument.calibrations())
                .containsOnlyKeys("jvm", "jvm of tiny-versus/base", "jvm of tiny-versus/head");
        assertGoesOn(joust, session, arguments);
    }

    /** A session whose last trial is lost runs its block again, when the user names the same arms. */
    private static void assertGoesOn(JoustCommand joust, Path session, String... arguments) throws Exception {
        var results = session.resolve("results.jsonl");
        Files.write(results, Files.readAllLines(results).subList(0, 2));
        var unnamed = joust.run("run", "--resume", session.toString());
        assertThat(unnamed.status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(unnamed.said()).contains("the session cannot go on: an arm runs with jars=");
        var ended = joust.run(with(arguments, "--resume", session.toString()));
        assertThat(ended.status()).as(ended.said()).isIn(RAN);
        assertThat(SessionFolder.open(session).readResults())
                .as("the block runs again, whole")
                .hasSize(2 + 3);
    }

    @Test
    void armsOfAFileChooseTheirRuntimeToo() throws Exception {
        var jar = SampleJar.write(folder, 0);
        var scenario = Files.writeString(
                folder.resolve("tiny.yaml"),
                SCENARIO.replace(
                        "[platform-threads]",
                        String.format(
                                Locale.ROOT,
                                "[{model: padded, jars: [%s]},"
                                        + " {name: flagged, model: padded, jars: [%s], flags: [-Da=b]}]",
                                jar.getFileName(),
                                jar.getFileName())));
        var session = folder.resolve("session");
        var ended = new JoustCommand(folder)
                .run("run", scenario.toString(), "--profile", "smoke", "--out", session.toString());
        assertThat(ended.status()).as(ended.said()).isIn(RAN);
        assertThat(SessionFolder.open(session).readResults()).hasSize(2).allSatisfy(result -> assertThat(
                        counters(result).containsKey("-Da=b"))
                .isEqualTo(result.id().arm().equals("flagged")));
    }

    @Test
    void aFlagThatTheJvmDoesNotKnowIsOneLineBeforeAnythingRuns() throws Exception {
        var scenario = Files.writeString(folder.resolve("tiny.yaml"), SCENARIO);
        var ended = new JoustCommand(folder)
                .run(
                        "versus",
                        "base",
                        "flags=-XX:+NoSuchThing",
                        "--scenario",
                        scenario.toString(),
                        "--profile",
                        "smoke");
        assertThat(ended.status()).isEqualTo(ExitCode.USAGE.number());
        assertThat(ended.said().lines()).hasSize(1);
        assertThat(ended.said()).startsWith("joust: arm tiny-versus/head: ").contains("NoSuchThing");
    }

    private static String[] with(String[] arguments, String... more) {
        return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
    }

    private static Map<String, Double> counters(Result result) {
        return result.measurement().orElseThrow().totals().counters();
    }
}
