package dev.joust.processes;

import java.time.Duration;
import java.util.Optional;

/** Says how soon a worker that has ended is replaced, and when to give up. For one thread at a time. */
final class RestartPolicy {
    /**
     * After this many failed starts in a row, per slot, no more workers are forked. A start has failed when the worker
     * ends before it has begun a unit. A worker that has begun one does not count: the unit may be at fault, and fails
     * with it.
     */
    static final int MAX_FAILED_STARTS_PER_SLOT = 3;

    /** The pause before a worker that has answered nothing is replaced. It doubles for each further one in a row. */
    static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final int MAX_DOUBLINGS = 3;

    private final int maxFailedStarts;
    private long answersSeen;
    private int unanswered; // workers in a row that ended without an answer, since the last answer of any worker
    private int failedStarts; // of these, those since the last that had begun a unit

    RestartPolicy(int slots) {
        this.maxFailedStarts = MAX_FAILED_STARTS_PER_SLOT * slots;
    }

    int maxFailedStarts() {
        return maxFailedStarts;
    }

    /**
     * The pause before a worker that has ended is replaced.
     *
     * @param answers of all workers so far
     * @return empty when no more workers are to be started
     */
    Optional<Duration> pauseAfter(WorkerEnd end, long answers) {
        if (answers != answersSeen) {
            answersSeen = answers;
            unanswered = 0;
            failedStarts = 0;
        }
        if (!end.useful()) {
            unanswered++;
            failedStarts = end.begun() ? 0 : failedStarts + 1;
            if (failedStarts >= maxFailedStarts) {
                return Optional.empty();
            }
        }
        int doublings = Math.min(unanswered - 1, MAX_DOUBLINGS);
        return Optional.of(unanswered == 0 ? Duration.ZERO : FIRST_PAUSE.multipliedBy(1L << doublings));
    }
}
