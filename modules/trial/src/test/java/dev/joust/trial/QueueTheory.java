package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.WorkClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * The long form of {@link QueueTheoryTest}, in real time: an M/M/1 and an M/D/1 queue whose services are sleeps on one
 * slot. It prints the mean wait beside two others. Lindley's recursion gives the mean wait of the very same arrivals
 * and services: what is beyond it is the instrument's. Pollaczek and Khinchine give that of all such arrivals, for
 * services as they were measured, since a sleep lasts a little longer than asked for: the sample's own error is between
 * the two.
 *
 * <pre>
 * java -cp 'modules/trial/target/test-classes:target/joust/lib/*' dev.joust.trial.QueueTheory [SECONDS]
 * </pre>
 */
final class QueueTheory {
    private static final double RATE = 250;
    private static final double SERVICE_SECONDS = 0.0024;
    private static final WorkClass UNIT = new WorkClass("sleep", 1, List.of());
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofSeconds(3), Duration.ofSeconds(1), 0);

    private QueueTheory() {}

    /** Prints the waits. */
    public static void main(String[] args) throws InterruptedException {
        var time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 180);
        var random = new SplittableRandom(1);
        compare("M/M/1", time, () -> -Math.log(1 - random.nextDouble()) * SERVICE_SECONDS);
        compare("M/D/1", time, () -> SERVICE_SECONDS);
    }

    private static void compare(String queue, Duration time, DoubleSupplier services) throws InterruptedException {
        var load = new Load.Open(
                Map.of(UNIT.name(), Rate.constant(RATE, time)),
                Optional.empty(),
                new Arrivals.Poisson(),
                time,
                Map.of(),
                Optional.empty());
        var recorder = new Recorder();
        try (var slot = new SleepingSlot(services)) {
            var generator = new Generator(
                    NanoClock.SYSTEM,
                    new Dispatch(NanoClock.SYSTEM, slot),
                    new UnitSequence(List.of(UNIT), 42),
                    List.of(recorder),
                    Long.MAX_VALUE);
            var driven = new OpenDriver(generator, List.of(UNIT.name()), 42).drive(load, WARM_UP, WindowListener.NONE);
            print(queue, driven, recorder, slot);
        }
    }

    private static void print(String queue, DrivenLoad driven, Recorder recorder, SleepingSlot slot) {
        var arrivals = IntStream.range(0, recorder.size())
                .mapToLong(recorder::intended)
                .sorted()
                .toArray();
        double response = 0;
        double waits = 0; // by the recursion
        double squares = 0;
        double services = 0;
        int units = 0;
        double wait = 0;
        for (int i = 0; i < arrivals.length; i++) {
            if (i > 0) {
                wait = Math.max(0, wait + slot.seconds.get(i - 1) - (arrivals[i] - arrivals[i - 1]) / 1e9);
            }
            if (driven.window().contains(arrivals[i])) {
                double service = slot.seconds.get(i);
                waits += wait;
                services += service;
                squares += service * service;
                units++;
            }
        }
        for (int i = 0; i < recorder.size(); i++) {
            if (driven.window().contains(recorder.intended(i))) {
                response += (recorder.done(i) - recorder.intended(i)) / 1e9;
            }
        }
        double rate = units / (driven.window().nanos() / 1e9);
        double theory = rate * squares / units / 2 / (1 - rate * services / units);
        double measured = (response - services) / units;
        double recursion = waits / units;
        System.out.printf(
                Locale.ROOT,
                "%s: %d units, utilisation %.3f; mean wait %.3f ms; these arrivals and services %.3f ms (%+.1f %%);"
                        + " Pollaczek and Khinchine %.3f ms (%+.1f %%); in flight %.3f, rate x response %.3f%n",
                queue,
                units,
                rate * services / units,
                1e3 * measured,
                1e3 * recursion,
                100 * (measured / recursion - 1),
                1e3 * theory,
                100 * (measured / theory - 1),
                driven.counters().get("in-flight.mean"),
                rate * response / units);
    }

    /** One slot, whose thread sleeps through each unit and measures how long. */
    private static final class SleepingSlot implements WorkRunner {
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final DoubleSupplier services;
        private final List<Double> seconds = new ArrayList<>();

        SleepingSlot(DoubleSupplier services) {
            this.services = services;
        }

        @Override
        public CompletionStage<Outcome> run(Work work) {
            return CompletableFuture.supplyAsync(() -> serve(work), thread);
        }

        private Outcome serve(Work work) {
            long start = NanoClock.SYSTEM.nanos();
            long end = start + Math.round(services.getAsDouble() * 1e9);
            try {
                while (NanoClock.SYSTEM.nanos() - end < 0) {
                    NanoClock.SYSTEM.parkUntil(end);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            seconds.add((NanoClock.SYSTEM.nanos() - start) / 1e9);
            return new Outcome.Done(work.seed(), 0, 0);
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }
}
