package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how much of a kernel this runtime does in a millisecond of CPU time: one thread, warm, the fastest of several runs. CPU time,
 * not wall time, so that a neighbour on the machine does not enlarge the unit; and the fastest, because another guest on the other half of
 * the core slows CPU time too, by a factor of up to two: compare/decisions/0011.
 */
final class CalibrationRun {
    private static final int RUNS = 8;
    private static final double RUN_MILLIS = 40;
    private static final double WARM_UP_MILLIS = 250;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    Calibration of(List<String> kernels) {
        Map<String, Double> rates = new TreeMap<>();
        for (var label : kernels) {
            rates.put(label, rate(Kernel.labelled(label)));
        }
        return new Calibration(rates);
    }

    private double rate(Kernel kernel) {
        long units = 1;
        double spent = 0;
        while (spent < WARM_UP_MILLIS) {
            double millis = millis(kernel, units);
            spent += millis;
            units = millis < RUN_MILLIS ? units * 2 : units;
        }
        double fastest = 0;
        for (int run = 0; run < RUNS; run++) {
            fastest = Math.max(fastest, units / millis(kernel, units));
        }
        return fastest;
    }

    private double millis(Kernel kernel, long units) {
        long before = threads.getCurrentThreadCpuTime();
        long answer = Kernels.run(kernel, TaskBody.kernelSeed(units), units, Checkpoint.NONE);
        long after = threads.getCurrentThreadCpuTime();
        // The answer decides something, so that the compiler cannot drop the work.
        return answer == before ? Double.MIN_VALUE : Math.max(1, after - before) / 1e6;
    }
}
