package dev.joust.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.joust.compare.cli.ExitCode;
import dev.joust.compare.fidelity.Fidelity;
import dev.joust.compare.fidelity.FidelityFolder;
import dev.joust.compare.fidelity.LockFinding;
import dev.joust.compare.plan.JvmCommand;
import dev.joust.compare.process.RunningChildren;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The interpreter lock beside CPython's, as a user measures it. Each required figure and each negative control is a
 * test. A figure that was not measured, that missed on a disturbed machine, or whose miss lies within the noise, is
 * aborted with the reason. It runs the short form; the Maven profile {@code fidelity} runs the full one.
 */
@Isolated("it measures")
final class FidelityIT {
    private static final Path FOLDER = Path.of("compare", "target", "fidelity");

    @TestFactory
    Stream<DynamicTest> everyRequiredFigureAndEveryNegativeControl() throws Exception {
        delete(FOLDER);
        var command = new ArrayList<>(List.of("./joust", "fidelity", "--out", FOLDER.toString()));
        if (!Boolean.getBoolean("joust.fidelity.full")) {
            command.add("--short");
        }
        var said = new ArrayList<String>();
        int exit = run(command, said);
        var fidelity = FidelityFolder.read(FOLDER);
        if (fidelity.isEmpty()) {
            assertThat(exit).isEqualTo(ExitCode.USAGE.number());
            assertThat(said.getLast()).startsWith("joust: not available: ");
            return Stream.of(dynamicTest("the interpreter lock against CPython's", () -> abort(said.getLast())));
        }
        assertThat(exit)
                .as("the exit code says what the table says")
                .isEqualTo(ExitCode.of(fidelity.get().status()).number());
        return Stream.concat(
                fidelity.get().findings().stream()
                        .filter(LockFinding::decides)
                        .map(finding -> dynamicTest(title(finding), () -> {
                            unlessDisturbed(fidelity.get(), finding.fails());
                            check(finding, failures(fidelity.get()));
                        })),
                fidelity.get().controls().stream()
                        .map(control -> dynamicTest(
                                String.format(Locale.ROOT, "the negative control %s is detected", control.name()),
                                () -> {
                                    check(control, failures(fidelity.get()));
                                })));
    }

    private static String title(LockFinding finding) {
        return String.format(
                Locale.ROOT,
                "%d: %s; %s",
                finding.name().row(),
                finding.name().quantity(),
                finding.name().figure());
    }

    /** Where samples were dropped for a disturbance, the others may be affected too, so a miss decides nothing. */
    private static void unlessDisturbed(Fidelity fidelity, boolean missed) {
        long dropped = fidelity.notes().stream()
                .filter(note -> note.contains("disturbed"))
                .count();
        if (missed && dropped > 0) {
            abort(String.format(
                    Locale.ROOT,
                    "missed, but the machine was disturbed and %d samples were dropped; run it again on a quiet one",
                    dropped));
        }
    }

    /** The notes about probes that failed, which is an error of ours; dropped samples are none. */
    private static List<String> failures(Fidelity fidelity) {
        return fidelity.notes().stream()
                .filter(note -> note.contains(", round ") && !note.contains(": dropped, "))
                .toList();
    }

    private static void check(LockFinding finding, List<String> failures) {
        switch (finding.outcome()) {
            case HELD, REPORTED -> assertThat(finding.java()).isPresent();
            case MISSED ->
                fail(String.format(
                        Locale.ROOT,
                        "CPython %s, Java %s, tolerance %s",
                        finding.cpython(),
                        finding.java(),
                        finding.tolerance()));
            case INCONCLUSIVE ->
                abort(String.format(
                        Locale.ROOT,
                        "missed, but some rounds agree: CPython %s, Java %s, tolerance %s",
                        finding.cpython(),
                        finding.java(),
                        finding.tolerance()));
            case NOT_MEASURED -> {
                assertThat(failures).as("probes that failed").isEmpty();
                abort("not measured: see the notes in fidelity.md");
            }
        }
    }

    private static void check(Fidelity.NegativeControl control, List<String> failures) {
        if (!control.measured()) {
            assertThat(failures).as("probes that failed").isEmpty();
            abort("not measured: see the notes in fidelity.md");
        }
        assertThat(control.caughtBy()).as("the rows that it misses").isNotEmpty();
    }

    private static int run(List<String> command, List<String> said) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JOUST_JAVA", JvmCommand.java().toString());
        var process = RunningChildren.RUNNING.start(builder);
        process.getOutputStream().close();
        try (var lines = process.inputReader()) {
            lines.lines().forEach(line -> {
                System.out.println(line);
                said.add(line);
            });
        }
        return process.waitFor();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
