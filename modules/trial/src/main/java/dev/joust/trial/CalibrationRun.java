package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how much of a kernel this runtime computes per millisecond of CPU time: on one thread, after a warm-up, the
 * fastest of {@value #RUNS} runs. CPU time excludes what other processes use. The fastest run counts because a busy
 * sibling hyper-thread slows CPU time too, by a factor of up to two (compare/decisions/0011).
 */
final class CalibrationRun {
    private static final int RUNS = 8;
    private static final double RUN_MILLIS = 40;
    private static final double WARM_UP_MILLIS = 250;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** The calibration of the kernels with these labels. */
    Calibration calibrate(List<String> kernels) {
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
        // the use of the answer keeps the compiler from removing the work
        return answer == before ? Double.MIN_VALUE : Math.max(1, after - before) / 1e6;
    }
}
