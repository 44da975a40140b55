package dev.joust.fidelity;

/**
 * Has the code of the lock compiled before it is measured. At CPython's interval a probe of one second makes two hundred switches, fewer
 * than a compiler waits for: interpreted, a switch took 180 µs in place of 50. CPython's own code was compiled long before.
 */
final class LockWarmUp {
    private static final long INTERVAL_MICROS = 50;
    private static final int THREADS = 2;
    private static final double SECONDS = 0.5;

    private LockWarmUp() {}

    /** Some thousand switches, polled ones and those around a sleep, of a lock of this kind that is thrown away. */
    static void of(LockSetting setting) throws InterruptedException {
        // a lock that is to be found out may keep a sleeper waiting for seconds
        var kind = setting.kind() == LockSetting.Kind.FIFO ? LockSetting.Kind.FIFO : LockSetting.Kind.GLIBC;
        var gate = TestedLock.of(new LockSetting(kind, INTERVAL_MICROS, setting.windowNanos()))
                .gate();
        try (var _ = Spinners.start(gate, THREADS)) {
            Sleeper.sleepFor(SECONDS, gate, new Values());
        }
    }
}
