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
 * The computation of the steps. Every JVM model computes with these methods, so that only the model differs. Safe for
 * any number of threads.
 *
 * <p>A kernel runs with one of two seeds, whatever the unit. The oracle computes every answer a second time, and 150 ms
 * of CPU time per unit would be too much.
 *
 * @param calibration the units of each kernel per millisecond of CPU time
 * @param scratch a folder with the files to be read; the same for all processes of a trial
 */
public record TaskBody(Calibration calibration, Path scratch) {
    private static final Map<Integer, byte[]> PAYLOADS = new ConcurrentHashMap<>();
    private static final Object MONITOR = new Object();

    /** The result of a {@code compute} step. Polls the checkpoint in its innermost loop. */
    public long compute(Step.Compute step, long seed, Checkpoint checkpoint) {
        return kernel(step.kernel(), step.cpu(), seed, checkpoint);
    }

    /** The result of a {@code native} step. Polls nothing. */
    public long nativeWork(Step.Native step, long seed) {
        return kernel(step.kernel(), step.cpu(), seed, Checkpoint.NONE);
    }

    /** The result of a {@code monitor} step: computes while the thread is in the monitor of this process. */
    public long inMonitor(Step.Monitor step, long seed) {
        synchronized (MONITOR) {
            return section(step, seed, Checkpoint.NONE);
        }
    }

    /** The same computation without the monitor, for a model whose lock needs another one. Polls as a computation. */
    public long section(Step.Monitor step, long seed, Checkpoint checkpoint) {
        return kernel(step.kernel(), step.hold(), seed, checkpoint);
    }

    /** Computes and polls until the time of a {@code spin} step has passed. The result is 0. */
    public long spin(Step.Spin step, Checkpoint checkpoint) {
        long end = NanoClock.SYSTEM.nanos() + step.time().toNanos();
        long sink = 1;
        while (NanoClock.SYSTEM.nanos() - end < 0) {
            sink = Kernels.mix(sink, 1, checkpoint);
        }
        return sink == 0 ? sink : 0; // the use keeps the compiler from removing the loop
    }

    private long kernel(Kernel kernel, Duration cpu, long seed, Checkpoint checkpoint) {
        return Kernels.run(kernel, kernelSeed(seed), calibration.units(kernel, cpu), checkpoint);
    }

    /** The seed, one of two, that a kernel runs with in a step with this seed. */
    static long kernelSeed(long seed) {
        return Digest.child(0, seed & 1);
    }

    /**
     * The file that a {@code file} step reads to its end. The trial makes it before the measured window.
     *
     * @see ServiceBody the content, for key 0
     */
    public Path file(Step.FileRead step) {
        return scratch.resolve("read-" + step.bytes());
    }

    /**
     * The bytes that arrive with a unit for a {@code payload} step. All units share one array: do not change it.
     *
     * @see ServiceBody the content, for key 0
     */
    public byte[] payload(Step.Payload step) {
        return PAYLOADS.computeIfAbsent(step.bytes(), bytes -> ServiceBody.whole(0, bytes));
    }

    /** Makes the bytes of a {@code payload} step, before the measured window. */
    void prepare(Step.Payload step) {
        payload(step);
    }

    /** Makes the file of a {@code file} step, before the measured window. */
    void prepare(Step.FileRead step) throws IOException {
        byte[] block = ServiceBody.block(0);
        try (var out = Files.newOutputStream(file(step))) {
            for (long left = step.bytes(); left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
    }
}
