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

/** What a unit must answer. */
interface AnswersContract {

    ContractFixture stand();

    @ParameterizedTest
    @MethodSource("dev.joust.contract.SampleWork#kindNames")
    default void everyUnitIsDoneWithTheRightAnswer(String kind) throws InterruptedException {
        var works = SampleWork.times(
                ContractFixture.MORE_THAN_SLOTS, SampleWork.kinds().get(kind));
        var bench = stand().bench();
        stand().stub().reset();

        assertThat(bench.outcomes(works))
                .isEqualTo(works.stream().map(stand()::right).toList());

        var seen = stand().stub().stats();
        assertThat(seen.calls() + seen.streams())
                .as("requests that the service answered")
                .isEqualTo(works.stream().mapToLong(Oracle::calls).sum());
        assertThat(seen.bytes())
                .as("bytes that the service sent")
                .isEqualTo(works.stream().mapToLong(SampleWork::bytes).sum());
    }

    @Test
    default void everyUnitCompletesExactlyOnce() throws InterruptedException {
        List<Sent> units;
        try (var bench = stand().newBench(stand().stub().address(), 2)) {
            units = bench.runAll(SampleWork.times(ContractFixture.MORE_THAN_SLOTS, SampleWork.MIX));
            for (var unit : units) {
                unit.outcome(stand().patience());
            }
        }
        // after close() nothing is left that could complete a unit once more
        assertThat(units).extracting(Sent::completions).containsOnly(1);
    }

    @Test
    default void nothingIsPrintedOnStandardOutput() throws InterruptedException {
        var bench = stand().bench();
        var printed = new ByteArrayOutputStream();
        var standard = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            stand().assertDoesGoodWork(
                            bench,
                            SampleWork.kinds().values().stream()
                                    .map(SampleWork::of)
                                    .toList());
        } finally {
            System.setOut(standard);
        }
        // a trial speaks to its parent there
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
