package dev.joust.trial;

import java.time.Duration;

/** Where a closed load stands: in an iteration of the warm-up, in the window, or past it. For the driver's thread. */
final class Phases {
    private final long window;
    private final long iteration;
    private final long warmUpEnds;
    private final SteadyState steadyState;
    private final WindowListener marks;

    private long iterationEnds;
    private long done;
    private boolean steady;
    private long windowStarts = Long.MIN_VALUE;
    private boolean over;

    Phases(Duration window, WarmUp warmUp, long start, WindowListener marks) {
        this.window = window.toNanos();
        this.iteration = warmUp.iteration().toNanos();
        this.warmUpEnds = start + warmUp.limit().toNanos();
        this.iterationEnds = start + iteration;
        this.steadyState = new SteadyState(warmUp.tolerance());
        this.marks = marks;
    }

    /** A unit was done. */
    void count() {
        done++;
    }

    /** The next instant at which the phase may change. */
    long next() {
        return measuring() ? windowStarts + window : iterationEnds;
    }

    /** Moves on if it is time to. */
    void at(long now) {
        if (now - next() < 0 || over) {
            return;
        }
        if (measuring()) {
            over = true;
            marks.windowEnds();
            return;
        }
        steadyState.add(done);
        done = 0;
        iterationEnds += iteration;
        steady = steadyState.reached();
        if (steady || now - warmUpEnds >= 0) {
            marks.windowStarts();
            windowStarts = now;
        }
    }

    boolean over() {
        return over;
    }

    /** The window; known once it is over. */
    MeasuredWindow span() {
        return new MeasuredWindow(windowStarts, windowStarts + window, steady, steadyState.series());
    }

    private boolean measuring() {
        return windowStarts != Long.MIN_VALUE;
    }
}
