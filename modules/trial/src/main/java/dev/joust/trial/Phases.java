package dev.joust.trial;

import java.time.Duration;

/** The phases of a closed load: iterations of the warm-up, then the measured window. For the driver's thread. */
final class Phases {
    private final long window;
    private final long iteration;
    private final long warmUpEnds;
    private final SteadyState steadyState;
    private final WindowListener listener;

    private long iterationEnds;
    private long done;
    private boolean steady;
    private long windowStarts = Long.MIN_VALUE;
    private boolean over;

    Phases(Duration window, WarmUp warmUp, long start, WindowListener listener) {
        this.window = window.toNanos();
        this.iteration = warmUp.iteration().toNanos();
        this.warmUpEnds = start + warmUp.limit().toNanos();
        this.iterationEnds = start + iteration;
        this.steadyState = new SteadyState(warmUp.tolerance());
        this.listener = listener;
    }

    /** Counts one more unit as done. */
    void countUnit() {
        done++;
    }

    /** The next instant at which the phase may change. */
    long next() {
        return measuring() ? windowStarts + window : iterationEnds;
    }

    /** Moves to the next phase if its time has come. */
    void advance(long now) {
        if (now - next() < 0 || over) {
            return;
        }
        if (measuring()) {
            over = true;
            listener.windowEnds();
            return;
        }
        steadyState.add(done);
        done = 0;
        iterationEnds += iteration;
        steady = steadyState.reached();
        if (steady || now - warmUpEnds >= 0) {
            listener.windowStarts();
            windowStarts = now;
        }
    }

    boolean over() {
        return over;
    }

    /** The measured window, once it is over. */
    MeasuredWindow measuredWindow() {
        return new MeasuredWindow(windowStarts, windowStarts + window, steady, steadyState.series());
    }

    private boolean measuring() {
        return windowStarts != Long.MIN_VALUE;
    }
}
