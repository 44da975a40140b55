package dev.joust.fidelity;

import dev.joust.threaded.HandoverPolicy;
import java.time.Duration;
import java.util.Locale;

/**
 * A lock and its settings.
 *
 * @param windowNanos for the kinds with glibc's handover: how long a thread that begins to wait may take another's
 *     wake-up
 */
public record LockSetting(LockKind kind, long intervalMicros, long windowNanos) {
    /** The window that {@link HandoverPolicy.Glibc} was calibrated to. */
    public static final long CALIBRATED_WINDOW_NANOS = HandoverPolicy.Glibc.CALIBRATED_WINDOW_NANOS;

    /** Which lock. */
    public enum LockKind {
        /** The interpreter lock that wakes its waiters in order of arrival. */
        FIFO,
        /** The interpreter lock whose wake-ups a newcomer may take, as glibc's condition variables allow. */
        GLIBC,
        /** {@link #GLIBC} without forced switching: a negative control, which must be found unlike CPython's lock. */
        NO_FORCED,
        /** A {@link dev.joust.threaded.BareLock}: a negative control, which must be found unlike CPython's lock. */
        BARE;

        /** The name in options and reports. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Duration interval() {
        return Duration.ofNanos(intervalMicros * 1000);
    }

    long intervalNanos() {
        return intervalMicros * 1000;
    }
}
