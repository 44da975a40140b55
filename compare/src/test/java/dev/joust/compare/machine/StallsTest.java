package dev.joust.compare.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StallsTest {
    private static final long MILLI = 1_000_000;

    private final AtomicLong now = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong waited = new AtomicLong(5 * MILLI);
    private final AtomicLong queueing = new AtomicLong();
    private final Stalls hiccups = new Stalls(now::get, nanos -> {
        now.addAndGet(nanos + late.get());
        waited.addAndGet(queueing.get());
    });

    @Test
    void withoutObservationsValuesAreEmpty() {
        assertThat(hiccups.p99Nanos()).isEmpty();
        assertThat(hiccups.maxNanos()).isEmpty();
    }

    @Test
    void onlyTimeBeyondTheMillisecondCounts() {
        observe(1000, 70_000);
        assertThat(hiccups.p99Nanos().orElseThrow()).isCloseTo(70_000, within(100L));
    }

    @Test
    void aWakeUpThatIsTooEarlyIsNotLate() {
        observe(10, -200_000);
        assertThat(hiccups.maxNanos()).hasValue(0L);
    }

    /**
     * Closed form: of 1,000 ms, 900 quiet and one pause of 100, the last hundredth lies within the pause, 10 ms before
     * its full length.
     */
    @Test
    void onePauseCountsForItsWholeDuration() {
        observe(900, 0);
        observe(1, 100 * MILLI);
        assertThat(hiccups.maxNanos().orElseThrow()).isCloseTo(100 * MILLI, within(MILLI));
        assertThat(hiccups.p99Nanos().orElseThrow()).isCloseTo(91 * MILLI, within(2 * MILLI));
    }

    @Test
    void theWaitForACoreIsLatenessButNoStall() {
        queueing.set(40 * MILLI);
        observe(100, 40 * MILLI + 90_000);
        assertThat(hiccups.p99Nanos().orElseThrow()).isGreaterThan(39 * MILLI);
        assertThat(hiccups.stallP99Nanos().orElseThrow()).isCloseTo(90_000, within(100L));
    }

    @Test
    void withoutAKnownWaitTheStallIsUnknown() {
        late.set(MILLI);
        hiccups.observe(RunQueue.UNKNOWN);
        assertThat(hiccups.p99Nanos()).isPresent();
        assertThat(hiccups.stallP99Nanos()).isEmpty();
    }

    private void observe(int times, long lateNanos) {
        late.set(lateNanos);
        for (int i = 0; i < times; i++) {
            hiccups.observe(() -> OptionalLong.of(waited.get()));
        }
    }
}
