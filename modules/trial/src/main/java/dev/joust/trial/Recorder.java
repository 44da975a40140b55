package dev.joust.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the driver has seen of one class of work: columns of plain numbers, so that recording allocates nothing but now and then a
 * longer column. Everything that costs (histograms, the oracle) happens after the clock. For the driver's thread.
 */
final class Recorder {
    private static final int REASONS = 5;

    private long[] seeds = new long[1 << 12];
    private long[] intended = new long[1 << 12];
    private long[] sent = new long[1 << 12];
    private long[] done = new long[1 << 12];
    private long[] digests = new long[1 << 12];
    private int size;
    private long calls;
    private long bytes;
    private long failed;
    private final Set<String> reasons = new LinkedHashSet<>();
    private final List<Unfinished> unfinished = new ArrayList<>();

    /** A unit that was still on its way when the trial ended. */
    record Unfinished(long intended, long until) {}

    void record(Completion unit) {
        switch (unit.outcome()) {
            case Outcome.Done(long digest, int unitCalls, long unitBytes) -> {
                if (size == seeds.length) {
                    grow();
                }
                seeds[size] = unit.sending().work().seed();
                intended[size] = unit.sending().intended();
                sent[size] = unit.sending().sent();
                done[size] = unit.done();
                digests[size] = digest;
                size++;
                calls += unitCalls;
                bytes += unitBytes;
            }
            case Outcome.Failed(String reason) -> {
                failed++;
                if (reasons.size() < REASONS) {
                    reasons.add(reason);
                }
            }
        }
    }

    /** A unit was not waited for; its response time is at least what it had waited until then. */
    void recordUnfinished(long unitIntended, long until) {
        unfinished.add(new Unfinished(unitIntended, until));
    }

    private void grow() {
        int length = size * 2;
        seeds = Arrays.copyOf(seeds, length);
        intended = Arrays.copyOf(intended, length);
        sent = Arrays.copyOf(sent, length);
        done = Arrays.copyOf(done, length);
        digests = Arrays.copyOf(digests, length);
    }

    /** How many units were answered. */
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

    /** Requests answered for the units that were done. */
    long calls() {
        return calls;
    }

    /** Bytes of bodies read for the units that were done. */
    long bytes() {
        return bytes;
    }

    /** The units that were still on their way at the end. */
    List<Unfinished> unfinished() {
        return unfinished;
    }

    /** How many units failed. */
    long failed() {
        return failed;
    }

    /** The first few different reasons of failure. */
    List<String> reasons() {
        return new ArrayList<>(reasons);
    }
}
