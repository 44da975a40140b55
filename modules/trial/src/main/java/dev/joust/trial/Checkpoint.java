package dev.joust.trial;

/**
 * The points in interruptible computation where the computing thread may hand its lock over, as CPython's eval breaker
 * does on loop back-edges. The innermost loops of interruptible kernels poll it on the computing thread.
 *
 * <p>It is a class and not an interface for the sake of the poll's cost. Behind an interface, a process that runs two
 * kinds of checkpoints calls each poll through a table: the oracle's, and that of a model with a lock. So one class
 * serves every model, and an idle poll is one volatile load.
 *
 * <p><b>Threads.</b> {@link #poll} is for the thread that computes, the other methods are for any thread.
 */
public final class Checkpoint {
    /** For models without a lock: a poll does nothing, whatever is requested. */
    public static final Checkpoint NONE = new Checkpoint(() -> {});

    private final Runnable handOver;
    private volatile boolean requested;

    /**
     * A checkpoint without a request.
     *
     * @param handOver hands the lock over; may park the calling thread, never throws; it or another thread withdraws
     *     the request
     */
    public Checkpoint(Runnable handOver) {
        this.handOver = handOver;
    }

    /** Hands the lock over if that is requested. */
    public void poll() {
        if (requested) {
            handOver.run();
        }
    }

    /** Whether a request stands. */
    public boolean isRequested() {
        return requested;
    }

    /** Requests that the computing thread hand its lock over at its next poll. */
    public void request() {
        requested = true;
    }

    /** Withdraws the request. Writes only when one stands: a volatile write costs a fence, a read does not. */
    public void withdraw() {
        if (requested) {
            requested = false;
        }
    }
}
