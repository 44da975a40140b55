package dev.joust.trial;

import dev.joust.scenario.Arrivals;
import dev.joust.scenario.Load;
import dev.joust.scenario.Rate;
import dev.joust.scenario.WorkClass;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the generator of open loads costs on this machine, in real time: how late it sends, and the CPU time of its
 * thread per unit, beside a thread that only parks until the same instants. With the null model that time holds the
 * waking of the model's thread.
 *
 * <pre>
 * java -cp 'modules/trial/target/test-classes:target/joust/lib/*' dev.joust.trial.OpenDriverCost [RATE [SECONDS]]
 * </pre>
 *
 * It needs two idle cores.
 */
final class OpenDriverCost {
    private static final WorkClass UNIT = new WorkClass("nothing", 1, List.of());

    /** Long enough to compile the generator. */
    private static final WarmUp WARM_UP = new WarmUp(Duration.ofSeconds(3), Duration.ofSeconds(1), 0);

    private static final TaskBody BODY = new TaskBody(new Calibration(Map.of()), Path.of("unused"));

    private OpenDriverCost() {}

    /** Prints the figures. */
    public static void main(String[] args) throws InterruptedException {
        double rate = args.length > 0 ? Double.parseDouble(args[0]) : 5_000;
        var time = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 20);
        for (var arrivals : List.of(new Arrivals.Poisson(), new Arrivals.Uniform())) {
            var load = new Load.Open(
                    Map.of(UNIT.name(), Rate.constant(rate, time)),
                    Optional.empty(),
                    arrivals,
                    time,
                    Map.of(),
                    Optional.empty());
            double parking = parkingMicrosPerUnit(load);
            try (var runner = new NullModel().start(new Setup(Setup.NOWHERE, 1, 1, BODY, Map.of()))) {
                print("null model", load, drive(load, runner), parking);
            }
            print("completed at once", load, drive(load, new ScriptedModel(OpenDriverCost::done)), parking);
        }
    }

    private static CompletionStage<Outcome> done(Work work) {
        return CompletableFuture.completedStage(new Outcome.Done(work.seed(), 0, 0));
    }

    private static GeneratorCosts drive(Load.Open load, WorkRunner runner) throws InterruptedException {
        var recorder = new Recorder();
        var generator = new Generator(
                NanoClock.SYSTEM,
                new Dispatch(NanoClock.SYSTEM, runner),
                new UnitSequence(List.of(UNIT), 42),
                List.of(recorder),
                Long.MAX_VALUE);
        var driven = new OpenDriver(generator, List.of(UNIT.name()), 42).drive(load, WARM_UP, WindowListener.NONE);
        return new GeneratorCosts(
                driven, new OpenTally(driven.window(), Long.MAX_VALUE, Long.MAX_VALUE).result(recorder));
    }

    private record GeneratorCosts(DrivenLoad driven, Measurement.OpenResult open) {
        double counter(String name) {
            return driven.counters().get(name);
        }
    }

    /** The CPU time of a thread that draws the same schedule, and parks until each instant. */
    private static double parkingMicrosPerUnit(Load.Open load) throws InterruptedException {
        var threads = ManagementFactory.getThreadMXBean();
        var schedule = Schedule.of(List.of(UNIT.name()), load, 42);
        long before = threads.getCurrentThreadCpuTime();
        long start = NanoClock.SYSTEM.nanos();
        long units = 0;
        while (schedule.next() != Schedule.NONE) {
            long instant = start + schedule.next();
            while (NanoClock.SYSTEM.nanos() - instant < 0) {
                NanoClock.SYSTEM.parkUntil(instant);
            }
            schedule.advance();
            units++;
        }
        return (threads.getCurrentThreadCpuTime() - before) / 1e3 / units;
    }

    private static void print(String runner, Load.Open load, GeneratorCosts costs, double parking) {
        double cpu = costs.counter("generator.cpu.us");
        double seconds = load.time().toNanos() / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s, %s, %.0f/s for %.0f s: lag p99 %.0f us; sent/offered %.5f; stopped: %s%n"
                        + "  generator %.2f us per unit, parking alone %.2f, beyond it %.2f%n",
                runner,
                load.arrivals().getClass().getSimpleName(),
                costs.open().offered() / seconds,
                seconds,
                costs.counter("generator.lag.p99.us"),
                (double) costs.open().sent() / costs.open().offered(),
                costs.driven().stopped().orElse("no"),
                cpu,
                parking,
                cpu - parking);
    }
}
