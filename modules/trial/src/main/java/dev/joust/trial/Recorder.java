package dev.joust.trial;

import dev.joust.trial.Completion.SentUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The completed units of one class of work, in columns of plain numbers. Recording allocates only when a column grows.
 * Everything expensive (histograms, the oracle) happens after the measured window. For the driver's thread.
 */
final class Recorder {
    private static final int MAX_REASONS = 5;
    private static final int INITIAL_CAPACITY = 1 << 12;

    private long[] seeds = new long[INITIAL_CAPACITY];
    private long[] intended = new long[INITIAL_CAPACITY];
    private long[] sent = new long[INITIAL_CAPACITY];
    private long[] done = new long[INITIAL_CAPACITY];
    private long[] digests = new long[INITIAL_CAPACITY];
    private int size;
    private long calls;
    private long bytes;
    private long callingNanos;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final List<Unfinished> unfinished = new ArrayList<>();
    private final List<FailedUnit> failures = new ArrayList<>();

    /**
     * A unit that was not done when the trial ended.
     *
     * @param sent empty: the model never got it
     */
    record Unfinished(long intended, OptionalLong sent, long until) {}

    /** A unit that failed at the instant {@code done}. */
    record FailedUnit(long intended, long sent, long done) {}

    void record(Completion completion) {
        switch (completion.outcome()) {
            case Outcome.Done(long digest, int unitCalls, long unitBytes) -> {
                if (size == seeds.length) {
                    grow();
                }
                seeds[size] = completion.unit().work().seed();
                intended[size] = completion.unit().intended();
                sent[size] = completion.unit().sent();
                done[size] = completion.done();
                digests[size] = digest;
                size++;
                calls += unitCalls;
                bytes += unitBytes;
                if (unitCalls > 0) {
                    callingNanos += completion.done() - completion.unit().sent();
                }
            }
            case Outcome.Failed(String reason) -> {
                failures.add(new FailedUnit(
                        completion.unit().intended(), completion.unit().sent(), completion.done()));
                if (reasons.size() < MAX_REASONS) {
                    reasons.add(reason);
                }
            }
        }
    }

    /** Records a unit that was not waited for. Its response time is at least the time until then. */
    void recordUnfinished(SentUnit unit, long until) {
        unfinished.add(new Unfinished(unit.intended(), OptionalLong.of(unit.sent()), until));
    }

    /** Records a unit that arrived and was not sent. */
    void recordUnsent(long unitIntended, long until) {
        unfinished.add(new Unfinished(unitIntended, OptionalLong.empty(), until));
    }

    private void grow() {
        int length = size * 2;
        seeds = Arrays.copyOf(seeds, length);
        intended = Arrays.copyOf(intended, length);
        sent = Arrays.copyOf(sent, length);
        done = Arrays.copyOf(done, length);
        digests = Arrays.copyOf(digests, length);
    }

    /** The number of answered units. */
    int size() {
        return size;
    }

    long seed(int i) {
        return seeds[i];
    }

    long intended(int i) {
        return intended[i];
    }

    long sent(int i) {
        return sent[i];
    }

    long done(int i) {
        return done[i];
    }

    long digest(int i) {
        return digests[i];
    }

    /** The number of requests that the service answered for these units. */
    long calls() {
        return calls;
    }

    /** The number of bytes read from response bodies for these units. */
    long bytes() {
        return bytes;
    }

    /** The time from sent to done, summed over the units that called the service. */
    long callingNanos() {
        return callingNanos;
    }

    /** The units that were not done when the trial ended. */
    List<Unfinished> unfinished() {
        return unfinished;
    }

    /** The units that failed. Their number is limited: {@link Dispatch} ends a trial of many. */
    List<FailedUnit> failures() {
        return failures;
    }

    /**
     * The time that all units were in flight within a window, in nanoseconds: of each the part of it from intended to
     * done, or until nobody waited for it. Divided by the length of the window it is the mean number in flight.
     *
     * @param timeout how long a client waits for a unit, in nanoseconds
     */
    double inFlightNanos(MeasuredWindow window, long timeout) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += window.part(intended[i], leaves(intended[i], done[i], timeout));
        }
        for (var unit : failures) {
            sum += window.part(unit.intended(), leaves(unit.intended(), unit.done(), timeout));
        }
        for (var unit : unfinished) {
            sum += window.part(unit.intended(), leaves(unit.intended(), unit.until(), timeout));
        }
        return sum;
    }

    /** When a unit leaves, to a client that waits so long: it is done, or the client gives up. */
    static long leaves(long intended, long done, long timeout) {
        return done - intended < timeout ? done : intended + timeout;
    }

    /** The number of failed units. */
    long failed() {
        return failures.size();
    }

    /** The first {@value #MAX_REASONS} different reasons of failure. */
    List<String> reasons() {
        return new ArrayList<>(reasons);
    }
}
