package dev.joust.trial;

import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/** A model on virtual time: units queue for its slots in order of arrival, and each occupies a slot for a time. */
final class QueueServer implements WorkRunner {
    private final VirtualClock clock;
    private final LongSupplier serviceTimes;
    private final LongUnaryOperator starting;
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    QueueServer(VirtualClock clock, int slots, LongSupplier serviceTimes) {
        this(clock, slots, serviceTimes, LongUnaryOperator.identity());
    }

    /**
     * A server that stalls.
     *
     * @param starting when a unit starts that could start at an instant
     */
    QueueServer(VirtualClock clock, int slots, LongSupplier serviceTimes, LongUnaryOperator starting) {
        this.clock = clock;
        this.serviceTimes = serviceTimes;
        this.starting = starting;
        for (int i = 0; i < slots; i++) {
            free.add(0L);
        }
    }

    @Override
    public CompletionStage<Outcome> run(Work work) {
        var stage = new CompletableFuture<Outcome>();
        clock.at(done(clock.nanos()), () -> stage.complete(new Outcome.Done(work.seed(), 0, 0)));
        return stage;
    }

    /** When a unit is done that is sent at this instant. */
    long done(long sent) {
        long done = starting.applyAsLong(Math.max(sent, free.remove())) + serviceTimes.getAsLong();
        free.add(done);
        return done;
    }

    @Override
    public void close() {
        // nothing was started
    }
}
