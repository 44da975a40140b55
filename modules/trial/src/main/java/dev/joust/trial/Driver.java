package dev.joust.trial;

import dev.joust.scenario.Load;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends units to a model as the load demands, and stamps each one: <em>intended</em> by the load, <em>sent</em> before
 * the model gets it, <em>done</em> where its stage completes. Nothing else reads the clock.
 *
 * <p>The driver runs on its caller's thread and stands for the clients of the model. A completion is stamped on the
 * model's thread and crosses to the driver through a queue; the driver then sends the next unit. So a model that
 * completes on its event loop is never re-entered, nothing recurses, and a loop cannot feed itself units ahead of its
 * own I/O. Every model's response time includes the crossing; the null model shows what it costs.
 */
final class Driver {
    /** How long the units in flight have to finish after the window of a closed load. */
    private static final Duration DRAIN = Duration.ofMillis(300);

    /** How long a trial waits for the referee's reading at a mark of the window. Then it goes on without. */
    static final Duration READING_LIMIT = Duration.ofSeconds(2);

    private final NanoClock clock;
    private final Dispatch dispatch;
    private final Duration timeout;

    /**
     * A driver of one started model.
     *
     * @param timeout the longest wait for the next completion before the trial fails
     */
    Driver(NanoClock clock, WorkRunner runner, Duration timeout) {
        this.clock = clock;
        this.dispatch = new Dispatch(clock, runner);
        this.timeout = timeout;
    }

    /** Sends the whole batch at once and waits until the last unit is done. */
    MeasuredWindow batch(UnitSequence units, int[] order, List<Recorder> recorders, WindowListener listener)
            throws InterruptedException {
        listener.windowStarts();
        listener.awaitReading(READING_LIMIT);
        long start = clock.nanos();
        for (int workClass : order) {
            dispatch.send(workClass, units.next(workClass), start);
        }
        long last = start;
        while (dispatch.inFlight() > 0) {
            last = Math.max(last, record(next(), recorders));
        }
        listener.windowEnds();
        listener.awaitReading(READING_LIMIT);
        return new MeasuredWindow(start, last, true, List.of());
    }

    /** Repeats a batch until it is steady or the limit of the warm-up is reached, and three times at least. */
    SteadyState warmUp(UnitSequence units, int[] order, List<Recorder> recorders, WarmUp warmUp)
            throws InterruptedException {
        var steady = SteadyState.ofSeconds(warmUp.tolerance());
        long end = clock.nanos() + warmUp.limit().toNanos();
        while (!steady.reached() && (!steady.comparable() || clock.nanos() < end)) {
            steady.add(batch(units, order, recorders, WindowListener.NONE).nanos() / 1e9);
        }
        return steady;
    }

    /**
     * Keeps the numbers in flight through the warm-up and the window, then drains the units in flight. The first units
     * are spread over the first iteration: sent at once they would stay in step, and whether a window holds six rounds
     * or seven would be chance.
     */
    MeasuredWindow closed(
            Load.Closed load, WarmUp warmUp, UnitSequence units, List<Recorder> recorders, WindowListener listener)
            throws InterruptedException {
        long start = clock.nanos();
        int[] first = interleaved(load);
        long gap = warmUp.iteration().toNanos() / first.length;
        int sent = 0;
        var phases = new Phases(first.length, load.time(), warmUp, clock, start, listener);
        while (!phases.over()) {
            long now = clock.nanos();
            if (sent < first.length && now - (start + sent * gap) >= 0) {
                dispatch.send(first[sent], units.next(first[sent]), start + sent * gap);
                sent++;
            }
            long next = sent < first.length ? Math.min(phases.next(), start + sent * gap) : phases.next();
            var completion = dispatch.take(next - clock.nanos());
            if (completion != null) {
                long done = record(completion, recorders);
                phases.countUnit();
                int same = completion.unit().workClass();
                dispatch.send(same, units.next(same), done);
            }
            phases.advance();
        }
        listener.awaitReading(READING_LIMIT);
        drain(recorders);
        return phases.measuredWindow();
    }

    /** The classes of the units that are kept in flight, one of each class in turn. */
    private static int[] interleaved(Load.Closed load) {
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
     * Waits for the units in flight, up to {@link #DRAIN}. A model far slower than the load has a queue that would take
     * longer than the window: once it completes one more unit it is known to be alive, and the rest is recorded as
     * unfinished.
     */
    private void drain(List<Recorder> recorders) throws InterruptedException {
        long deadline = clock.nanos() + DRAIN.toNanos();
        while (dispatch.inFlight() > 0) {
            record(next(), recorders);
            if (clock.nanos() - deadline >= 0) {
                long now = clock.nanos();
                for (var unit : dispatch.abandon()) {
                    recorders.get(unit.workClass()).recordUnfinished(unit, now);
                }
            }
        }
    }

    private static long record(Completion completion, List<Recorder> recorders) {
        recorders.get(completion.unit().workClass()).record(completion);
        return completion.done();
    }

    private Completion next() throws InterruptedException {
        int waiting = dispatch.inFlight();
        var completion = dispatch.take(timeout.toNanos());
        if (completion == null) {
            throw new TrialFailedException(
                    waiting + " units did not complete: none in the last " + timeout.toMillis() + " ms");
        }
        return completion;
    }
}
