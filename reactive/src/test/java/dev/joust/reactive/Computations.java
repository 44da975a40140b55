package dev.joust.reactive;

import dev.joust.trial.Outcome;
import dev.joust.trial.WorkRunner;
import java.util.concurrent.CompletableFuture;

/** Endless chains of computations. Each computation's completion starts the next, so one per chain is always ready. */
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
        runner.run(Loops.unit(Loops.COMPUTE)).whenComplete(this::countAndGoOn);
    }

    private synchronized void countAndGoOn(Outcome outcome, Throwable failure) {
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

    /** Ends the chains and waits for the last computation of each. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        ended.join();
    }
}
