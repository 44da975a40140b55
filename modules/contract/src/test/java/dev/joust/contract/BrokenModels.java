package dev.joust.contract;

import static dev.joust.contract.BrokenModel.runner;
import static dev.joust.contract.BrokenModel.withSlots;

import dev.joust.scenario.Step;
import dev.joust.trial.Ceiling;
import dev.joust.trial.Checkpoint;
import dev.joust.trial.Digest;
import dev.joust.trial.Oracle;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** One model for each clause that no public faulty model breaks. */
final class BrokenModels {
    private BrokenModels() {}

    /** Waits for the unit within {@code run}. */
    public static final class BlocksTheCaller implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            return runner(
                    work -> CompletableFuture.completedFuture(
                            sound.run(work).toCompletableFuture().join()),
                    sound::close);
        }
    }

    /** Lets its caller wait while 10,000 units are not done. */
    public static final class WaitsForRoom implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            var room = new Semaphore(10_000);
            return runner(
                    work -> {
                        try {
                            room.acquire();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                        return sound.run(work).whenComplete((outcome, failure) -> room.release());
                    },
                    sound::close);
        }
    }

    /** Computes within {@code run}, on the calling thread. */
    public static final class ComputesInRun implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            return runner(
                    work -> work.steps().size() == 1 && work.steps().getFirst() instanceof Step.Compute step
                            ? CompletableFuture.completedFuture(new Outcome.Done(
                                    Digest.fold(work.seed(), setup.body().compute(step, work.seed(0), Checkpoint.NONE)),
                                    0,
                                    0))
                            : sound.run(work),
                    sound::close);
        }
    }

    /** A loop that drains its queue within {@code run} when called on its own thread. Its answers are wrong. */
    public static final class DrainsWithinRun implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            Queue<CompletableFuture<Outcome>> queue = new ConcurrentLinkedQueue<>();
            var loop = Executors.newSingleThreadExecutor();
            var onLoop = new ThreadLocal<Boolean>();
            Runnable drain = () -> {
                onLoop.set(true);
                for (var unit = queue.poll(); unit != null; unit = queue.poll()) {
                    unit.complete(new Outcome.Done(0, 0, 0));
                }
            };
            return runner(
                    work -> {
                        var unit = new CompletableFuture<Outcome>();
                        queue.add(unit);
                        if (onLoop.get() != null) {
                            drain.run();
                        } else {
                            loop.execute(drain);
                        }
                        return unit;
                    },
                    loop::shutdownNow);
        }
    }

    /** Uses more slots than it is given. */
    public static final class TakesTooManySlots implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(withSlots(setup, 3 * setup.slots()));
        }
    }

    /** Leaves slots unused. */
    public static final class TakesTooFewSlots implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(withSlots(setup, 1));
        }
    }

    /** Opens a new connection for each unit. */
    public static final class ReconnectsPerUnit implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return runner(
                    work -> {
                        var own = SOUND.start(setup);
                        return own.run(work).whenComplete((outcome, failure) -> own.close());
                    },
                    () -> {});
        }
    }

    /** Skips sleeps. */
    public static final class NeverSleeps implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return runner(
                    work -> CompletableFuture.completedFuture(new Outcome.Done(Digest.fold(work.seed(), 0), 0, 0)),
                    () -> {});
        }
    }

    /** Reports failed units as done. */
    public static final class HidesFailures implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            return runner(
                    work -> sound.run(work).thenApply(outcome -> switch (outcome) {
                        case Outcome.Done done -> done;
                        case Outcome.Failed failed -> new Outcome.Done(0, 1, 0);
                    }),
                    sound::close);
        }
    }

    /** Replaces the reason of every failure. */
    public static final class HidesReasons implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            return runner(
                    work -> sound.run(work).thenApply(outcome -> switch (outcome) {
                        case Outcome.Done done -> done;
                        case Outcome.Failed failed -> new Outcome.Failed("it did not work");
                    }),
                    sound::close);
        }
    }

    /** Fails every unit after the first failure. */
    public static final class StaysBroken implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            var broken = new AtomicBoolean();
            return runner(
                    work -> sound.run(work).thenApply(outcome -> {
                        if (outcome instanceof Outcome.Failed) {
                            broken.set(true);
                        }
                        return broken.get() ? new Outcome.Failed("500, connection closed") : outcome;
                    }),
                    sound::close);
        }
    }

    /** Gives the right answer whatever the service sent. */
    public static final class TrustsTheService implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            var oracle = new Oracle(setup.body());
            return runner(
                    work -> sound.run(work).thenApply(outcome -> new Outcome.Done(oracle.digest(work), 1, 0)),
                    sound::close);
        }
    }

    /** Ignores its options. */
    public static final class IgnoresOptions implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(new Setup(setup.service(), setup.cores(), setup.slots(), setup.body(), Map.of()));
        }
    }

    /** States a ceiling above the number of cores. */
    public static final class OverstatesCeiling implements BrokenModel {
        @Override
        public Ceiling ceiling(int cores, int slots) {
            return new Ceiling(cores + 1, slots);
        }

        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(setup);
        }
    }

    /** Has a name in upper case. */
    public static final class UpperCaseName implements BrokenModel {
        @Override
        public String name() {
            return "UPPER-CASE";
        }

        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(setup);
        }
    }
}
