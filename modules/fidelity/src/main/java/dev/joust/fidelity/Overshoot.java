package dev.joust.fidelity;

/**
 * A sleeper beside n threads that compute. {@code overshoot} of each sleep, in ms; {@code cpu} and {@code wall}, in
 * seconds.
 */
final class Overshoot implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var lock = TestedLock.of(order.lock()).lock();
        var values = new Values();
        try (var _ = Spinners.start(lock, order.threads())) {
            Sleeper.sleepFor(WARM_UP_SECONDS, lock, new Values());
            var time = Clocks.start();
            Sleeper.sleepFor(order.seconds(), lock, values);
            time.addTo(values);
        }
        return values;
    }
}
