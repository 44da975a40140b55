package dev.joust.trial;

import dev.joust.scenario.Load;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends units to a model as a load asks, and stamps them: <em>intended</em> by the load, <em>sent</em> before the unit is handed to the
 * model, <em>done</em> where its stage completes. The only reader of the clock.
 *
 * <p>The driver has a thread of its own, the caller's. It stands for the clients outside: a completion is stamped on the model's thread
 * and handed over by a queue, and the next unit comes from the driver. So a model that completes on its event loop is never
 * re-entered, nothing recurses, and a loop does not feed itself work past its own I/O. The hop is in the response time of every
 * model alike, and the null model shows what it costs.
 */
final class Driver {
    /** After the window of a closed load, units have this long to be done; a queue of minutes is not waited for. */
    private static final Duration DRAIN = Duration.ofMillis(300);

    private final NanoClock clock;
    private final Dispatch dispatch;
    private final Duration timeout;

    /**
     * @param timeout how long to wait for the next completion before the trial fails
     */
    Driver(NanoClock clock, WorkRunner runner, Duration timeout) {
        this.clock = clock;
        this.dispatch = new Dispatch(clock, runner);
        this.timeout = timeout;
    }

    /** Sends the batch at once, waits until the last unit is done. */
    MeasuredWindow batch(Units units, int[] order, List<Recorder> recorders, WindowListener marks)
            throws InterruptedException {
        marks.windowStarts();
        long start = clock.nanos();
        for (int workClass : order) {
            dispatch.send(workClass, units.next(workClass), start);
        }
        long last = start;
        while (dispatch.inFlight() > 0) {
            last = Math.max(last, record(next(), recorders));
        }
        marks.windowEnds();
        return new MeasuredWindow(start, last, true, List.of());
    }

    /** Repeats a batch, until it is steady or the warm-up's time is over. */
    SteadyState settle(Units units, int[] order, List<Recorder> recorders, WarmUp warmUp) throws InterruptedException {
        var steady = new SteadyState(warmUp.tolerance());
        long end = clock.nanos() + warmUp.limit().toNanos();
        while (!steady.reached() && clock.nanos() < end) {
            steady.add(batch(units, order, recorders, WindowListener.NONE).nanos() / 1e9);
        }
        return steady;
    }

    /**
     * Keeps the numbers in flight through the warm-up and the window, then lets the units that are on their way finish. The first
     * units are spread over the first iteration: sent at once they would stay in step, and a window would hold six or seven rounds
     * of them by chance.
     */
    MeasuredWindow closed(Load.Closed load, WarmUp warmUp, Units units, List<Recorder> recorders, WindowListener marks)
            throws InterruptedException {
        long start = clock.nanos();
        int[] first = inTurn(load);
        long gap = warmUp.iteration().toNanos() / first.length;
        int begun = 0;
        var phases = new Phases(load.time(), warmUp, start, marks);
        while (!phases.over()) {
            long now = clock.nanos();
            if (begun < first.length && now - (start + begun * gap) >= 0) {
                dispatch.send(first[begun], units.next(first[begun]), start + begun * gap);
                begun++;
            }
            long next = begun < first.length ? Math.min(phases.next(), start + begun * gap) : phases.next();
            var unit = dispatch.take(next - clock.nanos());
            if (unit != null) {
                long done = record(unit, recorders);
                phases.count();
                int same = unit.sending().workClass();
                dispatch.send(same, units.next(same), done);
            }
            phases.at(clock.nanos());
        }
        drain(recorders);
        return phases.span();
    }

    /** The classes of the units that are kept in flight, taken in turn. */
    private static int[] inTurn(Load.Closed load) {
        int[] left =
                load.inFlight().values().stream().mapToInt(Integer::intValue).toArray();
        int[] order = new int[IntStream.of(left).sum()];
        for (int i = 0, c = 0; i < order.length; c = (c + 1) % left.length) {
            if (left[c] > 0) {
                left[c]--;
                order[i++] = c;
            }
        }
        return order;
    }

    /**
     * A model that is far slower than the load has a queue that would take longer than the window. As long as it completes one unit
     * more it is alive, and the rest is left where it is, with the time that it has waited so far.
     */
    private void drain(List<Recorder> recorders) throws InterruptedException {
        long enough = clock.nanos() + DRAIN.toNanos();
        while (dispatch.inFlight() > 0) {
            record(next(), recorders);
            if (clock.nanos() - enough >= 0) {
                long now = clock.nanos();
                for (var left : dispatch.leave()) {
                    recorders.get(left.workClass()).recordUnfinished(left.intended(), now);
                }
            }
        }
    }

    private static long record(Completion unit, List<Recorder> recorders) {
        recorders.get(unit.sending().workClass()).record(unit);
        return unit.done();
    }

    private Completion next() throws InterruptedException {
        int waiting = dispatch.inFlight();
        var unit = dispatch.take(timeout.toNanos());
        if (unit == null) {
            throw new TrialFailedException(
                    "%d units did not complete: none in the last %d ms".formatted(waiting, timeout.toMillis()));
        }
        return unit;
    }
}
