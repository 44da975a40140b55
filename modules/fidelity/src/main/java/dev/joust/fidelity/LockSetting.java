package dev.joust.fidelity;

import java.time.Duration;
import java.util.Locale;

/**
 * A lock and how it is set.
 *
 * @param windowNanos of the kinds that hand off as glibc does: how long one that begins to wait may take another's wake-up
 */
public record LockSetting(Kind kind, long intervalMicros, long windowNanos) {

    /** Which lock. */
    public enum Kind {
        /** The interpreter lock; waiters are woken first come, first served. */
        FIFO,
        /** The interpreter lock; a newcomer may steal a wake-up, as glibc's condition variables let it. */
        GLIBC,
        /** The interpreter lock as {@link #GLIBC}, without forced switching. A negative control: it must be found out. */
        NO_FORCED,
        /** A bare {@link java.util.concurrent.locks.ReentrantLock}. A negative control: it must be found out. */
        BARE;

        /** As people write it. */
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
