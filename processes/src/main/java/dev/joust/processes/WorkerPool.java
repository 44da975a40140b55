package dev.joust.processes;

import dev.joust.processes.Definitions.DefinedWork;
import dev.joust.scenario.Step;
import dev.joust.trial.CounterNames;
import dev.joust.trial.KernelWarmUp;
import dev.joust.trial.Outcome;
import dev.joust.trial.Setup;
import dev.joust.trial.ThisRuntime;
import dev.joust.trial.UnitStep;
import dev.joust.trial.Work;
import dev.joust.trial.WorkRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The started model. A unit goes to a free worker, or waits in the {@link WorkQueue}. A worker that has answered takes
 * the next unit before its answer is passed on. Completes on the thread of the worker that answered or ended, without a
 * lock held.
 */
final class WorkerPool implements WorkRunner {
    private static final Duration HELLO_LIMIT = Duration.ofSeconds(30);
    /** The most CPU time per core for warming kernels, of all workers together. */
    private static final Duration WARM_UP_LIMIT = Duration.ofSeconds(30);

    /** A worker that has not answered by then counts as cold. */
    private static final Duration WARMED_LIMIT = Duration.ofSeconds(45);

    /** A worker that has not told its times by then computes a long unit. */
    private static final Duration TIMES_LIMIT = Duration.ofSeconds(2);

    private static final Duration END_LIMIT = Duration.ofSeconds(2);

    private final int workers;
    private final int cores;
    private final PoolOptions options;
    private final Traffic traffic = new Traffic();
    private final Definitions definitions;
    private final WorkQueue<Worker> queue;
    private final WorkerSupervisor supervisor;

    private WorkerPool(WorkerLauncher launcher, Setup setup, PoolOptions options) {
        var ofWorker =
                new Setup(setup.service(), setup.cores(), options.capacity().threads(), setup.body(), Map.of());
        byte[] first = ParentMessageCodec.encode(new ParentMessage.Begin(
                ProcessHandle.current().pid(), options.wire().spin().toNanos(), ofWorker));
        var spec = new WorkerSpec(launcher, first, setup.body().scratch(), options, traffic);
        this.workers = options.workers(setup.slots());
        this.cores = setup.cores();
        this.options = options;
        this.definitions = new Definitions(setup.body());
        this.queue = new WorkQueue<>(options.capacity());
        this.supervisor = new WorkerSupervisor(
                workers,
                queue,
                (name, listener) -> new Worker(name, spec, queue, definitions, listener),
                traffic.answers()::sum,
                new WorkerSupervisor.TimeLimits(HELLO_LIMIT, options.deadline()));
    }

    /**
     * Forks the workers, all at once, and waits until each has said hello.
     *
     * @throws IllegalStateException when they do not start; none is left then
     */
    static WorkerPool start(WorkerLauncher launcher, Setup setup, PoolOptions options) {
        var pool = new WorkerPool(launcher, setup, options);
        boolean ready = false;
        try {
            pool.supervisor.start();
            pool.supervisor.awaitReady();
            ready = true;
            return pool;
        } finally {
            if (!ready) {
                pool.close();
            }
        }
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        DefinedWork defined;
        try {
            defined = definitions.of(work);
        } catch (IllegalArgumentException e) {
            return CompletableFuture.completedFuture(new Outcome.Failed(e.getMessage()));
        }
        var task = new ParentMessage.UnitTask(defined.id(), work.seed());
        return submit(
                new Job(work.name(), task, defined.payloads(), options.retry().contains(work.name()) ? 1 : 0));
    }

    /** Has a worker do one step. The digest of its outcome is the step's result. */
    CompletionStage<Outcome> step(Step step, long seed) {
        var defined = definitions.of(step);
        var task = new ParentMessage.StepTask(defined.id(), seed);
        return submit(new Job(UnitStep.kind(step), task, defined.payloads(), 0));
    }

    private CompletionStage<Outcome> submit(Job job) {
        queue.submit(job).ifPresent(Worker::give);
        return job.outcome();
    }

    /** All workers warm the kernels at the same time, as they later compute. A worker that starts later does not. */
    @Override
    public int warm(KernelWarmUp warmUp) {
        if (warmUp.kernels().isEmpty()) {
            return 0;
        }
        var question = new ParentMessage.WarmKernels(warmUp.kernels(), limit(warmUp));
        int all = warmUp.kernels().size();
        return ask(question, WorkerAnswers::warmed, WARMED_LIMIT, all).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Asks all workers at the same time. The answer of one that takes longer than the limit is the late one. */
    private <T> List<T> ask(
            ParentMessage question, Function<WorkerAnswers, CompletableFuture<T>> answer, Duration limit, T late) {
        byte[] message = ParentMessageCodec.encode(question);
        return queue.workers().stream()
                .map(worker ->
                        answer.apply(worker.ask(message)).completeOnTimeout(late, limit.toSeconds(), TimeUnit.SECONDS))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    /** The limit per kernel and worker, less where many workers share few cores. */
    private Duration limit(KernelWarmUp warmUp) {
        var fair = WARM_UP_LIMIT
                .multipliedBy(cores)
                .dividedBy((long) workers * warmUp.kernels().size());
        return fair.compareTo(warmUp.limit()) < 0 ? fair : warmUp.limit();
    }

    /** The processes that have said hello. */
    List<Long> pids() {
        return queue.workers().stream()
                .map(Worker::pid)
                .flatMapToLong(OptionalLong::stream)
                .sorted()
                .boxed()
                .toList();
    }

    /** Units that no worker has yet. */
    int waiting() {
        return queue.waiting();
    }

    @Override
    public Map<String, Double> counters() {
        int starts = supervisor.starts();
        double bytes = traffic.toWorkers().doubleValue() + traffic.fromWorkers().doubleValue();
        Map<String, Double> counters = new TreeMap<>(Map.of(
                "bytesPerUnit",
                bytes / Math.max(1, traffic.answers().doubleValue()),
                "workersStarted",
                (double) starts,
                "workersReplaced",
                (double) Math.max(0, starts - workers),
                "bytesToWorkers",
                traffic.toWorkers().doubleValue(),
                "bytesFromWorkers",
                traffic.fromWorkers().doubleValue(),
                CounterNames.HEAP,
                workers * ThisRuntime.heapMib())); // each has the flags of this JVM
        putUnlessZero(counters, "payloadsThroughFiles", traffic.payloadsThroughFiles());
        putUnlessZero(counters, "payloadsThroughPipes", traffic.payloadsThroughPipes());
        return counters;
    }

    /** Asks every worker. One that computes tells after its unit. */
    @Override
    public Map<String, Double> timesOfItsJvms() {
        var told = ask(new ParentMessage.TellTimes(), WorkerAnswers::times, TIMES_LIMIT, Map.of());
        boolean all = told.size() == supervisor.starts();
        Map<String, Double> sums = new TreeMap<>();
        for (var name : ThisRuntime.times().keySet()) {
            double sum = told.stream()
                    .mapToDouble(times -> times.getOrDefault(name, Double.NaN))
                    .sum();
            sums.put(name, all ? sum : Double.NaN);
        }
        return sums;
    }

    private static void putUnlessZero(Map<String, Double> counters, String name, LongAdder count) {
        if (count.sum() > 0) {
            counters.put(name, count.doubleValue());
        }
    }

    @Override
    public void close() {
        supervisor.stop("the model was closed");
        supervisor.join(END_LIMIT);
    }
}
