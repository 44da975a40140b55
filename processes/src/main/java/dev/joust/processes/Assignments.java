package dev.joust.processes;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * Which worker has which unit. A job is in one place: waiting, or with one worker. Not for several threads at once; the pool's lock guards it.
 *
 * @param <W> the workers
 */
final class Assignments<W> {
    private final Queue<Job> waiting = new ArrayDeque<>();
    private final Deque<W> idle = new ArrayDeque<>();
    private final Map<W, Job> busy = new HashMap<>();

    /** Gives the job to an idle worker; with none idle it waits. */
    Optional<W> add(Job job) {
        var worker = Optional.ofNullable(idle.pollFirst());
        worker.ifPresentOrElse(w -> busy.put(w, job), () -> waiting.add(job));
        return worker;
    }

    /** Gives a worker that has nothing the job that waited longest; with none waiting it is idle. */
    Optional<Job> ready(W worker) {
        var job = Optional.ofNullable(waiting.poll());
        job.ifPresentOrElse(j -> busy.put(worker, j), () -> idle.addLast(worker));
        return job;
    }

    /** Takes back the job that a worker has. */
    Optional<Job> take(W worker) {
        return Optional.ofNullable(busy.remove(worker));
    }

    /** Forgets a worker, and takes back the job that it had. */
    Optional<Job> remove(W worker) {
        idle.remove(worker);
        return take(worker);
    }

    /** Takes back all that wait. */
    List<Job> drain() {
        var jobs = List.copyOf(waiting);
        waiting.clear();
        return jobs;
    }

    /** The workers, idle and busy. */
    List<W> workers() {
        return Stream.concat(idle.stream(), busy.keySet().stream()).toList();
    }
}
