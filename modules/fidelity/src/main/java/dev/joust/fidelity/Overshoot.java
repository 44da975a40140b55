package dev.joust.fidelity;

import java.time.Duration;

/**
 * A sleeper beside n threads that compute. {@code overshoot} of each sleep, in ms; {@code cpu} and {@code wall}, in
 * seconds. The last sleep of a sample counts in full, up to {@link #LONGEST_WAIT}.
 */
final class Overshoot implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    /** Without forced switching, beside a neighbour, a sleeper waited for tens of seconds. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var tested = TestedLock.of(order.lock());
        tested.placement().place(0);
        run(tested, order.threads(), WARM_UP_SECONDS);
        return run(tested, order.threads(), order.seconds());
    }

    private static Values run(TestedLock tested, int threads, double seconds) throws InterruptedException {
        var values = new Values();
        try (var spinners = Spinners.start(tested, threads)) {
            spinners.stopAfter(Duration.ofNanos((long) (seconds * 1e9)).plus(LONGEST_WAIT));
            var time = Clocks.start();
            Sleeper.sleepFor(seconds, tested.lock(), values);
            time.addTo(values);
        }
        return values;
    }
}
