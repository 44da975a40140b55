package dev.joust.trial;

import dev.joust.trial.Measurement.OpenResult;
import dev.joust.trial.Measurement.Second;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Counts the recorded units of one class of an open load, after the measured window. A unit belongs to the window, and
 * to the second of it, in which it was intended. It counts as done in the second in which it is answered.
 */
final class OpenTally {
    private static final long SECOND = 1_000_000_000;

    /** Units that are due at the very end of the window are sent a little later. They count as sent within it. */
    private static final long SEND_GRACE_NANOS = 1_000_000;

    private final MeasuredWindow window;
    private final long deadline;
    private final long timeout;
    private final long[] offered;
    private final long[] answered;
    private final long[] ended;
    private final List<LongStream.Builder> responses;
    private long inFlightAtStart;
    private long sent;
    private long inTime;
    private long timedOut;

    /**
     * An empty tally.
     *
     * @param deadline a unit that takes longer is not in time, in nanoseconds
     * @param timeout a unit that takes longer counts with this response time, in nanoseconds
     */
    OpenTally(MeasuredWindow window, long deadline, long timeout) {
        this.window = window;
        this.deadline = deadline;
        this.timeout = timeout;
        int seconds = (int) Math.max(1, Math.ceilDiv(window.nanos(), SECOND));
        offered = new long[seconds];
        answered = new long[seconds];
        ended = new long[seconds];
        responses = Stream.generate(LongStream::builder).limit(seconds).toList();
    }

    /** The result of these units. */
    OpenResult result(Recorder units) {
        for (int i = 0; i < units.size(); i++) {
            long response = units.done(i) - units.intended(i);
            arrive(units.intended(i), response, response > timeout);
            end(units.done(i), answered);
            if (window.contains(units.intended(i))) {
                countSent(units.sent(i));
                inTime += response <= Math.min(deadline, timeout) ? 1 : 0;
            }
        }
        for (var unit : units.failures()) {
            arrive(unit.intended(), unit.done() - unit.intended(), false);
            end(unit.done(), new long[offered.length]);
            if (window.contains(unit.intended())) {
                countSent(unit.sent());
            }
        }
        for (var unit : units.unfinished()) {
            long waited = unit.until() - unit.intended();
            arrive(unit.intended(), waited, waited >= timeout);
            if (window.contains(unit.intended())) {
                unit.sent().ifPresent(this::countSent);
            }
        }
        var seconds = seconds();
        return new OpenResult(
                LongStream.of(offered).sum(),
                sent,
                inTime,
                timedOut,
                seconds.getLast().inFlight(),
                seconds);
    }

    private void arrive(long intended, long response, boolean late) {
        if (window.contains(intended)) {
            int second = second(intended);
            offered[second]++;
            responses.get(second).add(Math.min(timeout, response));
            timedOut += late ? 1 : 0;
        } else if (intended - window.start() < 0) {
            inFlightAtStart++;
        }
    }

    private void end(long done, long[] counts) {
        if (window.contains(done)) {
            ended[second(done)]++;
            counts[second(done)]++;
        } else if (done - window.start() < 0) {
            inFlightAtStart--;
        }
    }

    private void countSent(long instant) {
        sent += instant - window.end() <= SEND_GRACE_NANOS ? 1 : 0;
    }

    private int second(long instant) {
        return (int) Math.min(offered.length - 1, (instant - window.start()) / SECOND);
    }

    private List<Second> seconds() {
        List<Second> seconds = new ArrayList<>();
        long inFlight = inFlightAtStart;
        for (int i = 0; i < offered.length; i++) {
            inFlight += offered[i] - ended[i];
            long[] sorted = responses.get(i).build().sorted().toArray();
            seconds.add(new Second(
                    offered[i],
                    answered[i],
                    inFlight,
                    SortedTimes.percentile(sorted, 50),
                    SortedTimes.percentile(sorted, 99)));
        }
        return seconds;
    }
}
