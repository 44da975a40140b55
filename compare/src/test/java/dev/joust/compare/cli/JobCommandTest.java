package dev.joust.compare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.Joust;
import dev.joust.compare.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** {@code joust job} as a user calls it. */
@Isolated("it replaces the standard streams")
final class JobCommandTest {
    private static final int USAGE = 64;

    @TempDir
    private Path folder;

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void useTheSources() {
        System.setProperty(
                "joust.home", SourceTree.top().resolve("target/joust").toString());
        System.setProperty(
                "joust.scenarios", SourceTree.top().resolve("compare/scenarios").toString());
        var stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void restore() {
        System.clearProperty("joust.home");
        System.clearProperty("joust.scenarios");
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void theFileNamesItselfAndTheCommandThatStartsIt() throws Exception {
        var file = folder.resolve("joust.yaml");
        assertThat(job("kubernetes", "cpu-bound", "--shards", "3", "--seed", "1", "--out", file.toString()))
                .isZero();
        assertThat(said()).isEmpty();
        assertThat(file).content().contains("# Start it with: kubectl apply -f " + file + "\n");
    }

    @Test
    void withoutAFileItIsPrintedAndWithoutASeedThePlanHasOne() {
        assertThat(job("slurm", "cpu-bound", "mixed", "--shards", "3", "--profile", "full", "--rest", "0"))
                .isZero();
        assertThat(said())
                .startsWith("#!/bin/sh\n")
                .containsPattern("#SBATCH --job-name=(joust-\\d+)\n(?s:.*) --seed \\d+ --rest 0 --service ")
                .contains("run cpu-bound mixed --profile full --seed");
    }

    @Test
    void aScenarioThatCannotRunAsWrittenIsFoundBeforeAnythingIsWritten() throws Exception {
        var bad = Files.writeString(folder.resolve("bad.yaml"), "scenario: bad\nquestion: Why?\nwork: 3\n");
        var file = folder.resolve("joust.sh");
        assertThat(job("slurm", bad.toString(), "--shards", "3", "--out", file.toString()))
                .isEqualTo(USAGE);
        assertThat(said()).startsWith("joust: " + bad + ":1: ").hasLineCount(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void wrongRequestsAreOneLine() {
        assertRefused("no scenario 'nowhere'", "slurm", "nowhere", "--shards", "3");
        assertRefused("unknown model 'gil'", "slurm", "cpu-bound", "--shards", "3", "--models", "gil");
        assertRefused("--shards of joust job slurm takes 1 to 1000, found 0", "slurm", "cpu-bound", "--shards", "0");
        assertRefused(
                "--image, --cores and --memory are options of joust job kubernetes",
                "github",
                "cpu-bound",
                "--shards",
                "2",
                "--image",
                "joust");
        assertRefused("'my file.sh'", "slurm", "cpu-bound", "--shards", "2", "--out", "my file.sh");
    }

    private void assertRefused(String expected, String... arguments) {
        assertThat(job(arguments)).isEqualTo(USAGE);
        assertThat(said()).startsWith("joust: ").contains(expected).hasLineCount(1);
        said.reset();
    }

    private int job(String... arguments) {
        var words = new String[arguments.length + 1];
        words[0] = "job";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return Joust.run(words);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
