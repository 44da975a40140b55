package dev.joust.compare.machine;

import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Who else used the machine over a stretch of time, from the CPU account at both ends and nothing between: for measurements that a {@link
 * DisturbanceMonitor}, which wakes every millisecond, would itself disturb.
 */
public final class ForeignProcesses {
    private static final Disturbance UNKNOWN =
            new Disturbance(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private final CpuAccount account = CpuAccount.ofThisMachine();
    private final Optional<CpuReading> start = account.read();
    private final long startNanos = System.nanoTime();

    private ForeignProcesses() {}

    /** Begins now. The caller's processes must descend from this JVM, else they are taken for somebody else's. */
    public static ForeignProcesses begin() {
        return new ForeignProcesses();
    }

    /** Why what was measured since then must not be judged, in one sentence; empty when it may be, or where nothing is known. */
    public Optional<String> objection() {
        long wallNanos = System.nanoTime() - startNanos;
        var seen = Disturbance.between(
                start, account.read(), wallNanos, new Stalls(System::nanoTime, LockSupport::parkNanos));
        return DisturbanceLimits.calibrated(UNKNOWN).objection(seen);
    }
}
