package dev.joust.fidelity;

import dev.joust.blocking.RunLock;
import dev.joust.threaded.BareLock;
import dev.joust.threaded.HandoverPolicy;
import dev.joust.threaded.InterpreterLock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The lock that a probe measures.
 *
 * @param switches how often the lock has gone from one thread to another
 * @param placement where its threads run
 */
record TestedLock(RunLock lock, LongSupplier switches, ThreadPlacement placement) {

    static TestedLock of(LockSetting setting) {
        return switch (setting.kind()) {
            case FIFO -> interpreter(new InterpreterLock(setting.interval(), true, new HandoverPolicy.Fifo()));
            case GLIBC -> interpreter(new InterpreterLock(setting.interval(), true, glibc(setting)));
            case NO_FORCED ->
                interpreter(new InterpreterLock(setting.interval(), false, glibc(setting)), ThreadPlacement.APART);
            case BARE -> {
                var bare = new BareLock(setting.interval());
                yield new TestedLock(bare, bare::switches, ThreadPlacement.APART);
            }
        };
    }

    private static HandoverPolicy glibc(LockSetting setting) {
        return new HandoverPolicy.Glibc(Duration.ofNanos(setting.windowNanos()));
    }

    private static TestedLock interpreter(InterpreterLock lock) {
        return interpreter(lock, ThreadPlacement.ANYWHERE);
    }

    private static TestedLock interpreter(InterpreterLock lock, ThreadPlacement placement) {
        return new TestedLock(lock, () -> lock.statistics().acquisitions().switches(), placement);
    }
}
