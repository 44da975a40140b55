package dev.joust.compare.machine;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/**
 * How late this thread wakes after it parks for a millisecond, and how much of the lateness was not the wait for a
 * core.
 *
 * <p>The histograms are corrected for wake-ups that a late one replaced (HdrHistogram's expected interval). So
 * percentiles are over time and not over wake-ups: a pause of a tenth of the time is a tenth of the histogram, although
 * it is one late wake-up. For one thread at a time.
 */
final class Stalls {
    private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long MAX_NANOS = TimeUnit.HOURS.toNanos(1);

    private final LongSupplier clock;
    private final LongConsumer park;
    private final Histogram late = new Histogram(MAX_NANOS, 3);
    private final Histogram stalled = new Histogram(MAX_NANOS, 3);
    private OptionalLong waited = OptionalLong.empty();

    Stalls(LongSupplier clock, LongConsumer park) {
        this.clock = clock;
        this.park = park;
    }

    /** The same clock, and nothing observed. */
    Stalls fresh() {
        return new Stalls(clock, park);
    }

    /** Parks once and records how late the thread woke. */
    void observe(RunQueue queue) {
        var before = waited.isPresent() ? waited : queue.waitedNanos();
        long begin = clock.getAsLong();
        park.accept(INTERVAL_NANOS);
        long over = clock.getAsLong() - begin - INTERVAL_NANOS;
        waited = queue.waitedNanos();
        record(late, over);
        if (before.isPresent() && waited.isPresent()) {
            record(stalled, over - (waited.getAsLong() - before.getAsLong()));
        }
    }

    /** Empty when nothing was observed. */
    Optional<Long> p99Nanos() {
        return p99(late);
    }

    /** Empty when nothing was observed. */
    Optional<Long> maxNanos() {
        return late.getTotalCount() == 0 ? Optional.empty() : Optional.of(late.getMaxValue());
    }

    /** The lateness without the wait for a core; empty where that wait is unknown. */
    Optional<Long> stallP99Nanos() {
        return p99(stalled);
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValueWithExpectedInterval(Math.clamp(nanos, 0, MAX_NANOS), INTERVAL_NANOS);
    }

    private static Optional<Long> p99(Histogram histogram) {
        return histogram.getTotalCount() == 0 ? Optional.empty() : Optional.of(histogram.getValueAtPercentile(99));
    }
}
