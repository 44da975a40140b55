package dev.joust.processes;

import dev.joust.processes.WorkQueue.FinishedJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;

/**
 * Keeps a worker alive in each slot: starts them, replaces those that end, kills those that are late, and gives up when
 * starts keep failing. All but the first starts happen on a thread of its own. For any number of threads.
 */
final class WorkerSupervisor {
    /**
     * How long a worker may take.
     *
     * @param hello from its start until it says hello
     * @param unit for one unit
     */
    record TimeLimits(Duration hello, Duration unit) {}

    private static final Duration MIN_CHECK_INTERVAL = Duration.ofMillis(5);
    private static final Duration MAX_CHECK_INTERVAL = Duration.ofSeconds(1);

    private final int slots;
    private final WorkQueue<Worker> queue;
    private final BiFunction<String, WorkerListener, Worker> factory;
    private final LongSupplier answers;
    private final TimeLimits limits;
    private final RestartPolicy policy; // of the timer's thread
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, task -> new WorkerThread("processes-supervisor", task), new ThreadPoolExecutor.DiscardPolicy());
    private final WorkerListener listener = new WorkerListener(this::started, end -> onTimer(() -> replace(end)));
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final List<Worker> workers = new ArrayList<>(); // this and all below: guarded by this
    private int starts;
    private boolean stopped;

    /**
     * @param slots how many workers live at once
     * @param factory makes a worker of a name and a listener, and does not start it
     * @param answers of all workers so far
     */
    WorkerSupervisor(
            int slots,
            WorkQueue<Worker> queue,
            BiFunction<String, WorkerListener, Worker> factory,
            LongSupplier answers,
            TimeLimits limits) {
        this.slots = slots;
        this.queue = queue;
        this.factory = factory;
        this.answers = answers;
        this.limits = limits;
        this.policy = new RestartPolicy(slots);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Starts a worker in each slot. Does not wait for them. */
    void start() {
        for (int i = 0; i < slots; i++) {
            startWorker();
        }
        long nanos = checkInterval(limits.unit()).toNanos();
        timer.scheduleWithFixedDelay(guarded(this::killOverdue), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    /** An eighth of the deadline: a unit past it is found soon after. */
    private static Duration checkInterval(Duration deadline) {
        var eighth = deadline.dividedBy(8);
        return eighth.compareTo(MIN_CHECK_INTERVAL) < 0
                ? MIN_CHECK_INTERVAL
                : eighth.compareTo(MAX_CHECK_INTERVAL) > 0 ? MAX_CHECK_INTERVAL : eighth;
    }

    /**
     * Waits until every worker has said hello.
     *
     * @throws IllegalStateException when they do not, or starts keep failing
     */
    void awaitReady() {
        try {
            ready.get(limits.hello().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "%d of %d workers said hello within %s",
                            queue.workers().size(),
                            slots,
                            limits.hello()),
                    e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the workers started", e);
        }
    }

    private synchronized void startWorker() {
        if (stopped) {
            return;
        }
        workers.removeIf(Worker::gone);
        starts++;
        var worker = factory.apply("processes-worker-" + starts, listener);
        worker.start();
        workers.add(worker);
        timer.schedule(
                () -> worker.killUnlessGreeted(limits.hello()), limits.hello().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void started() {
        if (queue.workers().size() == slots) {
            ready.complete(null);
        }
    }

    private void replace(WorkerEnd end) {
        policy.pauseAfter(end, answers.getAsLong())
                .ifPresentOrElse(
                        pause -> timer.schedule(guarded(this::startWorker), pause.toNanos(), TimeUnit.NANOSECONDS),
                        () -> stop(String.format(
                                Locale.ROOT,
                                "%d workers in a row ended without having begun a unit; the last: %s",
                                policy.maxFailedStarts(),
                                end.reason())));
    }

    private void killOverdue() {
        queue.overdue(limits.unit())
                .forEach(worker -> worker.kill("a unit took longer than its deadline of " + limits.unit()));
    }

    private void onTimer(Runnable task) {
        timer.execute(guarded(task));
    }

    /** A supervisor that fails stops the pool: otherwise a slot would be lost without a word. */
    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error e) {
                stop("the supervisor of the workers failed: " + e);
            }
        };
    }

    /** Kills all workers, starts no more and fails the units that wait. Returns at once. */
    void stop(String reason) {
        queue.stop(reason).ifPresent(waiting -> {
            synchronized (this) {
                stopped = true;
            }
            timer.shutdown();
            workers().forEach(worker -> worker.kill(reason));
            ready.completeExceptionally(new IllegalStateException(reason));
            waiting.forEach(FinishedJob::settle);
        });
    }

    /**
     * Waits until processes and threads have ended. Comes after {@link #stop}. An interrupt does not shorten it.
     *
     * @throws IllegalStateException when one has not ended in time
     */
    void join(Duration limit) {
        boolean interrupted = false;
        for (var worker : workers()) {
            boolean joined = false;
            while (!joined) {
                try {
                    if (!worker.join(limit)) {
                        throw new IllegalStateException(
                                String.format(Locale.ROOT, "%s did not end within %s", worker, limit));
                    }
                    joined = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many workers were started so far. */
    synchronized int starts() {
        return starts;
    }

    private synchronized List<Worker> workers() {
        return List.copyOf(workers);
    }
}
