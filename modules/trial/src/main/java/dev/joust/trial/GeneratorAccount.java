package dev.joust.trial;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;

/**
 * What the generator costs within its windows: the CPU time of its thread, and how late it sends. For the driver's
 * thread.
 */
final class GeneratorAccount {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private boolean open;
    private long sent;
    private long cpuBefore;
    private long cpuNanos;

    /** Begins a window. */
    void open() {
        open = true;
        cpuBefore = threads.getCurrentThreadCpuTime();
    }

    /** Ends a window. */
    void close() {
        open = false;
        cpuNanos += threads.getCurrentThreadCpuTime() - cpuBefore;
    }

    /** One more unit is sent. Outside of a window it does not count. */
    void countSent() {
        sent += open ? 1 : 0;
    }

    /**
     * The figures by name: {@code generator.cpu.us}, the CPU time per unit sent; {@code generator.lag.p99.us}, the 99th
     * percentile of sent - intended over the units of all classes.
     *
     * @param recorders of all classes; units intended outside of the window do not count
     */
    Map<String, Double> counters(MeasuredWindow window, List<Recorder> recorders) {
        var lag = Histograms.empty();
        for (var units : recorders) {
            for (int i = 0; i < units.size(); i++) {
                if (window.contains(units.intended(i))) {
                    Histograms.record(lag, units.sent(i) - units.intended(i));
                }
            }
        }
        return Map.of(
                "generator.cpu.us", cpuNanos / 1e3 / Math.max(1, sent),
                "generator.lag.p99.us", lag.getValueAtPercentile(99) / 1e3);
    }
}
