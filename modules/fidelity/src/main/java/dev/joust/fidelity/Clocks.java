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

    /** A stopwatch that starts now. */
    static Stopwatch start() {
        return new Stopwatch(PROCESS.getProcessCpuTime(), System.nanoTime());
    }

    /** The CPU and wall time at which it was started. */
    record Stopwatch(long cpuNanos, long wallNanos) {

        double wallSeconds() {
            return (System.nanoTime() - wallNanos) / 1e9;
        }

        /** Adds the time since the start, {@code cpu} and {@code wall}, in seconds. */
        void addTo(Values values) {
            double wall = wallSeconds();
            values.add("cpu", (PROCESS.getProcessCpuTime() - cpuNanos) / 1e9).add("wall", wall);
        }
    }
}
