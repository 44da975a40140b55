package dev.joust.reactive;

import dev.joust.trial.Outcome;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;

/** Chains of computations without end, each started by the completion of the one before, so that as many are always ready. */
final class Computations {
    private final WorkRunner runner;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private int chains;
    private int done;
    private boolean stopped;

    Computations(WorkRunner runner, int chains) {
        this.runner = runner;
        this.chains = chains;
        for (int i = 0; i < chains; i++) {
            next();
        }
    }

    private void next() {
        runner.run(Loops.unit(Loops.COMPUTE)).whenComplete(this::completed);
    }

    private synchronized void completed(Outcome outcome, Throwable failure) {
        done++;
        notifyAll();
        if (!stopped && outcome instanceof Outcome.Done) {
            next();
        } else if (--chains == 0) {
            ended.complete(null);
        }
    }

    synchronized int done() {
        return done;
    }

    synchronized void awaitMore(int count) throws InterruptedException {
        for (int until = done + count; done < until; ) {
            wait();
        }
    }

    /** Waits for the last of each chain. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        ended.join();
    }
}
