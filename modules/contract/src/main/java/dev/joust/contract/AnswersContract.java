package dev.joust.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Oracle;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
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

    /** As in an open load: calls of 100 ms and computations arrive for 0.2 s, up to 10 times as many as the slots. */
    @Test
    default void unitsThatArriveWhetherOrNotEarlierOnesAreDoneAreAnsweredRight() throws InterruptedException {
        var units = IntStream.range(0, 10 * ContractFixture.SLOTS)
                .mapToObj(i -> SampleWork.of(i % 4 == 0 ? SampleWork.SLOW_CALL : SampleWork.MIX))
                .toList();
        assertThat(fixture().running().outcomes(units, Duration.ofNanos(2_500_000)))
                .isEqualTo(units.stream().map(fixture()::right).toList());
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
