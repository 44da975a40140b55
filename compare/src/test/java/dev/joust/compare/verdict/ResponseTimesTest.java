package dev.joust.compare.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.compare.SampleTrial;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Measurement.ClassResult;
import dev.joust.trial.TrialId;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;

/** What is known of response times where some units were unfinished. */
final class ResponseTimesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void belowTheLeastUnfinishedTimeEveryPercentileIsExact() {
        var times = ResponseTimes.of(List.of(task(60, i -> MILLI * (i + 1), 40)));
        assertThat(times.units()).isEqualTo(100);
        assertThat(times.at(60).atLeast()).isFalse();
        assertThat(times.at(60).millis()).isBetween(60.0, 60.1);
        assertThat(times.at(61).atLeast()).isTrue();
        assertThat(times.at(61).millis()).isBetween(1_099.0, 1_100.0);
    }

    @Test
    void aFinishedUnitBeyondAnUnfinishedOneIsNotExactEither() {
        var times = ResponseTimes.of(List.of(task(60, i -> i < 30 ? MILLI : 2_000 * MILLI, 40)));
        assertThat(times.at(30).atLeast()).isFalse();
        assertThat(times.at(99).atLeast()).isTrue();
    }

    @Test
    void theUnfinishedUnitsOfOneTrialBoundTheMergedTimes() {
        var times = ResponseTimes.of(List.of(task(100, i -> 3_000 * MILLI, 0), task(50, i -> MILLI, 50)));
        assertThat(times.at(25).atLeast()).isFalse();
        assertThat(times.at(90).atLeast()).isTrue();
    }

    @Test
    void anOlderTrialWithUnfinishedUnitsHasLowerBoundsOnly() {
        assertThat(ResponseTimes.of(List.of(older(task(60, i -> MILLI, 40))))
                        .at(1)
                        .atLeast())
                .isTrue();
        assertThat(ResponseTimes.of(List.of(older(task(60, i -> MILLI, 0))))
                        .at(99)
                        .atLeast())
                .isFalse();
    }

    private static ClassResult older(ClassResult result) {
        return new ClassResult(
                result.inFlight(),
                result.counts(),
                result.latencies(),
                result.answers(),
                Optional.empty(),
                Optional.empty());
    }

    private static ClassResult task(int units, LongUnaryOperator nanos, int unfinished) {
        return SampleTrial.closed(units, 4)
                .answeringIn(nanos)
                .unfinished(unfinished)
                .of(new TrialId("made-up", "any", "any", 1, 1), new Ceiling(1, 1))
                .measurement()
                .orElseThrow()
                .classes()
                .get("task");
    }
}
