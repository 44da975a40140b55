package dev.joust.contract;

import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A started model. All calls of it come from one thread, as the driver's do, and none is waited for longer than the patience: a model
 * that blocks its caller fails a test and does not hang the build.
 */
final class RunningModel implements AutoCloseable {
    private final Duration patience;
    private final ExecutorService driver = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("contract-driver").daemon().factory());
    private final List<Sent> sent = new ArrayList<>();
    private final WorkRunner runner;
    private boolean closed;

    RunningModel(ConcurrencyModel model, Setup setup, Duration patience) {
        this.patience = patience;
        try {
            runner = onDriver("start()", () -> model.start(setup));
        } catch (RuntimeException | Error e) {
            driver.shutdownNow();
            throw e;
        }
    }

    WorkRunner runner() {
        return runner;
    }

    /** Starts a unit. */
    Sent run(Work work) {
        return runAll(List.of(work)).getFirst();
    }

    /** Starts all of them. */
    List<Sent> runAll(List<Work> works) {
        var started = onDriver("run()", () -> {
            var units = new ArrayList<Sent>();
            for (var work : works) {
                var unit = new Sent(work);
                units.add(unit);
                unit.follow(runner.run(work));
            }
            return units;
        });
        sent.addAll(started);
        return started;
    }

    /** Starts all of them, and waits for what becomes of them. */
    List<Outcome> outcomes(List<Work> works) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (var unit : runAll(works)) {
            outcomes.add(unit.outcome(patience));
        }
        return outcomes;
    }

    /** Whether every unit it was given is done, so that it may serve another test. */
    boolean idle() {
        return sent.stream().allMatch(Sent::isDone);
    }

    /** What the call gives on the driver's thread. */
    <T> T onDriver(String what, Callable<T> call) {
        var result = driver.submit(call);
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new AssertionError("%s did not return within %s".formatted(what, patience), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for " + what, e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                default -> throw new AssertionError(what + " threw a checked exception", e.getCause());
            }
        }
    }

    /** Once; the contract does not ask what a second time does. */
    void closeRunner() {
        if (closed) {
            return;
        }
        closed = true;
        onDriver("close()", () -> {
            runner.close();
            return null;
        });
    }

    @Override
    public void close() {
        try {
            closeRunner();
        } finally {
            driver.shutdownNow();
        }
    }
}
