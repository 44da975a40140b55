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
 * Which worker has which unit. A job is in one place: waiting, or with one worker. Not for several threads at once; the pool's lock guards it.
 *
 * @param <W> the workers
 */
final class Assignments<W> {
    /**
     * What lies ready at a worker is done within so long. Longer units are given out one by one, for another worker may be free before;
     * a millisecond of short ones is worth one write, and makes no difference to anybody who waits for the last.
     */
    private static final double LIES_READY_NANOS = Duration.ofMillis(1).toNanos();

    /** A job, and what a worker answers it by. */
    record Given(int tag, Job job, long since) {}

    /**
     * What a worker had.
     *
     * @param begun whether it had begun anything
     * @param lost what it had begun and nobody tries again
     */
    record Removed(boolean begun, List<Job> lost) {}

    /** What a worker is given now. */
    record Handed<W>(W worker, List<Given> given) {}

    private static final class Lane {
        private final Map<Integer, Given> given = new LinkedHashMap<>();
        private int lastTag;
    }

    private final Capacity capacity;
    private final UnitTimes pace = new UnitTimes();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Deque<W> free = new ArrayDeque<>();
    private final Map<W, Lane> lanes = new HashMap<>();

    /** @param capacity of each worker */
    Assignments(Capacity capacity) {
        this.capacity = capacity;
    }

    /** Takes a job in; {@link #next} says who gets it. */
    void add(Job job) {
        waiting.addLast(job);
    }

    /** A worker that has nothing yet; {@link #refill} says what it gets. */
    void join(W worker) {
        lanes.put(worker, new Lane());
    }

    /** Gives the job that waited longest to a worker with a free thread; empty when there is no such pair. */
    Optional<Handed<W>> next(long now) {
        if (waiting.isEmpty() || free.isEmpty()) {
            return Optional.empty();
        }
        var worker = free.removeFirst();
        var lane = lanes.get(worker);
        var given = give(lane, now);
        offer(worker, lane);
        return Optional.of(new Handed<>(worker, List.of(given)));
    }

    /** Gives a worker what it can take; with nothing waiting it is free. */
    List<Given> refill(W worker, long now) {
        var lane = lanes.get(worker);
        if (lane == null) {
            return List.of();
        }
        List<Given> given = new ArrayList<>();
        double expected = expected(lane);
        while (!waiting.isEmpty()) {
            expected += pace.expected(waiting.getFirst().assignment().id());
            if (!takes(lane, expected)) {
                break;
            }
            given.add(give(lane, now));
        }
        free.remove(worker);
        offer(worker, lane);
        return given;
    }

    private void offer(W worker, Lane lane) {
        if (lane.given.size() < capacity.threads()) {
            free.addFirst(worker); // the one that was busy last is warm, and so are the caches
        }
    }

    private boolean takes(Lane lane, double expected) {
        int has = lane.given.size();
        return has < capacity.threads() || has < capacity.threads() + capacity.ahead() && expected <= LIES_READY_NANOS;
    }

    private Given give(Lane lane, long now) {
        var job = waiting.removeFirst();
        var given = new Given(++lane.lastTag, job, now);
        lane.given.put(given.tag(), given);
        return given;
    }

    private double expected(Lane lane) {
        double sum = 0;
        for (var given : lane.given.values()) {
            sum += pace.expected(given.job().assignment().id());
        }
        return sum;
    }

    /** Takes a job that a worker has done from it; empty when the worker does not have it. */
    Optional<Job> take(W worker, WorkerReply.Answer answer) {
        var lane = lanes.get(worker);
        var given = lane == null ? null : lane.given.remove(answer.tag());
        if (given == null) {
            return Optional.empty();
        }
        pace.add(given.job().assignment().id(), answer.nanos());
        return Optional.of(given.job());
    }

    /**
     * Forgets a worker, and takes back what it had. What it had not begun waits again, before all others; so does what may be tried again.
     *
     * @param begun the tag of the last job that it has begun
     */
    Removed remove(W worker, int begun) {
        free.remove(worker);
        var lane = lanes.remove(worker);
        List<Job> lost = new ArrayList<>();
        List<Job> again = new ArrayList<>();
        boolean any = false;
        for (var given : lane == null ? List.<Given>of() : lane.given.values()) {
            if (given.tag() - begun > 0) {
                again.add(given.job());
                continue;
            }
            any = true;
            if (given.job().triesLeft() > 0) {
                again.add(given.job().again());
            } else {
                lost.add(given.job());
            }
        }
        again.reversed().forEach(waiting::addFirst);
        return new Removed(any, lost);
    }

    /** The workers that have had a job for so long that they cannot be expected to end. */
    List<W> overdue(long now, Duration deadline) {
        return lanes.entrySet().stream()
                .filter(lane -> lane.getValue().given.values().stream()
                        .anyMatch(given -> now - given.since() > deadline.toNanos()))
                .map(Map.Entry::getKey)
                .toList();
    }

    int waiting() {
        return waiting.size();
    }

    /** Takes back all that wait. */
    List<Job> drain() {
        var jobs = List.copyOf(waiting);
        waiting.clear();
        return jobs;
    }

    /** The workers, free and busy. */
    List<W> workers() {
        return List.copyOf(lanes.keySet());
    }
}
