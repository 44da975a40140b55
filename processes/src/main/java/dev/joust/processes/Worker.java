package dev.joust.processes;

import dev.joust.processes.Assignments.AssignedJob;
import dev.joust.processes.Assignments.Handover;
import dev.joust.processes.WorkQueue.FinishedJob;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A worker as its parent sees it. Its thread forks the process, reads the replies and gives the worker its next jobs.
 * When the process ends, the thread takes the worker off the queue and reports the end.
 */
final class Worker {
    /** The most results that are passed on at once, of those that came with one read. */
    private static final int MAX_BATCH = 256;

    private final WorkerSpec spec;
    private final WorkQueue<Worker> queue;
    private final Definitions definitions;
    private final WorkerListener listener;
    private final SharedSegments segments;
    private final JobEncoder encoder;
    private final Thread thread;
    private volatile WorkerProcess process;
    private volatile String killReason;
    private volatile boolean greeted;
    private final WorkerAnswers answers = new WorkerAnswers();
    private BegunMarker marker; // this and the next two: of the worker's thread
    private boolean unmarkable;
    private boolean useful;

    /** Starts nothing yet. */
    Worker(String name, WorkerSpec spec, WorkQueue<Worker> queue, Definitions definitions, WorkerListener listener) {
        this.spec = spec;
        this.queue = queue;
        this.definitions = definitions;
        this.listener = listener;
        this.segments = new SharedSegments(spec.folder(), spec.traffic());
        this.encoder = new JobEncoder(segments, spec.options().wire().inlineBytes());
        this.thread = new WorkerThread(name, this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        String reason;
        try {
            reason = live();
        } catch (IOException e) {
            reason = "the files that a worker shared cannot be deleted: " + e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason = "interrupted while a worker ended";
            kill(reason);
        } catch (RuntimeException | Error e) { // a slot must not be lost with its thread
            reason = "the thread of a worker failed: " + e;
            kill(reason);
        }
        leave(reason);
    }

    /** From the fork to the end of the process. Returns how it ended. */
    private String live() throws IOException, InterruptedException {
        try {
            process = WorkerProcess.fork(spec, thread.getName());
        } catch (IOException e) {
            return "a worker cannot be forked: " + e.getMessage();
        }
        try {
            if (killReason != null) { // given before there was a process to kill
                process.kill();
            }
            process.send(spec.setup());
            var problem = converse();
            return process.end(Optional.ofNullable(killReason).or(() -> problem));
        } finally {
            segments.close();
            if (marker != null) {
                marker.memory().delete();
            }
        }
    }

    /** Handles replies until the worker closes its output. Returns what was wrong with a reply, if anything was. */
    private Optional<String> converse() {
        List<WorkerReply.TaskResult> results = new ArrayList<>();
        try {
            for (var reply = process.reply(); reply.isPresent(); reply = process.reply()) {
                if (greeted == reply.get() instanceof WorkerReply.Greeting) {
                    throw new BadFrameException(reply.get() + " out of turn");
                }
                handle(reply.get(), results);
                if (!results.isEmpty() && (!process.hasMore() || results.size() == MAX_BATCH)) {
                    var unexpected = finish(results, true);
                    if (unexpected.isPresent()) {
                        throw new BadFrameException("it answered a unit that it was not given: " + unexpected.get());
                    }
                }
            }
            return Optional.empty();
        } catch (BadFrameException e) {
            finish(results, false); // the results before the bad frame are good
            return Optional.of(e.getMessage());
        } catch (RuntimeException | Error e) { // it ends this worker, not the parent
            finish(results, false);
            return Optional.of(e.toString());
        }
    }

    private void handle(WorkerReply reply, List<WorkerReply.TaskResult> results) throws BadFrameException {
        switch (reply) {
            case WorkerReply.Greeting g -> {
                greeted = true;
                giveNext(queue.join(this));
                listener.started().run();
            }
            case WorkerReply.ClassRequest(int id) -> process.send(definitions.frame(id));
            case WorkerReply.KernelsWarmed(int cold) -> answers.warmed().complete(cold);
            case WorkerReply.Times(var millis) -> answers.times().complete(millis);
            case WorkerReply.TaskResult result -> results.add(result);
        }
    }

    /**
     * Gives the worker its next jobs, then completes the finished ones. Clears the list.
     *
     * @param more whether the worker gets new jobs
     * @return a result of a job that the worker did not have
     */
    private Optional<WorkerReply.TaskResult> finish(List<WorkerReply.TaskResult> results, boolean more) {
        var batch = List.copyOf(results);
        results.clear();
        batch.forEach(result -> segments.release(result.tag()));
        var finished = queue.finish(this, batch, more);
        useful |= !finished.jobs().isEmpty();
        spec.traffic().answers().add(finished.jobs().size());
        try {
            giveNext(finished.next());
        } finally {
            finished.jobs().forEach(FinishedJob::settle);
        }
        return finished.unexpected();
    }

    /** Fails what the worker had begun, and reports its end. */
    private void leave(String reason) {
        var departure = queue.leave(this, begun(), reason);
        try {
            departure.reassigned().forEach(Worker::give);
            departure.lost().forEach(FinishedJob::settle);
        } finally {
            answers.end();
            listener.ended().accept(new WorkerEnd(useful, departure.begun(), reason));
        }
    }

    /** The tag of the last unit that the worker has begun. Without a marker every unit counts as begun. */
    private int begun() {
        return marker == null ? Integer.MAX_VALUE : marker.begun();
    }

    /**
     * On the worker's thread. The first job of a worker needs no marker, because none lies ready behind it. Where no
     * marker can be created, the worker goes on without.
     */
    private void giveNext(List<AssignedJob> jobs) {
        boolean behind = spec.options().capacity().ahead() > 0 && (useful || jobs.size() > 1);
        if (marker == null && !unmarkable && behind && !jobs.isEmpty()) {
            try {
                marker = BegunMarker.create(spec.folder(), jobs.getFirst().tag() - 1);
                process.send(ParentMessageCodec.encode(
                        new ParentMessage.UseMarker(marker.memory().file())));
            } catch (IOException e) {
                unmarkable = true;
            }
        }
        give(jobs);
    }

    /** Gives a worker jobs that the queue has assigned to it. For any thread. */
    static void give(Handover<Worker> handover) {
        handover.worker().give(handover.jobs());
    }

    /**
     * Writes jobs with one write, which cannot block. What may lie ready at a worker is 129 messages of 21 bytes. That
     * is less than a page, the least that Linux gives a pipe. Classes of work can be longer, so the worker's thread
     * writes them. A payload can block its writer until the worker has read it, or is killed at its deadline.
     */
    private void give(List<AssignedJob> jobs) {
        if (jobs.isEmpty()) {
            return;
        }
        try {
            process.send(encoder.encode(jobs));
        } catch (IOException e) {
            kill("a unit cannot be given to it: " + e.getMessage());
        }
    }

    /** Sends the frame of a question: {@link ParentMessage.WarmKernels} or {@link ParentMessage.TellTimes}. */
    WorkerAnswers ask(byte[] question) {
        process.send(question);
        return answers;
    }

    /** Kills the process. The worker's thread then reports its end. */
    void kill(String reason) {
        killReason = reason;
        var forked = process;
        if (forked != null) {
            forked.kill();
        }
    }

    void killUnlessGreeted(Duration limit) {
        if (!greeted) {
            kill("it did not say hello within " + limit);
        }
    }

    /** Waits for the worker's thread, which ends after the process. Returns at once on that thread. */
    boolean join(Duration limit) throws InterruptedException {
        return thread == Thread.currentThread() || thread.join(limit);
    }

    boolean gone() {
        return thread.getState() == Thread.State.TERMINATED;
    }

    /** Empty before the fork. */
    OptionalLong pid() {
        var forked = process;
        return forked == null ? OptionalLong.empty() : OptionalLong.of(forked.pid());
    }

    @Override
    public String toString() {
        var pid = pid();
        return pid.isPresent() ? "worker " + pid.getAsLong() : thread.getName() + ", which is not forked yet,";
    }
}
