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
import java.util.concurrent.atomic.AtomicBoolean;

/** One for each clause that no public faulty model breaks. */
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

    /** Does computation at once, on whatever thread asks for it. */
    public static final class ComputesOnTheSpot implements BrokenModel {
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

    /** A loop that goes on with its queue whenever it is given a unit from within. Answers nothing right. */
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

    /** Takes more slots than it is given. */
    public static final class TakesTooMuch implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(withSlots(setup, 3 * setup.slots()));
        }
    }

    /** Leaves slots unused. */
    public static final class TakesTooLittle implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(withSlots(setup, 1));
        }
    }

    /** Connects anew for each unit. */
    public static final class ConnectsAnew implements BrokenModel {
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

    /** Sleeps not at all. */
    public static final class NeverSleeps implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return runner(
                    work -> CompletableFuture.completedFuture(new Outcome.Done(Digest.fold(work.seed(), 0), 0, 0)),
                    () -> {});
        }
    }

    /** Takes any failure for an answer. */
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

    /** Fails and does not say why. */
    public static final class SaysNothing implements BrokenModel {
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

    /** Is never the same after a failure. */
    public static final class BreaksForGood implements BrokenModel {
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

    /** Answers what the right body would have given, whatever came. */
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

    /** Does not look at its options. */
    public static final class IgnoresOptions implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(new Setup(setup.service(), setup.cores(), setup.slots(), setup.body(), Map.of()));
        }
    }

    /** Claims more cores than there are. */
    public static final class Boasts implements BrokenModel {
        @Override
        public Ceiling ceiling(int cores, int slots) {
            return new Ceiling(cores + 1, slots);
        }

        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(setup);
        }
    }

    /** Shouts. */
    public static final class Shouts implements BrokenModel {
        @Override
        public String name() {
            return "SHOUTS";
        }

        @Override
        public WorkRunner start(Setup setup) {
            return SOUND.start(setup);
        }
    }
}
