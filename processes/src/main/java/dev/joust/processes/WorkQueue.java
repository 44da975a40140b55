package dev.joust.processes;

import dev.joust.processes.Assignments.AssignedJob;
import dev.joust.processes.Assignments.Handover;
import dev.joust.trial.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The units of a pool, and which worker has which. For any number of threads. Under its lock no
 * callback runs and nothing is written. Any number of units may wait, so that no caller does: a generator that waited
 * would send late what arrives meanwhile.
 *
 * @param <W> the workers
 */
final class WorkQueue<W> {
    /** A job and its outcome, before the job is settled. */
    record FinishedJob(Job job, Outcome outcome) {
        void settle() {
            job.settle(outcome);
        }
    }

    /**
     * What follows from the results of a worker.
     *
     * @param next what the worker gets now
     * @param unexpected a result of a job that the worker did not have
     */
    record FinishedJobs(List<FinishedJob> jobs, List<AssignedJob> next, Optional<WorkerReply.TaskResult> unexpected) {}

    /**
     * What follows from the end of a worker.
     *
     * @param begun whether it had begun a job
     * @param lost jobs that it had begun and that are not tried again
     * @param reassigned what other workers get now
     */
    record Departure<W>(boolean begun, List<FinishedJob> lost, List<Handover<W>> reassigned) {}

    private final Assignments<W> assignments; // this and the next: guarded by the lock
    private String stopReason; // null while jobs are taken in
    private final ReentrantLock lock = new ReentrantLock();

    WorkQueue(WorkerCapacity capacity) {
        this.assignments = new Assignments<>(capacity);
    }

    /** Takes a job in and says who gets a job now. A stopped queue fails the job. */
    Optional<Handover<W>> submit(Job job) {
        String refusal;
        lock.lock();
        try {
            if (stopReason == null) {
                assignments.add(job);
                return assignments.next(System.nanoTime());
            }
            refusal = stopReason;
        } finally {
            lock.unlock();
        }
        job.settle(new Outcome.Failed(refusal));
        return Optional.empty();
    }

    /** Adds a worker and returns its first jobs. */
    List<AssignedJob> join(W worker) {
        return locked(() -> {
            assignments.join(worker);
            return refill(worker);
        });
    }

    private List<AssignedJob> refill(W worker) {
        return assignments.refill(worker, System.nanoTime());
    }

    /**
     * Takes the jobs of these results from their worker.
     *
     * @param more whether the worker gets new jobs; it gets none after an unexpected result
     */
    FinishedJobs finish(W worker, List<WorkerReply.TaskResult> results, boolean more) {
        return locked(() -> {
            List<FinishedJob> finished = new ArrayList<>();
            Optional<WorkerReply.TaskResult> unexpected = Optional.empty();
            for (var result : results) {
                var job = assignments.take(worker, result);
                job.ifPresent(j -> finished.add(new FinishedJob(j, result.outcome())));
                if (job.isEmpty()) {
                    unexpected = Optional.of(result);
                }
            }
            return new FinishedJobs(finished, more && unexpected.isEmpty() ? refill(worker) : List.of(), unexpected);
        });
    }

    /**
     * Removes a worker that has ended.
     *
     * @param begunTag of the last job that it has begun
     */
    Departure<W> leave(W worker, int begunTag, String reason) {
        return locked(() -> {
            var removed = assignments.remove(worker, begunTag);
            List<Job> lost = new ArrayList<>(removed.lost());
            if (stopReason != null) {
                lost.addAll(assignments.drain());
            }
            List<Handover<W>> reassigned = new ArrayList<>();
            for (var next = assignments.next(System.nanoTime());
                    next.isPresent();
                    next = assignments.next(System.nanoTime())) {
                reassigned.add(next.get());
            }
            return new Departure<>(removed.begun(), fail(lost, stopReason == null ? reason : stopReason), reassigned);
        });
    }

    /** Takes no more jobs in, and fails those that wait. Empty when the queue was stopped before. */
    Optional<List<FinishedJob>> stop(String reason) {
        return locked(() -> {
            if (stopReason != null) {
                return Optional.empty();
            }
            stopReason = reason;
            return Optional.of(fail(assignments.drain(), reason));
        });
    }

    private static List<FinishedJob> fail(List<Job> jobs, String reason) {
        var failed = new Outcome.Failed(reason);
        return jobs.stream().map(job -> new FinishedJob(job, failed)).toList();
    }

    /** The workers that have had a job for longer than the deadline. */
    List<W> overdue(Duration deadline) {
        return locked(() -> assignments.overdue(System.nanoTime(), deadline));
    }

    /** The workers that have joined and not left. */
    List<W> workers() {
        return locked(assignments::workers);
    }

    /** Units that no worker has yet. */
    int waiting() {
        return locked(assignments::waiting);
    }

    private <T> T locked(Supplier<T> body) {
        lock.lock();
        try {
            return body.get();
        } finally {
            lock.unlock();
        }
    }
}
