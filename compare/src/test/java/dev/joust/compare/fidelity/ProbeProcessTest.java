package dev.joust.compare.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.joust.compare.process.TrialFailure;
import dev.joust.fidelity.LockSetting;
import dev.joust.fidelity.ProbeOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Faulty probes, played by the shell; each gives one clear message. */
class ProbeProcessTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final ProbeOrder ORDER =
            new ProbeOrder("slices", new LockSetting(LockSetting.LockKind.FIFO, 5000, 0), 2, 0.1, 0);

    @Test
    void theValuesOfAProbeAreRead() throws Exception {
        try (var probe =
                played("read order; echo '{\"type\":\"samples\",\"runtime\":\"R 1\",\"values\":{\"a\":[1,2.5]}}'")) {
            var samples = probe.awaitSamples(LONG);
            assertThat(samples.runtime()).isEqualTo("R 1");
            assertThat(samples.values().get("a")).containsExactly(1.0, 2.5);
        }
    }

    @Test
    void aServersPortComesFirst() throws Exception {
        try (var probe = played("read order; echo '{\"type\":\"listening\",\"port\":4711}'")) {
            assertThat(probe.awaitPort(LONG)).isEqualTo(4711);
        }
    }

    @Test
    void theFailureOfAKilledProbeNamesTheSignal() throws Exception {
        try (var probe = played("read order; echo about to measure >&2; kill -9 $$")) {
            assertThatThrownBy(() -> probe.awaitSamples(LONG))
                    .isInstanceOf(TrialFailure.class)
                    .hasMessageMatching(
                            "the probe process \\(pid \\d+\\) was killed by signal 9 before it had measured")
                    .isInstanceOfSatisfying(TrialFailure.class, failure -> assertThat(failure.log())
                            .isEqualTo("about to measure"));
        }
    }

    @Test
    void theFailureOfAProbeWithoutAnAnswerNamesItsExitStatus() throws Exception {
        try (var probe = played("exit 3")) {
            assertThatThrownBy(() -> probe.awaitSamples(LONG))
                    .hasMessageMatching(
                            "the probe process \\(pid \\d+\\) ended with exit status 3 before it had measured");
        }
    }

    @Test
    void aLineThatIsNoAnswerIsShown() throws Exception {
        try (var probe = played("read order; echo 'Python was not found; run without arguments'; read end")) {
            assertThatThrownBy(() -> probe.awaitSamples(LONG))
                    .hasMessage("it said 'Python was not found; run without arguments', which is no answer");
        }
    }

    @Test
    void aSilentProbeFailsAtTheLimit() throws Exception {
        try (var probe = played("read order; read end")) {
            assertThatThrownBy(() -> probe.awaitSamples(Duration.ofMillis(1))).hasMessage("no answer within 0 s");
        }
    }

    @Test
    void theReasonOfAProbeIsPassedOn() throws Exception {
        try (var probe = played("read order; echo '{\"type\":\"failed\",\"reason\":\"no sockets here\"}'")) {
            assertThatThrownBy(() -> probe.awaitPort(LONG)).hasMessage("no sockets here");
        }
    }

    private static ProbeProcess played(String script) throws Exception {
        return ProbeProcess.start(List.of("/bin/sh", "-c", script), ORDER);
    }
}
