package dev.joust.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.Digest;
import dev.joust.trial.Histograms;
import dev.joust.trial.ServiceBody;
import dev.joust.trial.TaskBody;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Both sides compute the same golden values. The Python side runs its own unit tests, in one process. */
@Timeout(
        value = 120,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // an interrupt does not end a read from a process
final class GoldenTest {
    /** The JVM's tests read it too. */
    private static final Path STEADY = Path.of("../../trial/src/test/resources/dev/joust/trial/steady.json");

    @Test
    void theJvmComputesTheGoldenValues() throws Exception {
        var golden = Golden.values();
        for (var g : golden.children()) {
            assertThat(Digest.key(Digest.child(number(g.seed()), g.i()))).isEqualTo(g.result());
        }
        for (var g : golden.folds()) {
            assertThat(Digest.key(Digest.fold(number(g.digest()), number(g.step()))))
                    .isEqualTo(g.result());
        }
        for (var g : golden.bodies()) {
            assertThat(Digest.key(ServiceBody.digest(number(g.key()), g.bytes())))
                    .isEqualTo(g.result());
        }
        for (var g : golden.kernels()) {
            var body = new TaskBody(new Calibration(Map.of(g.kernel(), (double) g.units())), Path.of("."));
            var step = new Step.Compute(Kernel.labelled(g.kernel()), Duration.ofMillis(1));
            assertThat(Digest.key(body.compute(step, number(g.seed()), Checkpoint.NONE)))
                    .isEqualTo(g.result());
        }
    }

    @Test
    void pythonsOwnTestsPass() throws Exception {
        var output = python(
                "import unittest; unittest.main(module=None, argv=['unittest', 'discover', '-s', sys.argv[2]])",
                Golden.resource("/python").toString());
        // the test of the switch counter is skipped where the interpreter's memory layout is unknown
        assertThat(output).containsPattern("OK( \\(skipped=1\\))?$").containsPattern("Ran [1-9]\\d tests");
    }

    @Test
    void aHistogramOfPythonEqualsThatOfTheJvm() throws Exception {
        var times = Golden.values().times();
        var expected = Histograms.empty();
        times.forEach(expected::recordValue);
        var text = python(
                "from joust import hdr; h = hdr.Histogram(); [h.record(int(t)) for t in sys.argv[2].split(',')]; "
                        + "print(h.encoded()); print(h.percentile(99))",
                times.stream().map(String::valueOf).collect(Collectors.joining(",")));
        var lines = text.lines().toList();
        assertThat(Histograms.decoded(lines.getFirst())).isEqualTo(expected);
        assertThat(lines.getLast()).isEqualTo(String.valueOf(expected.getValueAtPercentile(99)));
    }

    @Test
    void anEmptyHistogramOfPythonIsEmpty() throws Exception {
        var text = python("from joust import hdr; print(hdr.Histogram().encoded())", "");
        assertThat(Histograms.decoded(text)).isEqualTo(Histograms.empty());
    }

    /** What a piece of Python code prints that can import the package. */
    private static String python(String code, String argument) throws Exception {
        List<String> command = new ArrayList<>(PythonTrial.ready().command().subList(0, 4));
        command.addAll(List.of("-c", "import sys; sys.path.insert(0, sys.argv[1]); " + code, Sources.path(), argument));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("GOLDEN", Golden.file().toString());
        builder.environment().put("STEADY", STEADY.toAbsolutePath().toString());
        var process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static long number(String hex) {
        return Long.parseUnsignedLong(hex, 16);
    }
}
