package dev.joust.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.fidelity.LockSetting.LockKind;
import dev.joust.trial.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each probe runs under each lock and reports the values that it promises. The values themselves are not tested here.
 */
class ProbesIT {
    private static final double SECONDS = 0.2;

    @ParameterizedTest
    @CsvSource({
        "slices, slices owners switches counted spun cpu wall",
        "overshoot, overshoot cpu wall",
        "as-printed, elapsed cpu wall",
        "short-call, calls lost",
        "loop-lag, idle beside"
    })
    void aProbeReportsTheValuesThatItPromises(String probe, String names) {
        var answer = answer(probe, LockKind.GLIBC, 2);

        assertThat(answer).isInstanceOfSatisfying(ProbeAnswer.ProbeSamples.class, samples -> {
            assertThat(samples.runtime()).startsWith("Java ");
            assertThat(samples.values().keySet()).contains(names.split(" "));
        });
    }

    @ParameterizedTest
    @EnumSource(LockKind.class)
    void everyLockCanBeProbed(LockKind kind) {
        assertThat(answer("slices", kind, 2)).isInstanceOfSatisfying(ProbeAnswer.ProbeSamples.class, samples -> {
            assertThat(samples.values().get("spun").getFirst()).isPositive();
            // without forced switching a thread may keep the lock to its end
            assertThat(samples.values().get("switches").getFirst())
                    .isGreaterThanOrEqualTo(kind == LockKind.BARE || kind == LockKind.NO_FORCED ? 0 : 1);
        });
    }

    @Test
    void anUnknownProbeIsReported() {
        assertThat(answer("slicse", LockKind.FIFO, 1)).isEqualTo(new ProbeAnswer.ProbeFailed("unknown probe 'slicse'"));
    }

    @Test
    void aLineThatIsNoOrderIsRefused() {
        assertThat(ProbeMain.answer(
                        "{", new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)))
                .isInstanceOf(ProbeAnswer.ProbeFailed.class);
    }

    @Test
    void allPythonProbesAreUnpacked(@TempDir Path folder) throws IOException {
        PythonProbes.unpack(folder.resolve("probes"));
        try (var files = Files.list(folder.resolve("probes"))) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .contains(PythonProbes.COUNTER)
                    .containsAll(PythonProbes.FILES)
                    .hasSize(PythonProbes.FILES.size() + 1);
        }
    }

    @Test
    void bothHalvesKnowTheSameProbes(@TempDir Path folder) throws IOException {
        PythonProbes.unpack(folder);
        var python = Files.readString(folder.resolve("__main__.py"));
        var probes = new Probes(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        var names = python.lines()
                .filter(line -> line.matches("    \"[a-z-]+\": .*"))
                .map(line -> line.replaceAll(" *\"([a-z-]+)\".*", "$1"))
                .filter(name -> !name.equals("echo-client"))
                .toList();
        assertThat(names).hasSize(9).allMatch(name -> probes.named(name).isPresent());
    }

    private static ProbeAnswer answer(String probe, LockKind kind, int threads) {
        var order = new ProbeOrder(probe, new LockSetting(kind, 1000, 1000), threads, SECONDS, 1);
        return ProbeMain.answer(Json.line(order), System.err);
    }
}
