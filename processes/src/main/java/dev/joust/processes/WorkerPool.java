package dev.joust.processes;

import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The started model. Units go to idle workers; with none idle they queue, and a worker that has answered takes the next before its
 * answer is passed on. Completes on the thread of the worker that answered, or ended, without a lock held.
 */
final class WorkerPool implements WorkRunner, Worker.Owner {
    private static final Duration TO_SAY_HELLO = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final String CLOSED = "the model was closed";

    private final int slots;
    private final Crew crew;
    private final Traffic traffic = new Traffic();
    private final Definitions definitions = new Definitions();
    private final CompletableFuture<Void> allJoined = new CompletableFuture<>();
    private final Object lock = new Object();
    private final Assignments<Worker> assignments = new Assignments<>(); // guarded by lock
    private String stopped; // why there are no more answers; guarded by lock

    private WorkerPool(WorkerCommand command, Setup setup) {
        var mine = new Setup(setup.service(), setup.cores(), 1, setup.body(), Map.of());
        byte[] begin = OrderCodec.encode(new Order.Begin(mine));
        this.slots = setup.slots();
        this.crew = new Crew(name -> new Worker(name, command, begin, traffic, this));
    }

    /**
     * Forks the workers, all at once, and waits until each has said hello.
     *
     * @throws IllegalStateException when that is not to be; none is left then
     */
    static WorkerPool started(WorkerCommand command, Setup setup) {
        var pool = new WorkerPool(command, setup);
        boolean opened = false;
        try {
            pool.open();
            opened = true;
            return pool;
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    private void open() {
        for (int i = 0; i < slots; i++) {
            crew.recruit();
        }
        try {
            allJoined.get(TO_SAY_HELLO.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "%d of %d workers said hello within %s".formatted(pids().size(), slots, TO_SAY_HELLO), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the workers started", e);
        }
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        Job job;
        try {
            job = new Job(definitions.unit(work));
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Outcome.Failed(e.getMessage()));
        }
        return assigned(job);
    }

    /** Has a worker do one step; the digest of what it has done is the step's result. */
    CompletionStage<Outcome> step(Step step, long seed) {
        return assigned(new Job(definitions.part(step, seed)));
    }

    private CompletionStage<Outcome> assigned(Job job) {
        Optional<Worker> idle;
        synchronized (lock) {
            if (stopped != null) {
                return CompletableFuture.completedFuture(new Outcome.Failed(stopped));
            }
            idle = assignments.add(job);
        }
        idle.ifPresent(worker -> worker.give(job.order()));
        return job.outcome();
    }

    @Override
    public void joined(Worker worker) {
        boolean all;
        Optional<Job> next;
        synchronized (lock) {
            next = assignments.ready(worker);
            all = assignments.workers().size() == slots;
        }
        next.ifPresent(job -> worker.give(job.order()));
        if (all) {
            allJoined.complete(null);
        }
    }

    @Override
    public boolean answered(Worker worker, Outcome outcome) {
        Optional<Job> answered;
        Optional<Job> next;
        synchronized (lock) {
            answered = assignments.take(worker);
            next = answered.isPresent() ? assignments.ready(worker) : Optional.empty();
        }
        crew.succeeded();
        next.ifPresent(job -> worker.give(job.order()));
        answered.ifPresent(job -> job.settle(outcome));
        return answered.isPresent();
    }

    @Override
    public byte[] definition(int id) throws BadFrameException {
        return definitions.frame(id);
    }

    /** Fails the unit that the worker had, then starts another worker and sees it through its birth: here, where nobody waits. */
    @Override
    public void left(Worker worker, String reason) {
        Optional<Job> lost;
        String why;
        synchronized (lock) {
            lost = assignments.remove(worker);
            why = stopped == null ? reason : stopped;
        }
        lost.ifPresent(job -> job.settle(new Outcome.Failed(why)));
        if (crew.hopeless(worker)) {
            stop("%d workers in a row ended without having answered a unit; the last: %s"
                    .formatted(Crew.MOST_USELESS, reason));
        }
        crew.recruit().ifPresent(successor -> successor.awaitHello(TO_SAY_HELLO));
    }

    private void stop(String reason) {
        List<Job> waiting;
        synchronized (lock) {
            if (stopped != null) {
                return;
            }
            stopped = reason;
            waiting = assignments.drain();
        }
        crew.dismiss(reason);
        allJoined.completeExceptionally(new IllegalStateException(reason));
        waiting.forEach(job -> job.settle(new Outcome.Failed(reason)));
    }

    /** The processes that have said hello. */
    List<Long> pids() {
        synchronized (lock) {
            return assignments.workers().stream().map(Worker::pid).sorted().toList();
        }
    }

    @Override
    public Map<String, Double> counters() {
        int started = crew.started();
        return Map.of(
                "workersStarted",
                (double) started,
                "workersReplaced",
                (double) Math.max(0, started - slots),
                "bytesToWorkers",
                traffic.toWorkers().doubleValue(),
                "bytesFromWorkers",
                traffic.fromWorkers().doubleValue());
    }

    @Override
    public void close() {
        stop(CLOSED);
        crew.join(TO_END);
    }
}
