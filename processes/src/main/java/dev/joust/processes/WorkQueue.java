package dev.joust.processes;

import dev.joust.processes.Assignments.Given;
import dev.joust.processes.Assignments.Handed;
import dev.joust.trial.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The units of a pool, and which worker has which. For any number of threads: nobody is called, and nothing written, while its lock is
 * held. Where as many wait as may, callers do too, but for the pool's own threads: they have just taken a unit out.
 */
final class WorkQueue {
    /** A unit that is done. */
    record Done(Job job, Outcome outcome) {
        void settle() {
            job.settle(outcome);
        }
    }

    /**
     * What came of answers.
     *
     * @param next what the worker is given now
     * @param stranger what it answered that it did not have
     */
    record Answered(List<Done> done, List<Given> next, Optional<WorkerReply.Answer> stranger) {}

    /**
     * What comes of a worker's end.
     *
     * @param begun whether it had begun anything
     * @param lost what it had begun and nobody tries again
     * @param handed what others are given now
     */
    record Left(boolean begun, List<Done> lost, List<Handed<Worker>> handed) {}

    private final int mostWaiting;
    private final Assignments<Worker> assignments; // and all below: guarded by the lock
    private String stopped; // why there are no more answers
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    WorkQueue(Capacity capacity, int mostWaiting) {
        this.assignments = new Assignments<>(capacity);
        this.mostWaiting = mostWaiting;
    }

    /** Takes a job in, or settles it when there will be no answers any more; says who gets one now. */
    Optional<Handed<Worker>> submit(Job job) {
        String refused;
        lock.lock();
        try {
            while (stopped == null && assignments.waiting() >= mostWaiting && !WorkerThread.isCurrent()) {
                room.await();
            }
            if (stopped == null) {
                assignments.add(job);
                return assignments.next(System.nanoTime());
            }
            refused = stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refused = "interrupted while %d units were waiting".formatted(mostWaiting);
        } finally {
            lock.unlock();
        }
        job.settle(new Outcome.Failed(refused));
        return Optional.empty();
    }

    /** A worker can have its first units; these. */
    List<Given> join(Worker worker) {
        lock.lock();
        try {
            assignments.join(worker);
            return refilled(worker);
        } finally {
            lock.unlock();
        }
    }

    private List<Given> refilled(Worker worker) {
        var next = assignments.refill(worker, System.nanoTime());
        if (assignments.waiting() < mostWaiting) {
            room.signalAll();
        }
        return next;
    }

    /**
     * A worker has answered.
     *
     * @param more whether it is to have more; not when it answered what it did not have
     */
    Answered answered(Worker worker, List<WorkerReply.Answer> answers, boolean more) {
        List<Done> done = new ArrayList<>();
        Optional<WorkerReply.Answer> stranger = Optional.empty();
        lock.lock();
        try {
            for (var answer : answers) {
                var job = assignments.take(worker, answer);
                job.ifPresent(j -> done.add(new Done(j, answer.outcome())));
                if (job.isEmpty()) {
                    stranger = Optional.of(answer);
                }
            }
            return new Answered(done, more && stranger.isEmpty() ? refilled(worker) : List.of(), stranger);
        } finally {
            lock.unlock();
        }
    }

    /** A worker has ended. */
    Left leave(Worker worker, String reason) {
        List<Job> lost = new ArrayList<>();
        List<Handed<Worker>> handed = new ArrayList<>();
        lock.lock();
        try {
            var removed = assignments.remove(worker, worker.begun());
            lost.addAll(removed.lost());
            if (stopped != null) {
                lost.addAll(assignments.drain());
            }
            for (var next = assignments.next(System.nanoTime());
                    next.isPresent();
                    next = assignments.next(System.nanoTime())) {
                handed.add(next.get());
            }
            var failed = new Outcome.Failed(stopped == null ? reason : stopped);
            return new Left(
                    removed.begun(),
                    lost.stream().map(job -> new Done(job, failed)).toList(),
                    handed);
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing is taken in. What waited fails; empty when it was stopped before. */
    Optional<List<Done>> stop(String reason) {
        lock.lock();
        try {
            if (stopped != null) {
                return Optional.empty();
            }
            stopped = reason;
            room.signalAll();
            var failed = new Outcome.Failed(reason);
            return Optional.of(assignments.drain().stream()
                    .map(job -> new Done(job, failed))
                    .toList());
        } finally {
            lock.unlock();
        }
    }

    List<Worker> overdue(Duration deadline) {
        lock.lock();
        try {
            return assignments.overdue(System.nanoTime(), deadline);
        } finally {
            lock.unlock();
        }
    }

    /** Those that have joined and not left. */
    List<Worker> workers() {
        lock.lock();
        try {
            return assignments.workers();
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
}
