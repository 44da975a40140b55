package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Oracle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every unit is answered right, and once. */
interface AnswersContract {

    ContractFixture fixture();

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#kindNames")
    default void everyUnitIsDoneWithTheRightAnswer(String kind) throws InterruptedException {
        var units = SampleWork.times(
                ContractFixture.MORE_THAN_SLOTS, SampleWork.kinds().get(kind));
        var running = fixture().running();
        fixture().stub().reset();

        assertThat(running.outcomes(units))
                .isEqualTo(units.stream().map(fixture()::right).toList());

        var seen = fixture().stub().stats();
        assertThat(seen.calls() + seen.streams())
                .as("requests that the service answered")
                .isEqualTo(units.stream().mapToLong(Oracle::calls).sum());
        assertThat(seen.bytes())
                .as("bytes that the service sent")
                .isEqualTo(units.stream().mapToLong(SampleWork::bytes).sum());
    }

    @Test
    default void everyUnitCompletesExactlyOnce() throws InterruptedException {
        List<TrackedUnit> units;
        try (var running = fixture().start(fixture().stub().address(), 2)) {
            units = running.runAll(SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.MIX));
            for (var unit : units) {
                unit.outcome(fixture().patience());
            }
        }
        // after close() nothing can complete a unit a second time
        assertThat(units).extracting(TrackedUnit::completions).containsOnly(1);
    }

    @Test
    default void nothingIsPrintedOnStandardOutput() throws InterruptedException {
        var running = fixture().running();
        var printed = new ByteArrayOutputStream();
        var standard = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            fixture()
                    .assertAnswersRight(
                            running,
                            SampleWork.kinds().values().stream()
                                    .map(SampleWork::of)
                                    .toList());
        } finally {
            System.setOut(standard);
        }
        // standard output belongs to the trial protocol
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
