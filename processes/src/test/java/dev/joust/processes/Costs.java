package dev.joust.processes;

import dev.joust.scenario.Kernel;
import dev.joust.scenario.Step;
import dev.joust.trial.Calibration;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.TaskBody;
import dev.joust.trial.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the workers of this module cost: one figure per row of the table. */
final class Costs {
    private static final int WORKERS = 4;
    private static final int UNITS = 200_000;
    private static final int TRIPS = 5_000;
    private static final List<Step> NOTHING = List.of();

    /** About the units of {@code mix} per millisecond. Only ratios of times of the same work are used. */
    private static final double MIX = 37_000;

    private final Path folder;
    private final WorkerCommand command;

    /**
     * @param folder for files
     * @param command of the workers
     */
    Costs(Path folder, WorkerCommand command) {
        this.folder = folder;
        this.command = command;
    }

    /** Units per second through four workers, each unit submitted alone. */
    double unitsPerSecond() {
        try (var pool = pool(WORKERS)) {
            throughput(pool, UNITS);
            return median(3, () -> UNITS / throughput(pool, UNITS));
        }
    }

    private static double throughput(WorkerPool pool, int units) {
        long begin = System.nanoTime();
        var answers = IntStream.range(0, units)
                .mapToObj(i -> pool.run(new Work("nothing", i, NOTHING)).toCompletableFuture())
                .toList();
        for (int i = 0; i < units; i++) {
            check(answers.get(i).join(), i);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Microseconds from a unit's submission to its answer, on the submitting thread. */
    double tripMicros() {
        try (var pool = pool(WORKERS)) {
            double[] micros = new double[TRIPS];
            for (int i = -TRIPS; i < TRIPS; i++) { // the first half warms up
                long begin = System.nanoTime();
                check(
                        pool.run(new Work("nothing", i, NOTHING))
                                .toCompletableFuture()
                                .join(),
                        i);
                if (i >= 0) {
                    micros[i] = (System.nanoTime() - begin) / 1e3;
                }
            }
            Arrays.sort(micros);
            return micros[TRIPS / 2];
        }
    }

    /** Milliseconds from the submission of 8 MB to their digest. */
    double payloadMillis() {
        try (var pool = pool(WORKERS)) {
            var steps = List.<Step>of(new Step.Payload(8_000_000));
            return median(30, () -> {
                long begin = System.nanoTime();
                var outcome = pool.run(new Work("payload", 1, steps))
                        .toCompletableFuture()
                        .join();
                double millis = (System.nanoTime() - begin) / 1e6;
                if (!(outcome instanceof Outcome.Done)) {
                    throw new IllegalStateException(outcome.toString());
                }
                return millis;
            });
        }
    }

    /** Milliseconds from nothing until each of four workers has answered a unit. */
    double firstAnswersMillis() {
        return median(3, () -> {
            long begin = System.nanoTime();
            try (var pool = pool(WORKERS)) {
                // one unit per worker, and none is done before the last is assigned
                var answers = Stream.generate(
                                () -> pool.run(new Work("pause", 1, List.of(new Step.Sleep(Duration.ofMillis(1))))))
                        .limit(WORKERS)
                        .map(unit -> unit.toCompletableFuture())
                        .toList();
                CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                        .join();
                return (System.nanoTime() - begin) / 1e6;
            }
        });
    }

    /** How many times as fast as one warm worker two are, with the same computation; 2.0 at most. */
    double speedUp() {
        try (var one = pool(1);
                var two = pool(2)) {
            computation(one);
            computation(two);
            double alone = Math.min(computation(one), computation(one));
            double both = Math.min(computation(two), computation(two));
            return alone / both;
        }
    }

    private static double computation(WorkerPool pool) {
        var step = List.<Step>of(new Step.Compute(Kernel.MIX, Duration.ofMillis(50)));
        long begin = System.nanoTime();
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> pool.run(new Work("compute", i, step)).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(answers).join();
        return (System.nanoTime() - begin) / 1e9;
    }

    private WorkerPool pool(int workers) {
        var body = new TaskBody(new Calibration(Map.of("mix", MIX)), folder);
        var setup = new Setup(Setup.NOWHERE, Runtime.getRuntime().availableProcessors(), workers, body, Map.of());
        return WorkerPool.start(command, setup, PoolOptions.DEFAULTS);
    }

    private static void check(Outcome outcome, long seed) {
        if (!outcome.equals(new Outcome.Done(seed, 0, 0))) {
            throw new IllegalStateException(String.format(Locale.ROOT, "unit %d: %s", seed, outcome));
        }
    }

    private static double median(int times, java.util.function.DoubleSupplier figure) {
        return IntStream.range(0, times)
                .mapToDouble(i -> figure.getAsDouble())
                .sorted()
                .toArray()[times / 2];
    }

    Map<String, Double> all() throws IOException {
        return Map.of(
                "units",
                unitsPerSecond(),
                "trip",
                tripMicros(),
                "pipe",
                Ping.byPipes(TRIPS),
                "socket",
                Ping.bySocket(TRIPS, folder),
                "payload",
                payloadMillis(),
                "start",
                firstAnswersMillis(),
                "speedup",
                speedUp());
    }
}
