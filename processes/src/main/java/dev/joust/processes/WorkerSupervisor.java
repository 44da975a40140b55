package dev.joust.processes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The workers that live, or are about to: how many were started, who is replaced and how soon, and when to give up. For any number of
 * threads.
 */
final class WorkerSupervisor {
    /**
     * A worker that ends before its first unit says that all will; some may have been killed, all of them at one stroke too. Past this many in a
     * row, for each slot, no more are forked. One that has begun a unit is no such sign: it may be the unit, which fails with it.
     */
    static final int MOST_FUTILE_A_SLOT = 3;

    /** Before the first that has answered nothing is replaced; each further one in a row waits twice as long, three times over. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final int MOST_DOUBLINGS = 3;

    private final int mostFutile;
    private final Function<String, Worker> recruiter;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Worker> members = new ArrayList<>(); // and all below: guarded by this
    private int started;
    private int unanswered; // ends in a row since the last answer, of workers that had given none
    private int futile; // of these, those since the last that had begun a unit
    private boolean dismissed;

    /**
     * @param slots how many live at once
     * @param recruiter makes a worker of a name, and does not start it
     */
    WorkerSupervisor(int slots, Function<String, Worker> recruiter) {
        this.mostFutile = MOST_FUTILE_A_SLOT * slots;
        this.recruiter = recruiter;
    }

    /** Starts one more worker; none once dismissed. */
    synchronized Optional<Worker> recruit() {
        if (dismissed) {
            return Optional.empty();
        }
        members.removeIf(Worker::gone);
        started++;
        var worker = recruiter.apply("processes-worker-" + started);
        members.add(worker);
        worker.start();
        return Optional.of(worker);
    }

    /** A unit was answered: workers can. */
    synchronized void succeeded() {
        unanswered = 0;
        futile = 0;
    }

    /** A worker has ended that has answered nothing. Says whether it is hopeless to start another. */
    synchronized boolean hopeless(boolean begun) {
        unanswered++;
        futile = begun ? 0 : futile + 1;
        return futile >= mostFutile;
    }

    /** Waits as long as the last ones' bad luck asks for, or until all are dismissed. */
    void pause() {
        int inARow;
        synchronized (this) {
            inARow = unanswered;
        }
        if (inARow > 0) {
            try {
                over.await(FIRST_PAUSE.toMillis() << Math.min(inARow - 1, MOST_DOUBLINGS), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    int mostFutile() {
        return mostFutile;
    }

    synchronized int started() {
        return started;
    }

    /** Kills all, starts no more. Returns at once. */
    void dismiss(String reason) {
        synchronized (this) {
            dismissed = true;
        }
        over.countDown();
        members().forEach(worker -> worker.kill(reason));
    }

    /**
     * Waits until processes and threads have ended; for after {@link #dismiss}. An interrupt does not shorten it.
     *
     * @throws IllegalStateException when one has not ended in time
     */
    void join(Duration limit) {
        boolean interrupted = false;
        for (var worker : members()) {
            boolean joined = false;
            while (!joined) {
                try {
                    if (!worker.join(limit)) {
                        throw new IllegalStateException(
                                "worker %d did not end within %s".formatted(worker.pid(), limit));
                    }
                    joined = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized List<Worker> members() {
        return List.copyOf(members);
    }
}
