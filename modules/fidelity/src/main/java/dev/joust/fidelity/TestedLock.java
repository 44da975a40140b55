package dev.joust.fidelity;

import dev.joust.blocking.Gate;
import dev.joust.threaded.BareLock;
import dev.joust.threaded.HandOff;
import dev.joust.threaded.InterpreterLock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The lock that a probe runs under.
 *
 * @param switches how often it has gone from one thread to another
 */
record TestedLock(Gate gate, LongSupplier switches) {

    static TestedLock of(LockSetting setting) {
        return switch (setting.kind()) {
            case FIFO -> interpreter(new InterpreterLock(setting.interval(), true, new HandOff.Fifo()));
            case GLIBC -> interpreter(new InterpreterLock(setting.interval(), true, glibc(setting)));
            case NO_FORCED -> interpreter(new InterpreterLock(setting.interval(), false, glibc(setting)));
            case BARE -> {
                var counted = new CountedGate(new BareLock(setting.interval()));
                yield new TestedLock(counted, counted::switches);
            }
        };
    }

    private static HandOff glibc(LockSetting setting) {
        return new HandOff.Glibc(Duration.ofNanos(setting.windowNanos()));
    }

    private static TestedLock interpreter(InterpreterLock lock) {
        return new TestedLock(lock, () -> lock.statistics().turns().switches());
    }
}
