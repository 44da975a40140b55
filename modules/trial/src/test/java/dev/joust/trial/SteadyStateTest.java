package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that CPython's tests read too, so that both sides decide alike. */
final class SteadyStateTest {

    record SteadyCase(
            String name,
            String values,
            double tolerance,
            List<Double> series,
            boolean reached,
            boolean steady,
            boolean growing) {}

    static Stream<SteadyCase> cases() throws IOException {
        try (var in = SteadyStateTest.class.getResourceAsStream("steady.json")) {
            return Stream.of(Json.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), SteadyCase[].class));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void countsDifferByChanceAndBatchesByATickOfTheScheduler(SteadyCase expected) {
        var state = expected.values().equals("counts")
                ? SteadyState.ofCounts(expected.tolerance())
                : SteadyState.ofSeconds(expected.tolerance());
        expected.series().forEach(state::add);
        assertThat(state.reached()).as("reached").isEqualTo(expected.reached());
        assertThat(state.steady()).as("steady").isEqualTo(expected.steady());
        if (expected.values().equals("counts")) {
            assertThat(state.growing()).as("growing").isEqualTo(expected.growing());
        }
    }
}
