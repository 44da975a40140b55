package dev.joust.compare.machine;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What foreign processes used over a period, from the CPU account at both ends. It does nothing in between, so it suits
 * measurements that a {@link DisturbanceMonitor}, which wakes every millisecond, would disturb.
 */
public final class ForeignProcesses {
    private static final Disturbance UNKNOWN =
            new Disturbance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final CpuAccount account = CpuAccount.ofThisMachine();
    private final Optional<CpuReading> start = account.read();
    private final long startNanos = System.nanoTime();

    private ForeignProcesses() {}

    /** Begins now. The caller's processes must descend from this JVM, else they count as foreign. */
    public static ForeignProcesses begin() {
        return new ForeignProcesses();
    }

    /**
     * Why the measurements since then must not be judged, in one sentence. Empty when they may be judged, and where the
     * system does not tell.
     */
    public Optional<String> objection() {
        long wallNanos = System.nanoTime() - startNanos;
        var seen = Disturbance.between(
                withWakeUps(start),
                withWakeUps(account.read()),
                wallNanos,
                new Stalls(System::nanoTime, LockSupport::parkNanos));
        return DisturbanceLimits.ofWakeUps(UNKNOWN).objection(seen);
    }

    /** The time that leaving idle takes counts as foreign: the probes measure wake-ups, which it delays. */
    private static Optional<CpuReading> withWakeUps(Optional<CpuReading> reading) {
        return reading.map(CpuReading::withoutSwitches);
    }
}
