package dev.joust.trial;

/**
 * The number of units in flight, integrated over a window: the generator's own account, beside the recorded times. Each
 * unit that is in flight at the start of the window arrives then. For the driver's thread.
 */
final class InFlightIntegral {
    private final long start;
    private long end;
    private double arrivals;
    private double departures;

    InFlightIntegral(long start, long end) {
        this.start = start;
        this.end = end;
    }

    /** One more unit from this instant on. */
    void arrive(long instant) {
        arrivals += within(instant);
    }

    /** One unit less from this instant on. Every unit that arrives must leave, if only after the end. */
    void leave(long instant) {
        departures += within(instant);
    }

    /** Ends the window before its time. No unit may have left or arrived after this instant yet. */
    void endAt(long instant) {
        end = instant;
    }

    /** The mean over the window. */
    double mean() {
        return end == start ? 0 : (departures - arrivals) / (end - start);
    }

    private double within(long instant) {
        return Math.clamp(instant, start, end) - start;
    }
}
