package dev.joust.trial;

import dev.joust.scenario.Kernel;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Makes kernels as fast in a process as they were when they were calibrated. It runs each one until a run reaches
 * {@value #WARM_SHARE} of the calibrated rate, or the limit. With the second compiler that can take three seconds of
 * CPU time (compare/decisions/0034), with the first compiler alone some tens of milliseconds.
 *
 * @param limit the most CPU time per kernel and process
 */
public record KernelWarmUp(Calibration calibration, List<Kernel> kernels, Duration limit) {
    private static final double WARM_SHARE = 0.9;
    private static final Duration RUN = Duration.ofMillis(5);
    private static final Duration FIRST_COMPILER_LIMIT = Duration.ofMillis(100);
    private static final Duration SECOND_COMPILER_LIMIT = Duration.ofSeconds(4);

    public KernelWarmUp {
        kernels = List.copyOf(kernels);
    }

    /** A warm-up with the limit that the compilers of this JVM need. */
    static KernelWarmUp of(Calibration calibration, List<Kernel> kernels) {
        boolean wait = !kernels.isEmpty() && ThisRuntime.hasSecondCompiler();
        return new KernelWarmUp(calibration, kernels, wait ? SECOND_COMPILER_LIMIT : FIRST_COMPILER_LIMIT);
    }

    /**
     * Warms this process, on this thread.
     *
     * @return how many kernels stayed short of the calibrated rate
     */
    public int run() {
        return run(TimedKernel::of);
    }

    int run(Function<Kernel, TimedKernel> timed) {
        int cold = 0;
        for (var kernel : kernels) {
            cold += becomesWarm(kernel, timed.apply(kernel)) ? 0 : 1;
        }
        return cold;
    }

    private boolean becomesWarm(Kernel kernel, TimedKernel timed) {
        long units = calibration.units(kernel, RUN);
        double warmRate = WARM_SHARE * calibration.unitsPerMilli().get(kernel.label());
        double limitMillis = limit.toNanos() / 1e6;
        double spent = 0;
        while (spent < limitMillis) {
            double millis = timed.millis(units);
            if (units / millis >= warmRate) {
                return true;
            }
            spent += millis;
        }
        return false;
    }
}
