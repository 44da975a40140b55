package dev.joust.contract;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Digest;
import dev.joust.trial.ServiceBody;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Small units of each kind. No two have the same seed. */
final class SampleWork {
    /** A sieve of one segment. It allocates {@link #SIEVE_BYTES} on the thread that runs it. */
    static final Step SIEVE = new Step.Compute(Kernel.SIEVE, Duration.ofMillis(1));

    static final long SIEVE_BYTES = 1 << 18;

    static final Step OBJECTS = new Step.Compute(Kernel.OBJECTS, Duration.ofMillis(1));
    static final Step TINY = new Step.Compute(Kernel.MIX, Duration.ofNanos(1));
    static final Step MIX = new Step.Compute(Kernel.MIX, Duration.ofMillis(1));
    static final Step SPIN = new Step.Spin(Duration.ofMillis(1));
    static final Step MONITOR = new Step.Monitor(Duration.ofMillis(1));
    static final Step PBKDF2 = new Step.Native(Kernel.PBKDF2, Duration.ofMillis(1));
    static final Step CALL = new Step.Call(Duration.ofMillis(1), 1_000);
    static final Step SLOW_CALL = new Step.Call(Duration.ofMillis(100), 16);
    static final Step STREAM = new Step.Stream(256_000);
    static final Step.FileRead FILE = new Step.FileRead(100_000);
    static final Step PAYLOAD = new Step.Payload(1_000);
    static final Step LARGE_PAYLOAD = new Step.Payload(3_000_000);
    static final Step.Sleep LONG_SLEEP = new Step.Sleep(Duration.ofMillis(100));
    static final Step.Sleep SLEEP = new Step.Sleep(Duration.ofMillis(20));

    /** Small numbers, not measured ones: the contract does not test how long computation takes. */
    private static final Calibration CALIBRATION =
            new Calibration(Map.of("mix", 1_000.0, "sieve", 1.0, "pbkdf2", 10.0, "objects", 10.0));

    private static final AtomicLong COUNT = new AtomicLong();

    private SampleWork() {}

    /** The steps of each kind of unit, by its name. */
    static Map<String, List<Step>> kinds() {
        Map<String, List<Step>> kinds = new LinkedHashMap<>();
        kinds.put("no steps", List.of());
        kinds.put("compute mix", List.of(MIX));
        kinds.put("compute sieve", List.of(SIEVE));
        kinds.put("compute objects", List.of(OBJECTS));
        kinds.put("native pbkdf2", List.of(PBKDF2));
        kinds.put("monitor", List.of(MONITOR));
        kinds.put("call", List.of(CALL));
        kinds.put("call without a body", List.of(new Step.Call(Duration.ZERO, 0)));
        kinds.put("stream", List.of(STREAM));
        kinds.put("file", List.of(FILE));
        kinds.put("sleep", List.of(SLEEP));
        kinds.put("spin", List.of(SPIN));
        kinds.put("payload", List.of(PAYLOAD));
        kinds.put("payload of nothing", List.of(new Step.Payload(0)));
        kinds.put("large payload", List.of(LARGE_PAYLOAD));
        kinds.put(
                "several steps", List.of(CALL, MIX, SPIN, MONITOR, FILE, PAYLOAD, SLEEP, STREAM, PBKDF2, CALL, SIEVE));
        return kinds;
    }

    static Stream<String> kindNames() {
        return kinds().keySet().stream();
    }

    /** The steps that send requests. */
    static Stream<Step> requests() {
        return Stream.of(CALL, STREAM);
    }

    static Work of(Step... steps) {
        return of(List.of(steps));
    }

    static Work of(List<Step> steps) {
        return new Work("contract", Digest.child(4711, COUNT.getAndIncrement()), steps);
    }

    static List<Work> times(int count, Step... steps) {
        return times(count, List.of(steps));
    }

    static List<Work> times(int count, List<Step> steps) {
        return Stream.generate(() -> of(steps)).limit(count).toList();
    }

    /** The number of bytes that a unit reads from response bodies. */
    static long bytes(Work work) {
        return work.steps().stream()
                .mapToLong(step -> step instanceof Step.Request request ? request.length() : 0)
                .sum();
    }

    /** The computation of the steps. Makes the file of {@link #FILE} in this folder. */
    static TaskBody body(Path scratch) throws IOException {
        var body = new TaskBody(CALIBRATION, scratch);
        byte[] block = ServiceBody.block(0);
        try (var out = Files.newOutputStream(body.file(FILE))) {
            for (long left = FILE.bytes(); left > 0; left -= block.length) {
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return body;
    }
}
