package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures how much of a kernel this runtime computes per millisecond of CPU time: on one thread, after a warm-up, the
 * fastest of {@value #RUNS} runs. The fastest run counts because a busy sibling hyper-thread slows CPU time too, by a
 * factor of up to two (compare/decisions/0011).
 *
 * <p>The first compiler is done after one short warm-up. With the second compiler a kernel can stay on a plateau at an
 * eighth of its speed for more than a second (compare/decisions/0034). So the warm-up lasts until a whole period of it
 * was not faster than all before.
 */
final class CalibrationRun {
    private static final int RUNS = 8;
    private static final double RUN_MILLIS = 40;
    private static final double FIRST_COMPILER_MILLIS = 250;

    private static final double PERIOD_MILLIS = 1_000;
    private static final int MIN_PERIODS = 3;
    private static final int MAX_PERIODS = 10;
    /** A period that is faster than all before by more than this is progress, and not noise. */
    private static final double PROGRESS = 1.03;

    private final boolean secondCompiler;

    /** @param secondCompiler whether code of this JVM can become faster for seconds */
    CalibrationRun(boolean secondCompiler) {
        this.secondCompiler = secondCompiler;
    }

    /** The calibration of the kernels with these labels. */
    Calibration calibrate(List<String> kernels) {
        Map<String, Double> rates = new TreeMap<>();
        for (var label : kernels) {
            rates.put(label, rate(TimedKernel.of(Kernel.labelled(label))));
        }
        return new Calibration(rates);
    }

    /** Units per millisecond of CPU time. */
    double rate(TimedKernel kernel) {
        var runs = new GrowingRuns(kernel);
        warmUp(runs);
        double fastest = 0;
        for (int run = 0; run < RUNS; run++) {
            fastest = Math.max(fastest, runs.units / kernel.millis(runs.units));
        }
        return fastest;
    }

    private void warmUp(GrowingRuns runs) {
        if (!secondCompiler) {
            runs.fastest(FIRST_COMPILER_MILLIS);
            return;
        }
        double before = 0;
        double last = runs.fastest(PERIOD_MILLIS);
        for (int period = 1; period < MIN_PERIODS || period < MAX_PERIODS && last > PROGRESS * before; period++) {
            before = Math.max(before, last);
            last = runs.fastest(PERIOD_MILLIS);
        }
    }

    /** Runs of one kernel, whose units double until a run takes {@value #RUN_MILLIS} ms. */
    private static final class GrowingRuns {
        private final TimedKernel kernel;
        private long units = 1;

        GrowingRuns(TimedKernel kernel) {
            this.kernel = kernel;
        }

        /** Runs for this long, and returns the rate of the fastest run. */
        double fastest(double limitMillis) {
            double fastest = 0;
            double spent = 0;
            while (spent < limitMillis) {
                double millis = kernel.millis(units);
                spent += millis;
                fastest = Math.max(fastest, units / millis);
                units = millis < RUN_MILLIS ? units * 2 : units;
            }
            return fastest;
        }
    }
}
