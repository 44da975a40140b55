package dev.joust.contract;

import dev.joust.trial.ConcurrencyModel;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * A started model. One thread makes all calls to it, as the driver does, and no call is waited for longer than the
 * patience. So a model that blocks its caller fails a test and does not hang the build.
 */
final class RunningModel implements AutoCloseable {
    private final Duration patience;
    private final ExecutorService driver = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("contract-driver").daemon().factory());
    private final List<TrackedUnit> given = new ArrayList<>();
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

    /** Gives one unit to the model. */
    TrackedUnit run(Work work) {
        return runAll(List.of(work)).getFirst();
    }

    /** Gives these units to the model. */
    List<TrackedUnit> runAll(List<Work> units) {
        return runAll(units, Duration.ZERO);
    }

    /** Gives these units to the model one by one, with at least this gap, whether or not earlier ones are done. */
    List<TrackedUnit> runAll(List<Work> units, Duration gap) {
        var started = onDriver("run()", () -> {
            var tracked = new ArrayList<TrackedUnit>();
            for (var work : units) {
                var unit = new TrackedUnit(work);
                tracked.add(unit);
                unit.follow(runner.run(work));
                LockSupport.parkNanos(gap.toNanos());
            }
            return tracked;
        });
        given.addAll(started);
        return started;
    }

    /** Gives these units to the model and waits for their outcomes. */
    List<Outcome> outcomes(List<Work> units) throws InterruptedException {
        return outcomes(units, Duration.ZERO);
    }

    /** The same with at least this gap between two units. */
    List<Outcome> outcomes(List<Work> units, Duration gap) throws InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        for (var unit : runAll(units, gap)) {
            outcomes.add(unit.outcome(patience));
        }
        return outcomes;
    }

    /** Whether every unit is done, so that another test can use the model. */
    boolean idle() {
        return given.stream().allMatch(TrackedUnit::isDone);
    }

    /** The result of a call, made on the driver's thread. */
    <T> T onDriver(String what, Callable<T> call) {
        var result = driver.submit(call);
        try {
            return result.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw new AssertionError(String.format(Locale.ROOT, "%s did not return within %s", what, patience), e);
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

    /** Closes the runner, once: the contract does not define a second close. */
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
