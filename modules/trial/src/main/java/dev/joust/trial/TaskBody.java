package dev.joust.trial;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one body of the tasks: every JVM model computes by these methods, so that only the model differs. Stateless and for any
 * number of threads.
 *
 * <p>Kernels take one of two seeds, whatever the unit: the oracle must compute every answer a second time, and 150 ms of CPU a unit
 * is too much to pay for each.
 *
 * @param calibration what a millisecond of CPU is here
 * @param scratch a folder that holds the files to be read; the same for all processes of a trial
 */
public record TaskBody(Calibration calibration, Path scratch) {
    private static final Map<Integer, byte[]> PAYLOADS = new ConcurrentHashMap<>();

    /** The result of a computation; polls the checkpoint in its loop. */
    public long compute(Step.Compute step, long seed, Checkpoint checkpoint) {
        return kernel(step.kernel(), step.cpu(), seed, checkpoint);
    }

    /** The result of native work; polls nothing. */
    public long nativeWork(Step.Native step, long seed) {
        return kernel(step.kernel(), step.cpu(), seed, Checkpoint.NONE);
    }

    /** Nothing, once so much time has passed; computes and polls until then. */
    public long spin(Step.Spin step, Checkpoint checkpoint) {
        long end = NanoClock.SYSTEM.nanos() + step.time().toNanos();
        long sink = 1;
        while (NanoClock.SYSTEM.nanos() - end < 0) {
            sink = Kernels.mix(sink, 1, checkpoint);
        }
        return sink == 0 ? sink : 0; // its use keeps the compiler from leaving the work out
    }

    private long kernel(Kernel kernel, Duration cpu, long seed, Checkpoint checkpoint) {
        return Kernels.run(kernel, kernelSeed(seed), calibration.units(kernel, cpu), checkpoint);
    }

    /** The seed of the pool that a kernel runs with in the step of this seed. */
    static long kernelSeed(long seed) {
        return Digest.child(0, seed & 1);
    }

    /**
     * The file of a step, to be read through; {@link #prepare} has made it.
     *
     * @see ServiceBody the content: that of key 0
     */
    public Path file(Step.FileRead step) {
        return scratch.resolve("read-" + step.bytes());
    }

    /**
     * The body that comes with a unit: that of key 0. The same array for all, and nobody's to change.
     *
     * @see ServiceBody the content
     */
    public byte[] payload(Step.Payload step) {
        return PAYLOADS.computeIfAbsent(step.bytes(), bytes -> ServiceBody.whole(0, bytes));
    }

    /** Makes the body of a step, before the clock. */
    void prepare(Step.Payload step) {
        payload(step);
    }

    /** Makes the file of a step, before the clock. */
    void prepare(Step.FileRead step) throws IOException {
        byte[] block = ServiceBody.block(0);
        try (var out = Files.newOutputStream(file(step))) {
            for (long left = step.bytes(); left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }
}
