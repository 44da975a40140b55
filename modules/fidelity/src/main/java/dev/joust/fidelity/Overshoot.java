package dev.joust.fidelity;

/** A sleeper beside n threads that compute. {@code overshoot} of each sleep, in ms; {@code cpu} and {@code wall}. */
final class Overshoot implements Probe {
    private static final double WARM_UP_SECONDS = 0.5;

    @Override
    public Values measure(ProbeOrder order) throws InterruptedException {
        var gate = TestedLock.of(order.lock()).gate();
        var values = new Values();
        try (var _ = Spinners.start(gate, order.threads())) {
            Sleeper.sleepFor(WARM_UP_SECONDS, gate, new Values());
            var time = Clocks.begin();
            Sleeper.sleepFor(order.seconds(), gate, values);
            time.end(values);
        }
        return values;
    }
}
