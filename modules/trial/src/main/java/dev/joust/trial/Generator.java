package dev.joust.trial;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Sends the units of an open load at their instants, whether or not earlier ones are done. It stands for the clients of
 * the model, and runs on the driver's thread.
 *
 * <p>It parks until the next instant. It never spins, since a trial may have two cores, and no completion wakes it:
 * completions wait in a queue with their stamps until it wakes. Where nothing arrives it wakes every millisecond, to
 * see the end of a window. A unit that is due is sent, however many are in flight. A unit whose instant has passed
 * while the generator was late is sent too, and its response time counts from that instant.
 */
final class Generator {
    /** The most units in flight. Beyond that a model does not catch up, and the memory has a limit. */
    static final int MAX_IN_FLIGHT = 100_000;

    /** How long after its end units are still sent that were due before the end of a warm-up or window. */
    private static final long LATE_SENDING_NANOS = 1_000_000_000;

    private static final long POLL_NANOS = 1_000_000;
    private static final int UNITS_PER_TURN = 64;

    /** How long the generator may be busy with units that are due. A thread that was stalled catches up sooner. */
    private static final long CATCH_UP_NANOS = 1_000_000_000;

    private static final double MIN_SENT_SHARE = 0.9;

    private final NanoClock clock;
    private final Dispatch dispatch;
    private final UnitSequence units;
    private final List<Recorder> recorders;
    private final long timeout;
    private final GeneratorAccount account = new GeneratorAccount();

    private InFlightIntegral inFlight = new InFlightIntegral(0, 0);

    /**
     * A generator for one started model.
     *
     * @param timeout how long a client waits for its unit, in nanoseconds
     */
    Generator(NanoClock clock, Dispatch dispatch, UnitSequence units, List<Recorder> recorders, long timeout) {
        this.clock = clock;
        this.dispatch = dispatch;
        this.units = units;
        this.recorders = recorders;
        this.timeout = timeout;
    }

    /**
     * Lets units arrive by the schedule until the window starts. Only units intended before are sent.
     *
     * @param start the instant at which the schedule starts
     */
    void warmUp(Schedule schedule, long start, Phases phases) throws InterruptedException {
        while (!phases.windowStarted()) {
            boolean caughtUp = send(schedule, start, clock.nanos());
            for (int done = collect(); done > 0; done--) {
                phases.countUnit();
            }
            phases.advance(dispatch.inFlight());
            if (dispatch.inFlight() > MAX_IN_FLIGHT) {
                throw new TrialFailedException(behind() + " before the window has started");
            }
            if (caughtUp && !phases.windowStarted()) {
                park(Math.min(instant(schedule, start), phases.next()));
            }
        }
        sendLate(schedule, start, phases.windowStart());
    }

    /**
     * Lets units arrive by the schedule until the end, or until the generator or the model plainly cannot keep up.
     *
     * @param start the instant at which the schedule starts
     * @param mostInFlight where more units are in flight, the model is too far behind
     * @param listener hears of each second that has passed
     */
    SentWindow window(Schedule schedule, long start, long end, int mostInFlight, WindowListener listener)
            throws InterruptedException {
        inFlight = new InFlightIntegral(start, end);
        for (int before = dispatch.inFlight(); before > 0; before--) {
            inFlight.arrive(start);
        }
        account.open();
        long now = clock.nanos();
        long behindSince = now;
        var seconds = new WindowSeconds(start, listener);
        Optional<String> stopped = Optional.empty();
        while (now - end < 0 && stopped.isEmpty()) {
            seconds.reach(now);
            boolean caughtUp = send(schedule, start, now);
            collect();
            now = clock.nanos();
            stopped = stopped(schedule, now - start, now - behindSince, mostInFlight);
            if (caughtUp && stopped.isEmpty()) {
                park(Math.min(instant(schedule, start), end));
                now = clock.nanos();
                behindSince = now;
            }
        }
        long until = stopped.isPresent() ? Math.min(now, end) : end;
        inFlight.endAt(until);
        finish(schedule, start, until, stopped.isPresent());
        account.close();
        return new SentWindow(until, stopped);
    }

    /** Sends what was due, if only just, and records the rest as unsent. */
    private void finish(Schedule schedule, long start, long end, boolean stopped) {
        if (!stopped) {
            sendLate(schedule, start, end);
        }
        while (instant(schedule, start) - end < 0) {
            long intended = instant(schedule, start);
            recorders.get(schedule.advance()).recordUnsent(intended, end);
            inFlight.arrive(intended);
            inFlight.leave(end);
        }
    }

    /** Sends the units that were due before the end, a second later at most. */
    private void sendLate(Schedule schedule, long start, long end) {
        while (instant(schedule, start) - end < 0 && clock.nanos() - end < LATE_SENDING_NANOS) {
            sendNext(schedule, start);
        }
    }

    /** Sends the units that are due, some at a time. Whether none is left. */
    private boolean send(Schedule schedule, long start, long now) {
        for (int i = 0; i < UNITS_PER_TURN; i++) {
            if (instant(schedule, start) - now > 0) {
                return true;
            }
            sendNext(schedule, start);
        }
        return false;
    }

    private void sendNext(Schedule schedule, long start) {
        long intended = instant(schedule, start);
        int workClass = schedule.advance();
        inFlight.arrive(intended);
        dispatch.send(workClass, units.next(workClass), intended);
        account.countSent();
    }

    private static long instant(Schedule schedule, long start) {
        return schedule.next() == Schedule.NONE ? start + Long.MAX_VALUE / 2 : start + schedule.next();
    }

    /** Records the units that are done, and counts them. */
    private int collect() {
        int done = 0;
        for (var completion = dispatch.poll(); completion != null; completion = dispatch.poll()) {
            recorders.get(completion.unit().workClass()).record(completion);
            leave(completion.unit().intended(), completion.done());
            done++;
        }
        return done;
    }

    /** To the client a unit is in flight until it is done or timed out. */
    private void leave(long intended, long done) {
        inFlight.leave(Recorder.leaves(intended, done, timeout));
    }

    private Optional<String> stopped(Schedule schedule, long elapsed, long busy, int mostInFlight) {
        if (dispatch.inFlight() > mostInFlight) {
            return Optional.of(behind());
        }
        if (busy < CATCH_UP_NANOS) {
            return Optional.empty();
        }
        double share = schedule.expectedBy(schedule.next()) / schedule.expectedBy(elapsed);
        return share < MIN_SENT_SHARE
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the generator has sent %.1f %% of the units that were due after %.1f s",
                        100 * share,
                        elapsed / 1e9))
                : Optional.empty();
    }

    private String behind() {
        return String.format(Locale.ROOT, "the model is %,d units behind", dispatch.inFlight());
    }

    /**
     * Waits for the units in flight until this instant. The rest is recorded as unfinished.
     *
     * @return the number of units that were given up
     */
    int drain(long until) throws InterruptedException {
        collect();
        while (dispatch.inFlight() > 0 && clock.nanos() - until < 0) {
            park(until);
            collect();
        }
        long now = clock.nanos();
        var left = dispatch.abandon();
        for (var unit : left) {
            recorders.get(unit.workClass()).recordUnfinished(unit, now);
            leave(unit.intended(), now);
        }
        return left.size();
    }

    /** Parks until this instant, but only for so long that completions do not pile up. */
    private void park(long instant) throws InterruptedException {
        long latest = clock.nanos() + POLL_NANOS;
        clock.parkUntil(instant - latest < 0 ? instant : latest);
    }

    /** The clock that stamps the units. */
    NanoClock clock() {
        return clock;
    }

    long now() {
        return clock.nanos();
    }

    /** The units of each class. */
    List<Recorder> recorders() {
        return recorders;
    }

    /** What it counted in the window, by name. The window must be drained. */
    Map<String, Double> counters(MeasuredWindow window) {
        return account.counters(window, recorders);
    }

    /** The mean number of units in flight over the last window, once it is drained. */
    double meanInFlight() {
        return inFlight.mean();
    }

    /**
     * A window in which units arrived.
     *
     * @param end its end
     * @param stopped why it ended before its time; empty: it did not
     */
    record SentWindow(long end, Optional<String> stopped) {}
}
