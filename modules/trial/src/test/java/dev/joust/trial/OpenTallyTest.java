package dev.joust.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.joust.trial.Completion.SentUnit;
import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Units of a window from 10 s to 12.5 s. Instants are milliseconds from its start. */
final class OpenTallyTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 10_000 * MILLI;
    private static final Work WORK = new Work("w", 1, List.of());

    private final MeasuredWindow window = new MeasuredWindow(START, START + 2_500 * MILLI, true, List.of());
    private final Recorder units = new Recorder();

    @Test
    void aUnitBelongsToTheSecondInWhichItIsIntendedAndIsDoneInTheOneInWhichItIsAnswered() {
        done(100, 100, 300);
        done(200, 200, 1_200);
        done(1_500, 1_500, 2_600);
        done(2_400, 2_400, 2_450);
        var result = tally(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(result.seconds())
                .containsExactly(
                        new Second(2, 1, 1, 200 * MILLI, 1_000 * MILLI),
                        new Second(1, 1, 1, 1_100 * MILLI, 1_100 * MILLI),
                        new Second(1, 1, 1, 50 * MILLI, 50 * MILLI));
        assertThat(result.offered()).isEqualTo(4);
        assertThat(result.backlog()).isEqualTo(1);
    }

    @Test
    void aUnitFromTheWarmUpIsInFlightUntilItIsDoneAndIsNotOffered() {
        done(-500, -500, -400);
        done(-300, -300, 1_700);
        done(-200, -200, 9_000);
        units.recordUnfinished(new SentUnit(0, WORK, START - MILLI, START - MILLI), START + 5_000 * MILLI);
        var result = tally(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(result.offered()).isZero();
        assertThat(result.seconds()).extracting(Second::inFlight).containsExactly(3L, 2L, 2L);
        assertThat(result.seconds()).extracting(Second::done).containsExactly(0L, 1L, 0L);
    }

    @Test
    void aUnitIsInTimeUpToItsDeadline() {
        done(0, 0, 250);
        done(0, 0, 251);
        assertThat(tally(250, Long.MAX_VALUE).inTime()).isEqualTo(1);
        assertThat(tally(Long.MAX_VALUE, Long.MAX_VALUE).inTime()).isEqualTo(2);
    }

    @Test
    void aUnitBeyondTheTimeoutIsNeverInTimeAndTakesTheTimeout() {
        done(0, 0, 100);
        done(0, 0, 101);
        units.recordUnfinished(new SentUnit(0, WORK, START, START), START + 100 * MILLI);
        var result = tally(1_000, 100);
        assertThat(result.inTime()).isEqualTo(1);
        assertThat(result.timedOut()).isEqualTo(2);
        assertThat(result.seconds().getFirst().p99Nanos()).isEqualTo(100 * MILLI);
    }

    @Test
    void whatIsSentUpToAMillisecondAfterTheWindowIsSentInIt() {
        done(2_499, 2_501, 2_600);
        done(2_499, 2_502, 2_600);
        units.recordUnsent(START + 2_000 * MILLI, START + 2_500 * MILLI);
        var result = tally(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(result.offered()).isEqualTo(3);
        assertThat(result.sent()).isEqualTo(1);
    }

    @Test
    void aFailedUnitIsOfferedAndSentAndNeitherInTimeNorInFlightAfterwards() {
        units.record(
                new Completion(new SentUnit(0, WORK, START, START), START + 10 * MILLI, new Outcome.Failed("refused")));
        var result = tally(Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(result)
                .extracting(OpenResult::offered, OpenResult::sent, OpenResult::inTime, OpenResult::backlog)
                .containsExactly(1L, 1L, 0L, 0L);
        assertThat(result.seconds()).extracting(Second::done).containsOnly(0L);
    }

    private OpenResult tally(long deadlineMillis, long timeoutMillis) {
        return new OpenTally(window, nanos(deadlineMillis), nanos(timeoutMillis)).result(units);
    }

    private static long nanos(long millis) {
        return millis == Long.MAX_VALUE ? millis : millis * MILLI;
    }

    private void done(long intended, long sent, long done) {
        var unit = new SentUnit(0, WORK, START + intended * MILLI, START + sent * MILLI);
        units.record(new Completion(unit, START + done * MILLI, new Outcome.Done(1, 0, 0)));
    }
}
