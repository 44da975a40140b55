package dev.joust.processes;

import dev.joust.processes.Assignments.Given;
import dev.joust.processes.Assignments.Handed;
import dev.joust.scenario.Step;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The started model. Units go to free workers; with none free they queue, and a worker that has answered takes the next before its
 * answer is passed on. Where the queue is full, callers wait, but for the pool's own threads: they have just taken a unit out of it.
 * Completes on the thread of the worker that answered, or ended, without a lock held.
 */
final class WorkerPool implements WorkRunner, Worker.Owner {
    private static final Duration TO_SAY_HELLO = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final String CLOSED = "the model was closed";

    private final int slots;
    private final PoolOptions options;
    private final Crew crew;
    private final Watch watch;
    private final Traffic traffic = new Traffic();
    private final Definitions definitions;
    private final CompletableFuture<Void> allJoined = new CompletableFuture<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Assignments<Worker> assignments; // guarded by lock
    private String stopped; // why there are no more answers; guarded by lock

    private WorkerPool(WorkerCommand command, Setup setup, PoolOptions options) {
        var mine = new Setup(setup.service(), setup.cores(), options.capacity().threads(), setup.body(), Map.of());
        byte[] begin = OrderCodec.encode(
                new Order.Begin(ProcessHandle.current().pid(), options.spin().toNanos(), mine));
        var birth = new Worker.Birth(command, begin, setup.body().scratch(), traffic);
        this.definitions = new Definitions(setup.body());
        this.slots = setup.slots();
        this.options = options;
        this.assignments = new Assignments<>(options.capacity());
        this.crew = new Crew(name -> new Worker(name, birth, this));
        this.watch = new Watch(options.deadline(), this::endOverdue);
    }

    /**
     * Forks the workers, all at once, and waits until each has said hello.
     *
     * @throws IllegalStateException when that is not to be; none is left then
     */
    static WorkerPool started(WorkerCommand command, Setup setup, PoolOptions options) {
        var pool = new WorkerPool(command, setup, options);
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
        watch.start();
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        Job job;
        try {
            job = job(definitions.unit(work), options.retry().contains(work.name()) ? 1 : 0);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Outcome.Failed(e.getMessage()));
        }
        return assigned(job);
    }

    /** Has a worker do one step; the digest of what it has done is the step's result. */
    CompletionStage<Outcome> step(Step step, long seed) {
        return assigned(job(definitions.part(step, seed), 0));
    }

    private Job job(Order.Assignment assignment, int tries) {
        return new Job(assignment, definitions.payloads(assignment.id()), tries);
    }

    private CompletionStage<Outcome> assigned(Job job) {
        Optional<Handed<Worker>> handed;
        lock.lock();
        try {
            awaitRoom();
            if (stopped != null) {
                return CompletableFuture.completedFuture(new Outcome.Failed(stopped));
            }
            assignments.add(job);
            handed = assignments.next(System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CompletableFuture.completedFuture(
                    new Outcome.Failed("interrupted while %d units were waiting".formatted(options.queue())));
        } finally {
            lock.unlock();
        }
        handed.ifPresent(WorkerPool::give);
        return job.outcome();
    }

    private void awaitRoom() throws InterruptedException {
        while (stopped == null && assignments.waiting() >= options.queue() && !WorkerThread.isCurrent()) {
            room.await();
        }
    }

    private static void give(Handed<Worker> handed) {
        handed.worker().give(handed.given(), false);
    }

    @Override
    public void joined(Worker worker) {
        boolean all;
        List<Given> next;
        lock.lock();
        try {
            assignments.join(worker);
            next = refilled(worker);
            all = assignments.workers().size() == slots;
        } finally {
            lock.unlock();
        }
        worker.give(next, next.size() > 1);
        if (all) {
            allJoined.complete(null);
        }
    }

    private List<Given> refilled(Worker worker) {
        var next = assignments.refill(worker, System.nanoTime());
        if (assignments.waiting() < options.queue()) {
            room.signalAll();
        }
        return next;
    }

    @Override
    public Optional<Reply.Answer> answered(Worker worker, List<Reply.Answer> answers, boolean more) {
        List<Runnable> settled = new ArrayList<>();
        List<Given> next;
        Optional<Reply.Answer> stranger = Optional.empty();
        lock.lock();
        try {
            for (var answer : answers) {
                var job = assignments.take(worker, answer);
                job.ifPresent(j -> settled.add(() -> j.settle(answer.outcome())));
                if (job.isEmpty()) {
                    stranger = Optional.of(answer);
                }
            }
            next = more && stranger.isEmpty() ? refilled(worker) : List.of();
        } finally {
            lock.unlock();
        }
        if (!settled.isEmpty()) {
            crew.succeeded();
        }
        worker.give(next, options.capacity().ahead() > 0);
        settled.forEach(Runnable::run);
        return stranger;
    }

    @Override
    public byte[] definition(int id) throws BadFrameException {
        return definitions.frame(id);
    }

    /** Fails what the worker had begun, then starts another worker and sees it through its birth: here, where nobody waits. */
    @Override
    public void left(Worker worker, String reason) {
        List<Job> failed = new ArrayList<>();
        List<Handed<Worker>> handed = new ArrayList<>();
        String why;
        lock.lock();
        try {
            failed.addAll(assignments.remove(worker, worker.begun()));
            why = stopped == null ? reason : stopped;
            if (stopped != null) {
                failed.addAll(assignments.drain());
            }
            for (var next = assignments.next(System.nanoTime());
                    next.isPresent();
                    next = assignments.next(System.nanoTime())) {
                handed.add(next.get());
            }
        } finally {
            lock.unlock();
        }
        handed.forEach(WorkerPool::give);
        failed.forEach(job -> job.settle(new Outcome.Failed(why)));
        if (crew.hopeless(worker)) {
            stop("%d workers in a row ended without having answered a unit; the last: %s"
                    .formatted(Crew.MOST_USELESS, reason));
        }
        crew.pause();
        crew.recruit().ifPresent(successor -> successor.awaitHello(TO_SAY_HELLO));
    }

    private void endOverdue() {
        List<Worker> overdue;
        lock.lock();
        try {
            overdue = assignments.overdue(System.nanoTime(), options.deadline());
        } finally {
            lock.unlock();
        }
        overdue.forEach(worker ->
                worker.kill("it was at a unit for longer than its deadline of %s".formatted(options.deadline())));
    }

    private void stop(String reason) {
        List<Job> waiting;
        lock.lock();
        try {
            if (stopped != null) {
                return;
            }
            stopped = reason;
            waiting = assignments.drain();
            room.signalAll();
        } finally {
            lock.unlock();
        }
        watch.close();
        crew.dismiss(reason);
        allJoined.completeExceptionally(new IllegalStateException(reason));
        waiting.forEach(job -> job.settle(new Outcome.Failed(reason)));
    }

    /** The processes that have said hello. */
    List<Long> pids() {
        lock.lock();
        try {
            return assignments.workers().stream().map(Worker::pid).sorted().toList();
        } finally {
            lock.unlock();
        }
    }

    /** Units that no worker has yet. */
    int waiting() {
        lock.lock();
        try {
            return assignments.waiting();
        } finally {
            lock.unlock();
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
