package dev.joust.fidelity;

import dev.joust.blocking.Gate;
import java.util.function.LongSupplier;

/**
 * The lock that a probe runs under.
 *
 * @param switches how often it has gone from one thread to another
 */
record TestedLock(Gate gate, LongSupplier switches) {

    static TestedLock of(LockSetting setting) {
        return switch (setting.kind()) {
            case FIFO -> interpreter(new TemporaryLock(setting.interval(), true));
            case GLIBC -> throw new IllegalArgumentException("the hand-off glibc is not available");
            case NO_FORCED -> interpreter(new TemporaryLock(setting.interval(), false));
            case BARE -> {
                var bare = new TemporaryBareLock(setting.interval());
                yield new TestedLock(bare, bare::switches);
            }
        };
    }

    private static TestedLock interpreter(TemporaryLock lock) {
        return new TestedLock(lock, () -> lock.counters().get("switches").longValue());
    }
}
