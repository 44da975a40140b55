package dev.joust.processes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which worker has which job. A job is in one place: it waits, or one worker has it. For one thread at a time; the lock
 * of the queue guards it.
 *
 * @param <W> the workers
 */
final class Assignments<W> {
    /**
     * What lies ready at a worker takes at most this long in sum. Longer units are given one by one, because another
     * worker may be free sooner. A millisecond of short units is worth one write, and delays the last of them too
     * little to matter.
     */
    private static final double MAX_READY_NANOS = Duration.ofMillis(1).toNanos();

    /**
     * A job that a worker has.
     *
     * @param tag which the worker's answer names
     * @param since when the worker got it, in nanoseconds
     * @param event which a recording may have enabled
     */
    record AssignedJob(int tag, Job job, long since, WorkerUnit event) {}

    /**
     * What a worker that was removed had.
     *
     * @param begun whether it had begun a job
     * @param lost jobs that it had begun and that are not tried again
     */
    record RemovedWorker(boolean begun, List<Job> lost) {}

    /** Jobs that a worker gets now. */
    record Handover<W>(W worker, List<AssignedJob> jobs) {}

    /** The jobs of one worker by tag, in the order in which it got them. */
    private static final class WorkerLoad {
        private final Map<Integer, AssignedJob> jobs = new LinkedHashMap<>();
        private int lastTag;
    }

    private final WorkerCapacity capacity;
    private final UnitTimes unitTimes = new UnitTimes();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Deque<W> free = new ArrayDeque<>();
    private final Map<W, WorkerLoad> loads = new HashMap<>();

    /** @param capacity of each worker */
    Assignments(WorkerCapacity capacity) {
        this.capacity = capacity;
    }

    /** Lets a job wait. {@link #next} says who gets it. */
    void add(Job job) {
        waiting.addLast(job);
    }

    /** Adds a worker without jobs. {@link #refill} says what it gets. */
    void join(W worker) {
        loads.put(worker, new WorkerLoad());
    }

    /**
     * Gives the job that has waited longest to a free worker: one with a free thread. Empty when there is no such
     * pair.
     */
    Optional<Handover<W>> next(long now) {
        if (waiting.isEmpty() || free.isEmpty()) {
            return Optional.empty();
        }
        var worker = leastBusy();
        free.remove(worker);
        var load = loads.get(worker);
        var assigned = assign(load, now);
        offer(worker, load);
        return Optional.of(new Handover<>(worker, List.of(assigned)));
    }

    /**
     * The free worker with the fewest jobs. Of several with as few, the one that was busy last: its caches are
     * warm.
     */
    private W leastBusy() {
        var leastBusy = free.getFirst();
        for (var worker : free) {
            if (loads.get(worker).jobs.size() < loads.get(leastBusy).jobs.size()) {
                leastBusy = worker;
            }
        }
        return leastBusy;
    }

    /** Gives a worker the jobs that it can take. A worker with a free thread is free afterwards. */
    List<AssignedJob> refill(W worker, long now) {
        var load = loads.get(worker);
        if (load == null) {
            return List.of();
        }
        List<AssignedJob> assigned = new ArrayList<>();
        double expected = expectedNanos(load);
        while (!waiting.isEmpty()) {
            expected += unitTimes.expected(waiting.getFirst().task().workClass());
            if (!canTake(load, expected)) {
                break;
            }
            assigned.add(assign(load, now));
        }
        free.remove(worker);
        offer(worker, load);
        return assigned;
    }

    private void offer(W worker, WorkerLoad load) {
        if (load.jobs.size() < capacity.threads()) {
            free.addFirst(worker);
        }
    }

    private boolean canTake(WorkerLoad load, double expectedNanos) {
        int has = load.jobs.size();
        return has < capacity.threads()
                || has < capacity.threads() + capacity.ahead() && expectedNanos <= MAX_READY_NANOS;
    }

    private AssignedJob assign(WorkerLoad load, long now) {
        var job = waiting.removeFirst();
        var assigned = new AssignedJob(++load.lastTag, job, now, WorkerUnit.assigned(job));
        load.jobs.put(assigned.tag(), assigned);
        return assigned;
    }

    private double expectedNanos(WorkerLoad load) {
        double sum = 0;
        for (var assigned : load.jobs.values()) {
            sum += unitTimes.expected(assigned.job().task().workClass());
        }
        return sum;
    }

    /** Takes the job of a result from its worker. Empty when the worker does not have it. */
    Optional<Job> take(W worker, WorkerReply.TaskResult result) {
        var load = loads.get(worker);
        var assigned = load == null ? null : load.jobs.remove(result.tag());
        if (assigned == null) {
            return Optional.empty();
        }
        assigned.event().answered();
        unitTimes.add(assigned.job().task().workClass(), result.nanos());
        return Optional.of(assigned.job());
    }

    /**
     * Removes a worker. Jobs that it had not begun wait again, before all others. So do jobs that may be tried again.
     *
     * @param begunTag of the last job that it has begun
     */
    RemovedWorker remove(W worker, int begunTag) {
        free.remove(worker);
        var load = loads.remove(worker);
        List<Job> lost = new ArrayList<>();
        List<Job> again = new ArrayList<>();
        boolean begun = false;
        for (var assigned : load == null ? List.<AssignedJob>of() : load.jobs.values()) {
            if (assigned.tag() - begunTag > 0) {
                again.add(assigned.job());
                continue;
            }
            begun = true;
            if (assigned.job().retries() > 0) {
                again.add(assigned.job().retry());
            } else {
                lost.add(assigned.job());
            }
        }
        again.reversed().forEach(waiting::addFirst);
        return new RemovedWorker(begun, lost);
    }

    /** The workers that have had a job for longer than the deadline. */
    List<W> overdue(long now, Duration deadline) {
        return loads.entrySet().stream()
                .filter(load -> load.getValue().jobs.values().stream()
                        .anyMatch(assigned -> now - assigned.since() > deadline.toNanos()))
                .map(Map.Entry::getKey)
                .toList();
    }

    int waiting() {
        return waiting.size();
    }

    /** Removes and returns all jobs that wait. */
    List<Job> drain() {
        var jobs = List.copyOf(waiting);
        waiting.clear();
        return jobs;
    }

    /** The workers, free and busy. */
    List<W> workers() {
        return List.copyOf(loads.keySet());
    }
}
