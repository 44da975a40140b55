package dev.joust.fidelity;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Wall and CPU time of this process. */
final class Clocks {
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Clocks() {}

    static double threadCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** A stretch of time that begins now. */
    static Stretch begin() {
        return new Stretch(PROCESS.getProcessCpuTime(), System.nanoTime());
    }

    /** A stretch of time, by when it began. */
    record Stretch(long cpuNanos, long wallNanos) {

        double wallSeconds() {
            return (System.nanoTime() - wallNanos) / 1e9;
        }

        /** Adds what it has taken so far, {@code cpu} and {@code wall}, in seconds. */
        void end(Values values) {
            double wall = wallSeconds();
            values.add("cpu", (PROCESS.getProcessCpuTime() - cpuNanos) / 1e9).add("wall", wall);
        }
    }
}
