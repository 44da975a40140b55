package dev.joust.fidelity;

/**
 * Has the JVM compile the lock's code before a measurement. At CPython's interval a probe of one second makes two
 * hundred switches, fewer than a compiler waits for. Interpreted, a switch took 180 µs in place of 50. CPython's own
 * code is compiled beforehand.
 */
final class LockWarmUp {
    private static final long INTERVAL_MICROS = 50;
    private static final int THREADS = 2;
    private static final double SECONDS = 0.5;

    private LockWarmUp() {}

    /** Makes some thousand switches, at polls and around sleeps, of another lock of this kind. */
    static void run(LockSetting setting) throws InterruptedException {
        // a negative control may keep a sleeper waiting for seconds
        var kind = setting.kind() == LockSetting.LockKind.FIFO ? LockSetting.LockKind.FIFO : LockSetting.LockKind.GLIBC;
        var lock = TestedLock.of(new LockSetting(kind, INTERVAL_MICROS, setting.windowNanos()))
                .lock();
        try (var _ = Spinners.start(lock, THREADS)) {
            Sleeper.sleepFor(SECONDS, lock, new Values());
        }
    }
}
