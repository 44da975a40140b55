package dev.joust.contract;

import static dev.joust.contract.BrokenModel.runner;

import dev.joust.trial.Setup;
import dev.joust.trial.WorkRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** One model for each thing that may be left behind after close. */
final class LeakingModels {
    private LeakingModels() {}

    /** Leaves a thread running. */
    public static final class LeavesAThread implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            Thread.ofPlatform().daemon().name("left").start(LockSupport::park);
            return SOUND.start(setup);
        }
    }

    /** Leaves a child process running, for five seconds. */
    public static final class LeavesAChild implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            try {
                new ProcessBuilder("sleep", "5").start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return SOUND.start(setup);
        }
    }

    /** Leaves its connections open. */
    public static final class LeavesConnections implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            return runner(sound::run, () -> {});
        }
    }

    /** Accepts units after close and never completes them. */
    public static final class ForgetsAfterClose implements BrokenModel {
        @Override
        public WorkRunner start(Setup setup) {
            var sound = SOUND.start(setup);
            var closed = new AtomicBoolean();
            return runner(work -> closed.get() ? new CompletableFuture<>() : sound.run(work), () -> {
                closed.set(true);
                sound.close();
            });
        }
    }
}
