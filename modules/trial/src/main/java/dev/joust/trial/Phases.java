package dev.joust.trial;

import java.time.Duration;

/**
 * The phases of a load that goes on: iterations of the warm-up, then the measured window. Between them the load goes on
 * until the referee has taken its reading: a pause would leave the units in step. For the driver's thread.
 */
final class Phases {
    private static final long POLL_NANOS = 1_000_000;

    /** Units done per unit that arrived. A window of queues that come and go by chance is below. */
    private static final double CATCHING_UP = 1.25;

    private static final long NEVER = Long.MIN_VALUE;

    private final int firstUnits;
    private final long window;
    private final long iteration;
    private final long warmUpEnds;
    private final long latestEnd;
    private final SteadyState steadyState;
    private final NanoClock clock;
    private final WindowListener listener;

    private long next;
    private long done;
    private long doneInAll;
    private int inFlight;
    private int inFlightBefore;
    private int calm; // iterations since one of a cold model
    private long announced = NEVER;
    private long windowStarts = NEVER;
    private boolean over;

    /**
     * The phases of a load.
     *
     * @param firstUnits how many units a closed load begins with; 0 of an open load
     */
    Phases(int firstUnits, Duration window, WarmUp warmUp, NanoClock clock, long start, WindowListener listener) {
        this.firstUnits = firstUnits;
        this.window = window.toNanos();
        this.iteration = warmUp.iteration().toNanos();
        this.warmUpEnds = start + warmUp.limit().toNanos();
        this.latestEnd = start + warmUp.longest().toNanos();
        this.next = start + iteration;
        this.steadyState = SteadyState.ofCounts(warmUp.tolerance());
        this.clock = clock;
        this.listener = listener;
    }

    /** Counts one more unit as done. */
    void countUnit() {
        done++;
    }

    /** The next instant at which the phase may change. */
    long next() {
        return next;
    }

    /**
     * Moves to the next phase of an open load if its time has come.
     *
     * @param inFlight how many units are in flight now
     */
    void advance(int inFlight) throws InterruptedException {
        this.inFlight = inFlight;
        advance();
    }

    /** Moves to the next phase if its time has come. */
    void advance() throws InterruptedException {
        long now = clock.nanos();
        if (now - next < 0 || over) {
            return;
        }
        if (windowStarts != NEVER) {
            over = true;
            listener.windowEnds();
            return;
        }
        if (announced == NEVER) {
            endIteration(now);
        }
        if (announced != NEVER) {
            startOnceRead(now);
        }
    }

    private void endIteration(long now) {
        steadyState.add(done);
        doneInAll += done;
        calm = worksOffQueue() || steadyState.growing() || firstUnitsWait() ? 0 : calm + 1;
        boolean warm = calm > 0 && steadyState.reached() || calm >= SteadyState.COMPARED && now - warmUpEnds >= 0;
        done = 0;
        inFlightBefore = inFlight;
        next += iteration;
        if (steadyState.comparable() && (warm || now - latestEnd >= 0)) {
            announced = now;
            listener.windowStarts();
        }
    }

    /** Whether plainly more units were done in this iteration than arrived. */
    private boolean worksOffQueue() {
        long arrived = done + inFlight - inFlightBefore;
        return done > CATCHING_UP * arrived;
    }

    /**
     * Whether fewer units are done than the load began with: some may still wait for their connection. A model whose
     * iterations agree is as slow as that.
     */
    private boolean firstUnitsWait() {
        return doneInAll < firstUnits && !steadyState.reached();
    }

    private void startOnceRead(long now) throws InterruptedException {
        boolean gaveUp = now - announced >= Driver.READING_LIMIT.toNanos();
        if (gaveUp || listener.awaitReading(Duration.ZERO)) {
            windowStarts = clock.nanos(); // read again: the reading may have ended after now
            next = windowStarts + window;
        } else {
            next = now + POLL_NANOS;
        }
    }

    boolean over() {
        return over;
    }

    /** Whether the warm-up is over and the reading is taken. */
    boolean windowStarted() {
        return windowStarts != NEVER;
    }

    /** When the window started. */
    long windowStart() {
        return windowStarts;
    }

    /** The window from its start until then. */
    MeasuredWindow windowUntil(long end) {
        return new MeasuredWindow(windowStarts, end, steadyState.steady(), steadyState.series());
    }

    /** The measured window, once it is over. */
    MeasuredWindow measuredWindow() {
        return windowUntil(windowStarts + window);
    }
}
