package dev.joust.processes;

import dev.joust.processes.Assignments.Handed;
import dev.joust.processes.Definitions.Definition;
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
 * The started model. Units go to free workers; with none free they queue at the {@link WorkQueue}, and a worker that has answered takes the
 * next before its answer is passed on. Completes on the thread of the worker that answered, or ended, without a lock held.
 */
final class WorkerPool implements WorkRunner, Worker.Owner {
    private static final Duration TO_SAY_HELLO = Duration.ofSeconds(30);
    private static final Duration TO_END = Duration.ofSeconds(2);
    private static final String CLOSED = "the model was closed";

    private final int slots;
    private final PoolOptions options;
    private final WorkerSupervisor crew;
    private final DeadlineWatch watch;
    private final Traffic traffic = new Traffic();
    private final Definitions definitions;
    private final CompletableFuture<Void> allJoined = new CompletableFuture<>();
    private final WorkQueue desk;

    private WorkerPool(WorkerCommand command, Setup setup, PoolOptions options) {
        var mine = new Setup(setup.service(), setup.cores(), options.capacity().threads(), setup.body(), Map.of());
        byte[] begin = ParentMessageCodec.encode(new ParentMessage.Begin(
                ProcessHandle.current().pid(), options.spin().toNanos(), mine));
        var birth = new Worker.Birth(command, begin, setup.body().scratch(), options.inline(), traffic);
        this.definitions = new Definitions(setup.body());
        this.slots = setup.slots();
        this.options = options;
        this.desk = new WorkQueue(options.capacity(), options.queue());
        this.crew = new WorkerSupervisor(slots, name -> new Worker(name, birth, this));
        this.watch = new DeadlineWatch(options.deadline(), this::endOverdue);
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
        Definition definition;
        try {
            definition = definitions.of(work);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Outcome.Failed(e.getMessage()));
        }
        var unit = new ParentMessage.Unit(definition.id(), work.seed());
        return assigned(new Job(unit, definition.payloads(), options.retry().contains(work.name()) ? 1 : 0));
    }

    /** Has a worker do one step; the digest of what it has done is the step's result. */
    CompletionStage<Outcome> step(Step step, long seed) {
        var definition = definitions.of(step);
        return assigned(new Job(new ParentMessage.Part(definition.id(), seed), definition.payloads(), 0));
    }

    private CompletionStage<Outcome> assigned(Job job) {
        desk.submit(job).ifPresent(WorkerPool::give);
        return job.outcome();
    }

    private static void give(Handed<Worker> handed) {
        handed.worker().give(handed.given(), false);
    }

    @Override
    public void joined(Worker worker) {
        var next = desk.join(worker);
        worker.give(next, next.size() > 1);
        if (desk.workers().size() == slots) {
            allJoined.complete(null);
        }
    }

    @Override
    public Optional<WorkerReply.Answer> answered(Worker worker, List<WorkerReply.Answer> answers, boolean more) {
        var answered = desk.answered(worker, answers, more);
        if (!answered.done().isEmpty()) {
            crew.succeeded();
            traffic.answers().add(answered.done().size());
        }
        worker.give(answered.next(), options.capacity().ahead() > 0);
        answered.done().forEach(WorkQueue.Done::settle);
        return answered.stranger();
    }

    @Override
    public byte[] definition(int id) throws BadFrameException {
        return definitions.frame(id);
    }

    /** Fails what the worker had begun, then starts another worker and sees it through its birth: here, where nobody waits. */
    @Override
    public void left(Worker worker, String reason) {
        var left = desk.leave(worker, reason);
        left.handed().forEach(WorkerPool::give);
        left.lost().forEach(WorkQueue.Done::settle);
        if (!worker.useful() && crew.hopeless(left.begun())) {
            stop("%d workers in a row ended without having begun a unit; the last: %s"
                    .formatted(crew.mostFutile(), reason));
        }
        crew.pause();
        crew.recruit().ifPresent(successor -> successor.awaitHello(TO_SAY_HELLO));
    }

    private void endOverdue() {
        desk.overdue(options.deadline())
                .forEach(worker -> worker.kill(
                        "it was at a unit for longer than its deadline of %s".formatted(options.deadline())));
    }

    private void stop(String reason) {
        desk.stop(reason).ifPresent(waited -> {
            watch.close();
            crew.dismiss(reason);
            allJoined.completeExceptionally(new IllegalStateException(reason));
            waited.forEach(WorkQueue.Done::settle);
        });
    }

    /** The processes that have said hello. */
    List<Long> pids() {
        return desk.workers().stream().map(Worker::pid).sorted().toList();
    }

    /** Units that no worker has yet. */
    int waiting() {
        return desk.waiting();
    }

    @Override
    public Map<String, Double> counters() {
        int started = crew.started();
        double bytes = traffic.toWorkers().doubleValue() + traffic.fromWorkers().doubleValue();
        return Map.of(
                "bytesPerUnit",
                bytes / Math.max(1, traffic.answers().doubleValue()),
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
